/// Keys that their issuer marks with a prefix, so that they can be found.
enum IssuedToken {
    private struct Format {
        let prefix: StaticString
        let kind: SensitiveMatch.Kind
        /// How many bytes follow the prefix.
        let length: ClosedRange<Int>
        let accepts: @Sendable (UInt8) -> Bool
    }

    private static let forA = [
        Format(prefix: "AKIA", kind: .awsAccessKey, length: 16...16) { $0.isUpper || $0.isDigit },
        Format(prefix: "ASIA", kind: .awsAccessKey, length: 16...16) { $0.isUpper || $0.isDigit },
        Format(prefix: "AIza", kind: .googleKey, length: 35...35) { $0.isBase64URL },
    ]
    private static let forG = [
        Format(prefix: "github_pat_", kind: .gitHubToken, length: 60...100) { $0.isAlphanumeric || $0 == 0x5F },
        Format(prefix: "ghp_", kind: .gitHubToken, length: 36...255) { $0.isAlphanumeric },
        Format(prefix: "gho_", kind: .gitHubToken, length: 36...255) { $0.isAlphanumeric },
        Format(prefix: "ghu_", kind: .gitHubToken, length: 36...255) { $0.isAlphanumeric },
        Format(prefix: "ghs_", kind: .gitHubToken, length: 36...255) { $0.isAlphanumeric },
        Format(prefix: "ghr_", kind: .gitHubToken, length: 36...255) { $0.isAlphanumeric },
        Format(prefix: "glpat-", kind: .gitLabToken, length: 20...64) { $0.isBase64URL },
    ]
    private static let forN = [Format(prefix: "npm_", kind: .npmToken, length: 36...36) { $0.isAlphanumeric }]
    private static let forR = [Format(prefix: "rk_live_", kind: .stripeKey, length: 16...247) { $0.isAlphanumeric }]
    private static let forS = [Format(prefix: "sk_live_", kind: .stripeKey, length: 16...247) { $0.isAlphanumeric }]
    /// `xoxb-`, `xoxp-` and their like: the fourth letter tells whose token it is.
    private static let forX = [Format(prefix: "xox", kind: .slackToken, length: 16...255) { $0.isBase64URL }]

    static func match(in text: ScannedText, at start: Int) -> SensitiveMatch? {
        switch text[start] {
        case UInt8(ascii: "A"): first(of: forA, in: text, at: start)
        case UInt8(ascii: "g"): first(of: forG, in: text, at: start)
        case UInt8(ascii: "n"): first(of: forN, in: text, at: start)
        case UInt8(ascii: "r"): first(of: forR, in: text, at: start)
        case UInt8(ascii: "s"): first(of: forS, in: text, at: start)
        case UInt8(ascii: "x"): slack(in: text, at: start)
        default: nil
        }
    }

    private static func slack(in text: ScannedText, at start: Int) -> SensitiveMatch? {
        guard "abceoprs".utf8.contains(text[start + 3]), text[start + 4] == UInt8(ascii: "-") else { return nil }
        return first(of: forX, in: text, at: start)
    }

    private static func first(of formats: [Format], in text: ScannedText, at start: Int) -> SensitiveMatch? {
        for format in formats where text.has(format.prefix, at: start) {
            let payload = start + format.prefix.utf8CodeUnitCount
            let end = text.run(from: payload, limit: payload + format.length.upperBound + 1, while: format.accepts)
            guard format.length.contains(end - payload), !text[end].isAlphanumeric else { return nil }
            return isMask(payload..<end, in: text) ? nil : SensitiveMatch(format.kind, start..<end)
        }
        return nil
    }

    /// Whether it is written to be no key: `ghp_xxxx…`, or the `EXAMPLE` that Amazon's own documentation ends keys with.
    private static func isMask(_ payload: Range<Int>, in text: ScannedText) -> Bool {
        ValueShape(payload, in: text).distinct < 6 || text.has("EXAMPLE", at: payload.upperBound - 7)
    }
}
