import Glibc
import Signatures
import TestSupport
import Testing

/// OpenSSH's `ssh-keygen`, in a folder of its own.
struct KeyTool {
    let folder = TemporaryFolder()
    static let path = "/usr/bin/ssh-keygen"

    static var isInstalled: Bool { access(path, X_OK) == 0 }

    /// Makes a key.
    /// - Returns: The path of its private half.
    func key(_ name: String = "key", type: String = "ed25519", bits: String? = nil, passphrase: String = "") throws
        -> String
    {
        let file = folder.path + "/" + name
        let size = bits.map { ["-b", $0] } ?? []
        try run(["-q", "-t", type] + size + ["-N", passphrase, "-C", "editor@example.org", "-f", file])
        return file
    }

    func privateKey(_ name: String = "key") throws -> PrivateKey {
        let path = try key(name)
        return try PrivateKey(String(decoding: TestFile.read(path), as: UTF8.self), path: path)
    }

    /// Signs a text as `ssh-keygen -Y sign` does.
    func sign(_ text: String, key: String, namespace: String, hash: String = "sha512") throws -> String {
        try folder.write(text, to: "message")
        unlink(folder.path + "/message.sig")
        try run(["-q", "-Y", "sign", "-f", key, "-n", namespace, "-O", "hashalg=\(hash)", folder.path + "/message"])
        return try folder.read("message.sig")
    }

    /// Whether `ssh-keygen -Y verify` takes a signature.
    func verifies(_ signature: String, of text: String, by key: PublicKey, namespace: String) throws -> Bool {
        try folder.write("editor " + key.line + "\n", to: "allowed")
        try folder.write(signature, to: "signature")
        var program = Program(
            KeyTool.path,
            [
                "-Y", "verify", "-f", folder.path + "/allowed", "-I", "editor", "-n", namespace, "-s",
                folder.path + "/signature",
            ])
        program.input = text
        return try program.run().status == 0
    }

    func run(_ arguments: [String]) throws {
        let outcome = try Program(KeyTool.path, arguments).run()
        try #require(outcome.status == 0, "ssh-keygen \(arguments): \(outcome.error)")
    }
}
