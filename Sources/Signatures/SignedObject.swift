/// A commit or an annotated tag as git stores it, parted into what is signed and its signature.
package struct SignedObject: Hashable, Sendable {
    /// The bytes that the signature is for.
    package let payload: [UInt8]
    /// Nil where it is not signed, or not by a key of SSH's.
    package let signature: SSHSignature?

    private static let field = Array("gpgsig ".utf8)
    private static let begin = Array("-----BEGIN SSH SIGNATURE-----".utf8)

    /// - Parameter commit: The bytes of the object, with its header lines first.
    package init(commit: [UInt8]) {
        var payload: [UInt8] = []
        var armor: [UInt8] = []
        var fields = 0
        var isInField = false
        var position = 0
        while position < commit.count {
            let end = commit[position...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? commit.count
            let line = commit[position..<end]
            if line.first == UInt8(ascii: "\n") {
                payload += commit[position...]
                break
            }
            if isInField, line.first == UInt8(ascii: " ") {
                armor += line.dropFirst()
            } else if line.starts(with: SignedObject.field) {
                fields += 1
                isInField = true
                armor += line.dropFirst(SignedObject.field.count)
            } else {
                isInField = false
                payload += line
            }
            position = end
        }
        self.payload = payload
        // Of two signatures, each would be of bytes without the other.
        signature = fields == 1 ? try? SSHSignature(armored: String(decoding: armor, as: UTF8.self)) : nil
    }

    /// - Parameter tag: The bytes of the object, with its signature last.
    package init(tag: [UInt8]) {
        var start = tag.count
        var position = 0
        while position < tag.count {
            if tag[position...].starts(with: SignedObject.begin) { start = position }
            position = tag[position...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? tag.count
        }
        payload = Array(tag[..<start])
        signature = start < tag.count ? try? SSHSignature(armored: String(decoding: tag[start...], as: UTF8.self)) : nil
    }

    /// The key that signed it; nil where no signature of git's namespace holds.
    package var signer: PublicKey? {
        guard let signature else { return nil }
        do throws(SignatureError) {
            try signature.verify(payload, namespace: SSHSignature.git)
            return signature.publicKey
        } catch {
            return nil
        }
    }
}
