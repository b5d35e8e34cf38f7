private import Crypto

/// An Ed25519 key from a file of OpenSSH's that no passphrase protects.
package struct PrivateKey: SigningKey {
    package let publicKey: PublicKey
    private let seed: [UInt8]
    private static let magic = Array("openssh-key-v1\0".utf8)
    private static let begin = "-----BEGIN OPENSSH PRIVATE KEY-----"
    private static let end = "-----END OPENSSH PRIVATE KEY-----"

    /// - Parameters:
    ///   - text: What the file holds.
    ///   - path: How the person calls the file.
    package init(_ text: String, path: String) throws(SignatureError) {
        let lines = text.utf8.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        guard text.utf8.count <= 64 << 10, lines.count > 2, lines[0].elementsEqual(PrivateKey.begin.utf8),
            lines[lines.count - 1].elementsEqual(PrivateKey.end.utf8),
            let bytes = Base64.decode(lines[1..<(lines.count - 1)].joined())
        else {
            let isOther = text.hasPrefix("-----BEGIN") && text.prefix(512).contains("ENCRYPTED")
            throw isOther ? .encryptedKey(path: path) : .notAPrivateKey(path: path)
        }
        var reader = WireReader(bytes)
        guard reader.take(PrivateKey.magic.count) == PrivateKey.magic, let cipher = reader.text(),
            reader.string() != nil, reader.string() != nil, reader.number() == 1, let blob = reader.string(),
            let secret = reader.string(), reader.isAtEnd
        else { throw .notAPrivateKey(path: path) }
        publicKey = try PublicKey(blob: blob)
        guard cipher == "none" else { throw .encryptedKey(path: path) }
        guard publicKey.kind == .ed25519 else { throw .unsupportedKey(publicKey.kind.rawValue) }
        var inner = WireReader(secret)
        guard let check = inner.number(), inner.number() == check, inner.text() == publicKey.kind.rawValue,
            inner.string() == publicKey.point, let pair = inner.string(), pair.count == 64
        else { throw .notAPrivateKey(path: path) }
        seed = Array(pair[..<32])
        // A file whose halves do not belong together would sign under a key that is not its own.
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
            Array(key.publicKey.rawRepresentation) == publicKey.point
        else { throw .notAPrivateKey(path: path) }
    }

    /// - Parameter seed: The 32 secret bytes of an Ed25519 key.
    package init(seed: [UInt8]) throws(SignatureError) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
            throw .notAPrivateKey(path: "seed")
        }
        var writer = WireWriter()
        writer.string(Array(PublicKey.Kind.ed25519.rawValue.utf8))
        writer.string(Array(key.publicKey.rawRepresentation))
        publicKey = try PublicKey(blob: writer.bytes)
        self.seed = seed
    }

    package func sign(_ message: [UInt8]) throws(SignatureError) -> [UInt8] {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
            let signature = try? key.signature(for: message)
        else { throw .mismatch }
        var writer = WireWriter()
        writer.string(Array(publicKey.kind.rawValue.utf8))
        writer.string(Array(signature))
        return writer.bytes
    }
}
