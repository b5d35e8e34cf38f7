private import Crypto

/// A signature in the form of OpenSSH's `PROTOCOL.sshsig`, as `ssh-keygen -Y sign` makes it.
package struct SSHSignature: Hashable, Sendable {
    /// What the signature is for; one for another purpose does not count.
    package let namespace: String
    package let publicKey: PublicKey
    private let hash: Hash
    /// In SSH's wire form.
    private let proof: [UInt8]

    /// The namespace of git's commits and tags.
    package static let git = "git"

    private enum Hash: String {
        case sha256, sha512

        func digest(_ message: [UInt8]) -> [UInt8] {
            switch self {
            case .sha256: Array(SHA256.hash(data: message))
            case .sha512: Array(SHA512.hash(data: message))
            }
        }
    }

    private static let magic = Array("SSHSIG".utf8)
    private static let begin = "-----BEGIN SSH SIGNATURE-----"
    private static let end = "-----END SSH SIGNATURE-----"
    private static let largest = 16 << 10

    /// Signs bytes.
    package static func make(
        of message: [UInt8], namespace: String, with key: any SigningKey
    ) throws(SignatureError) -> SSHSignature {
        let hash = Hash.sha512
        let signature = SSHSignature(
            namespace: namespace, publicKey: key.publicKey, hash: hash,
            proof: try key.sign(signedBytes(of: message, namespace, hash)))
        // An agent may answer anything; a signature that does not hold is not handed on.
        try signature.verify(message, namespace: namespace)
        return signature
    }

    private init(namespace: String, publicKey: PublicKey, hash: Hash, proof: [UInt8]) {
        self.namespace = namespace
        self.publicKey = publicKey
        self.hash = hash
        self.proof = proof
    }

    /// - Parameter text: Between its two lines of dashes, and nothing before or after but line ends.
    package init(armored text: String) throws(SignatureError) {
        guard text.utf8.count <= SSHSignature.largest else { throw .notASignature("it is too long") }
        let lines = text.utf8.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        guard lines.count > 2, lines[0].elementsEqual(SSHSignature.begin.utf8),
            lines[lines.count - 1].elementsEqual(SSHSignature.end.utf8)
        else { throw .notASignature("it is not between the lines '\(SSHSignature.begin)' and '\(SSHSignature.end)'") }
        guard let bytes = Base64.decode(lines[1..<(lines.count - 1)].joined()) else {
            throw .notASignature("its letters are no base64")
        }
        try self.init(bytes)
    }

    private init(_ bytes: [UInt8]) throws(SignatureError) {
        var reader = WireReader(bytes)
        guard reader.take(SSHSignature.magic.count) == SSHSignature.magic else {
            throw .notASignature("it does not begin with SSHSIG")
        }
        guard let version = reader.number(), version == 1 else { throw .notASignature("its version is not 1") }
        guard let key = reader.string(), let namespace = reader.text(), reader.string() != nil,
            let name = reader.text(), let proof = reader.string()
        else { throw .notASignature("it is cut short") }
        guard reader.isAtEnd else { throw .notASignature("something follows after its end") }
        guard !namespace.isEmpty else { throw .notASignature("it does not say what it is for") }
        guard let hash = Hash(rawValue: name) else {
            throw .notASignature("its hash is neither sha256 nor sha512")
        }
        self.init(namespace: namespace, publicKey: try PublicKey(blob: key), hash: hash, proof: proof)
    }

    /// Between its two lines of dashes, in lines of 70 letters.
    package var armored: String {
        var writer = WireWriter()
        writer.raw(SSHSignature.magic)
        writer.number(1)
        for part in [publicKey.blob, Array(namespace.utf8), [], Array(hash.rawValue.utf8), proof] {
            writer.string(part)
        }
        var text = SSHSignature.begin + "\n"
        var letters = Base64.encode(writer.bytes)[...]
        while !letters.isEmpty {
            text += letters.prefix(70) + "\n"
            letters = letters.dropFirst(70)
        }
        return text + SSHSignature.end + "\n"
    }

    /// - Throws: `SignatureError` unless this is `publicKey`'s signature of the bytes, for this purpose. Whose key that is,
    ///   the caller must ask.
    package func verify(_ message: [UInt8], namespace expected: String) throws(SignatureError) {
        guard namespace == expected else { throw .wrongNamespace(found: namespace, expected: expected) }
        guard publicKey.verifies(proof, of: SSHSignature.signedBytes(of: message, namespace, hash)) else {
            throw .mismatch
        }
    }

    private static func signedBytes(of message: [UInt8], _ namespace: String, _ hash: Hash) -> [UInt8] {
        var writer = WireWriter()
        writer.raw(magic)
        for part in [Array(namespace.utf8), [], Array(hash.rawValue.utf8), hash.digest(message)] { writer.string(part) }
        return writer.bytes
    }
}
