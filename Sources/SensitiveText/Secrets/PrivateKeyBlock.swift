/// `-----BEGIN … PRIVATE KEY-----` with some of the key after it. The header alone is how documentation names the
/// format, and is not a secret.
enum PrivateKeyBlock {
    /// Bytes of base64 that make a body; the shortest keys in use have more than twice as many.
    private static let shortestBody = 40
    private static let longestLabel = 24

    static func match(in text: ScannedText, at start: Int) -> SensitiveMatch? {
        guard text.has("-----BEGIN ", at: start) else { return nil }
        var offset = start + 11
        let limit = offset + longestLabel
        while !text.has("PRIVATE KEY", at: offset) {
            // `RSA `, `EC `, `OPENSSH `, `ENCRYPTED `, `PGP `.
            let end = text.run(from: offset, limit: limit) { $0.isUpper }
            guard end > offset, text[end] == UInt8(ascii: " ") else { return nil }
            offset = end + 1
        }
        offset += 11
        if text.has(" BLOCK", at: offset) { offset += 6 }
        guard text.has("-----", at: offset) else { return nil }
        let header = offset + 5
        let body = Body(in: text, from: header)
        return body.length >= shortestBody ? SensitiveMatch(.privateKey, start..<body.end) : nil
    }

    /// What follows the header up to the next line of dashes.
    private struct Body {
        var length = 0
        var end: Int

        init(in text: ScannedText, from header: Int) {
            end = header
            var offset = header
            while offset < text.end {
                let byte = text[offset]
                if byte == UInt8(ascii: "-"), text.has("-----", at: offset) {
                    if text.has("-----END ", at: offset) {
                        end = text.run(from: offset + 9, limit: offset + 60) { $0 != UInt8(ascii: "-") }
                        end = text.run(from: end, limit: end + 5) { $0 == UInt8(ascii: "-") }
                    }
                    return
                }
                if byte.isBase64 {
                    length += 1
                    end = offset + 1
                } else if !Self.mayStandBetween(byte) {
                    return
                }
                offset += 1
            }
        }

        /// Line ends, also escaped, quotes and indentation, quote marks and what `Proc-Type: 4,ENCRYPTED` is made of.
        private static func mayStandBetween(_ byte: UInt8) -> Bool {
            byte.isSpace || byte.isQuote || "\\>|+:,-".utf8.contains(byte)
        }
    }
}
