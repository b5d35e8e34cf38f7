/// A signed JSON Web Token: two parts that are base64 of `{"…`, and a signature.
enum WebToken {
    static func match(in text: ScannedText, at start: Int) -> SensitiveMatch? {
        // A start within a run of the alphabet would read that run again.
        guard text.has("eyJ", at: start), !text[start - 1].isBase64URL else { return nil }
        let header = text.run(from: start) { $0.isBase64URL }
        guard header - start >= 12, text.has(".eyJ", at: header) else { return nil }
        let claims = text.run(from: header + 1) { $0.isBase64URL }
        guard claims - header >= 8, text[claims] == UInt8(ascii: ".") else { return nil }
        let end = text.run(from: claims + 1) { $0.isBase64URL }
        guard end - claims >= 20, ValueShape(claims + 1..<end, in: text).distinct >= 6 else { return nil }
        return SensitiveMatch(.webToken, start..<end)
    }
}
