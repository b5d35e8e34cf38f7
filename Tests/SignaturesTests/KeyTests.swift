import Signatures
import TestSupport
import Testing

@Suite(.enabled(if: KeyTool.isInstalled, "ssh-keygen is not installed")) struct KeyTests {
    private let tool = KeyTool()

    @Test func `A public key has the fingerprint that ssh-keygen prints`() throws {
        let path = try tool.key()
        let key = try PublicKey(line: tool.folder.read("key.pub"))
        let printed = try Program(KeyTool.path, ["-l", "-f", path]).run().output
        #expect(printed.contains(key.fingerprint + " "))
        #expect(try tool.folder.read("key.pub").hasPrefix(key.line + " "))
    }

    @Test func `A key that is not supported is refused with what is`() throws {
        _ = try tool.key("rsa", type: "rsa", bits: "2048")
        let message = #expect(throws: SignatureError.self) { try PublicKey(line: tool.folder.read("rsa.pub")) }
        #expect(message?.description.contains("'ssh-rsa' are not supported; use ed25519") == true)
    }

    @Test(arguments: [
        "", "ssh-ed25519", "ssh-ed25519 AAAA", "ssh-ed25519 !!!!", "no key at all",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA==", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5/////w==",
    ])
    func `What is no key is refused`(line: String) {
        #expect(throws: SignatureError.notAPublicKey) { try PublicKey(line: line) }
    }

    @Test func `A type that is not the key's own is refused`() throws {
        _ = try tool.key()
        let line = try tool.folder.read("key.pub").replacing("ssh-ed25519", with: "ecdsa-sha2-nistp256")
        #expect(throws: SignatureError.notAPublicKey) { try PublicKey(line: line) }
    }

    @Test func `A key under a passphrase asks for ssh-agent`() throws {
        let path = try tool.key(passphrase: "secret")
        let error = #expect(throws: SignatureError.self) {
            try PrivateKey(String(decoding: TestFile.read(path), as: UTF8.self), path: path)
        }
        #expect(error?.description.contains("run 'ssh-add \(path)'") == true)
    }

    @Test func `A private key that is cut short or changed is refused`() throws {
        let path = try tool.key()
        let bytes = try TestFile.read(path)
        let key = try PrivateKey(String(decoding: bytes, as: UTF8.self), path: path)
        for count in 0..<(bytes.count - 1) {
            #expect(throws: SignatureError.self) {
                try PrivateKey(String(decoding: bytes[..<count], as: UTF8.self), path: path)
            }
        }
        for index in bytes.indices where index > 40 {
            var changed = bytes
            changed[index] = changed[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            // Comment, padding and the random numbers before them carry no key.
            guard let other = try? PrivateKey(String(decoding: changed, as: UTF8.self), path: path) else { continue }
            #expect(other.publicKey == key.publicKey)
        }
    }

    @Test func `A key file, or the half of one that ssh-agent holds, can be chosen`() throws {
        let path = try tool.key()
        let choice = SigningKeyChoice(path: path, socket: nil)
        #expect(try choice.key { _ in false }.publicKey == PublicKey(line: tool.folder.read("key.pub")))
        #expect(throws: SignatureError.noAgent) {
            try SigningKeyChoice(path: path + ".pub", socket: nil).key { _ in true }
        }
        #expect(throws: SignatureError.noAgent) { try SigningKeyChoice(path: nil, socket: nil).key { _ in true } }
        #expect(throws: SignatureError.notAPrivateKey(path: tool.folder.path + "/other")) {
            try tool.folder.write("-----BEGIN NOTHING-----\n", to: "other")
            _ = try SigningKeyChoice(path: tool.folder.path + "/other", socket: nil).key { _ in true }
        }
    }
}
