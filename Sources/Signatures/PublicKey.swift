private import Crypto

/// A public key as SSH writes it.
package struct PublicKey: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case ed25519 = "ssh-ed25519"
        case ecdsa256 = "ecdsa-sha2-nistp256"
        case ecdsa384 = "ecdsa-sha2-nistp384"
        case ecdsa521 = "ecdsa-sha2-nistp521"
        /// On a security key, which signs with a counter and after a touch.
        case securityEd25519 = "sk-ssh-ed25519@openssh.com"
        case securityECDSA256 = "sk-ecdsa-sha2-nistp256@openssh.com"
    }

    package let kind: Kind
    /// The whole key in SSH's wire form.
    package let blob: [UInt8]
    /// The key alone: 32 bytes of Ed25519, or a point of a curve as X9.63 writes it.
    let point: [UInt8]
    /// What a security key is told it signs for.
    let application: [UInt8]
    private static let longest = 16 << 10

    /// - Parameter line: Type, base64 and an optional comment, as in a `.pub` file.
    package init(line: some StringProtocol) throws(SignatureError) {
        let parts = line.utf8.split(separator: UInt8(ascii: " "), maxSplits: 2)
        guard parts.count >= 2, line.utf8.count <= PublicKey.longest else { throw .notAPublicKey }
        let type = String(decoding: parts[0], as: UTF8.self)
        let base64 = parts[1].filter { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        guard let blob = Base64.decode(base64) else { throw .notAPublicKey }
        try self.init(blob: blob)
        guard type == kind.rawValue else { throw .notAPublicKey }
    }

    package init(blob: [UInt8]) throws(SignatureError) {
        var reader = WireReader(blob)
        guard blob.count <= PublicKey.longest, let type = reader.text() else { throw .notAPublicKey }
        guard let kind = Kind(rawValue: type) else {
            let isName = !type.isEmpty && type.utf8.count < 64 && type.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
            throw isName ? .unsupportedKey(type) : .notAPublicKey
        }
        if let curve = kind.curve {
            guard reader.text() == curve else { throw .notAPublicKey }
        }
        guard let point = reader.string(), point.count == kind.pointSize else { throw .notAPublicKey }
        var application: [UInt8] = []
        if kind.isOnSecurityKey {
            guard let named = reader.string() else { throw .notAPublicKey }
            application = named
        }
        guard reader.isAtEnd else { throw .notAPublicKey }
        self.kind = kind
        self.blob = blob
        self.point = point
        self.application = application
    }

    /// `SHA256:` and 43 letters, as `ssh-keygen -l` prints it.
    package var fingerprint: String {
        "SHA256:" + Base64.encode(Array(SHA256.hash(data: blob)), isPadded: false)
    }

    /// Type and base64, as in a `.pub` file.
    package var line: String { kind.rawValue + " " + Base64.encode(blob) }

    package static func == (left: PublicKey, right: PublicKey) -> Bool { left.blob == right.blob }

    package func hash(into hasher: inout Hasher) { hasher.combine(blob) }
}

extension PublicKey.Kind {
    var curve: String? {
        switch self {
        case .ed25519, .securityEd25519: nil
        case .ecdsa256, .securityECDSA256: "nistp256"
        case .ecdsa384: "nistp384"
        case .ecdsa521: "nistp521"
        }
    }

    /// Bytes of the key, or of an uncompressed point.
    fileprivate var pointSize: Int {
        switch self {
        case .ed25519, .securityEd25519: 32
        case .ecdsa256, .securityECDSA256: 65
        case .ecdsa384: 97
        case .ecdsa521: 133
        }
    }

    var isOnSecurityKey: Bool { self == .securityEd25519 || self == .securityECDSA256 }
}
