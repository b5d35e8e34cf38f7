/// A word that announces a secret, and what its value then has to look like.
struct AssignmentKey {
    enum Strictness {
        /// People choose passwords: six characters, of more than one kind.
        case chosen
        /// Door codes and PINs may be only digits.
        case numeric
        /// Machines draw keys: long, letters and digits in turn.
        case random
    }

    let end: Int
    let strictness: Strictness

    // By first letter, as most words announce nothing. A phrase stands before the shorter ones it begins with.
    private static let forA: [StaticString] = [
        "api key", "api secret", "api token", "access key", "access token", "account key", "auth key",
    ]
    private static let forS: [StaticString] = [
        "secret access key", "secret key", "secret value", "secret", "shared access key", "signing key",
    ]
    private static let passwords: [StaticString] = ["password", "pass phrase", "passwd", "pass word", "pwd", "pw"]
    private static let codes: [StaticString] = ["pass code", "pin code", "pin"]

    init?(in text: ScannedText, at start: Int) {
        let found: (end: Int?, strictness: Strictness) =
            switch text[start] | 0x20 {
            case UInt8(ascii: "a"): (text.firstWord(of: Self.forA, at: start), .random)
            case UInt8(ascii: "b"): (text.word("bearer", at: start), .random)
            case UInt8(ascii: "c"): (text.word("contrase\u{F1}a", at: start), .chosen)
            case UInt8(ascii: "p"): Self.forP(in: text, at: start)
            case UInt8(ascii: "s"): (text.firstWord(of: Self.forS, at: start), .random)
            case UInt8(ascii: "t"): (text.word("token", at: start), .random)
            default: (nil, .random)
            }
        guard let end = found.end else { return nil }
        self.end = end
        strictness = found.strictness
    }

    private static func forP(in text: ScannedText, at start: Int) -> (end: Int?, strictness: Strictness) {
        if let end = text.firstWord(of: passwords, at: start) { return (end, .chosen) }
        if let end = text.word("private key", at: start) { return (end, .random) }
        guard let end = text.firstWord(of: codes, at: start) else { return (nil, .numeric) }
        // A pin that is not in capitals holds paper, or a bone.
        return (text[start + 1] == UInt8(ascii: "i") ? nil : end, .numeric)
    }
}
