private import Crypto

extension PublicKey {
    /// Whether a signature in SSH's wire form is this key's for some bytes.
    func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        var reader = WireReader(signature)
        guard reader.text() == kind.rawValue, let proof = reader.string() else { return false }
        var message = message
        if kind.isOnSecurityKey {
            guard let flags = reader.byte(), let counter = reader.take(4), flags & PublicKey.touched != 0 else {
                return false
            }
            message =
                Array(SHA256.hash(data: application)) + [flags] + counter + Array(SHA256.hash(data: message))
        }
        return reader.isAtEnd && isValid(proof, of: message)
    }

    /// The flag of a security key that somebody touched.
    private static let touched: UInt8 = 1

    private func isValid(_ proof: [UInt8], of message: [UInt8]) -> Bool {
        switch kind {
        case .ed25519, .securityEd25519:
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: point)
            return key?.isValidSignature(proof, for: message) ?? false
        case .ecdsa256, .securityECDSA256:
            guard let raw = PublicKey.fixed(proof, size: 32),
                let key = try? P256.Signing.PublicKey(x963Representation: point),
                let signature = try? P256.Signing.ECDSASignature(rawRepresentation: raw)
            else { return false }
            return key.isValidSignature(signature, for: SHA256.hash(data: message))
        case .ecdsa384:
            guard let raw = PublicKey.fixed(proof, size: 48),
                let key = try? P384.Signing.PublicKey(x963Representation: point),
                let signature = try? P384.Signing.ECDSASignature(rawRepresentation: raw)
            else { return false }
            return key.isValidSignature(signature, for: SHA384.hash(data: message))
        case .ecdsa521:
            guard let raw = PublicKey.fixed(proof, size: 66),
                let key = try? P521.Signing.PublicKey(x963Representation: point),
                let signature = try? P521.Signing.ECDSASignature(rawRepresentation: raw)
            else { return false }
            return key.isValidSignature(signature, for: SHA512.hash(data: message))
        }
    }

    /// The two numbers of an ECDSA signature, which SSH writes in as many bytes as they need, in a fixed number of them.
    private static func fixed(_ proof: [UInt8], size: Int) -> [UInt8]? {
        var reader = WireReader(proof)
        guard let first = reader.string(), let second = reader.string(), reader.isAtEnd else { return nil }
        var bytes: [UInt8] = []
        for number in [first, second] {
            let digits = number.drop { $0 == 0 }
            guard !digits.isEmpty, digits.count <= size else { return nil }
            bytes += [UInt8](repeating: 0, count: size - digits.count) + digits
        }
        return bytes
    }
}
