import SeededRandom

/// Small changes to a text, the same for the same number everywhere.
struct Mutator {
    /// What means something to one of the parsers.
    private static let pieces: [[UInt8]] = [
        "\n", "\n  ", "\r\n", "\t", " ", "- ", "? ", ": ", ", ", "[", "]", "{", "}", "(", ")", "\"", "'", "\\", "`",
        "```",
        "#", "|", ">", "&a ", "*a", "!!str ", "%TAG", "---\n", "...\n", ":::\n", "::: {", "](", "![", "<", "<!--",
        "-->", "*",
        "**", "_", "~~", "|-|", "&#0;", "&amp;", "{{fact:", "}}", "kb:", "../", "1. ", "\\u", "\\ud83d", "0", "-1",
        "1e400",
        ".5", "9223372036854775808", "2026-02-29", ">= ", "null", "true", "$", "^", "+", "{2,3}", "(?:", "\\\\p{L}",
        "\"$ref\":\"#\",", "\u{FEFF}", "\u{85}", "\u{2028}", "é", "e\u{301}", "😀", "\0",
    ].map { Array($0.utf8) }
    /// Bytes of the longest input: the time of thousands must stay short.
    private static let longest = 8192

    private var random: SeededGenerator

    /// - Parameter number: of the input.
    init(number: Int) {
        random = SeededGenerator(seed: UInt64(truncatingIfNeeded: number))
    }

    /// The text with one to eight changes.
    mutating func change(_ seed: [UInt8]) -> [UInt8] {
        var text = seed
        for _ in 0...below(8) { changeOnce(&text) }
        return text.count > Self.longest ? Array(text[..<Self.longest]) : text
    }

    private mutating func changeOnce(_ text: inout [UInt8]) {
        let place = below(text.count + 1)
        let part = range(of: text)
        switch below(9) {
        case 0: if !part.isEmpty { text[part.lowerBound] ^= 1 << UInt8(below(8)) }
        case 1: if !part.isEmpty { text[part.lowerBound] = UInt8(below(256)) }
        case 2: text.removeSubrange(part)
        case 3: text.removeSubrange(place...)
        case 4: text.insert(contentsOf: Array(text[part]), at: place)
        case 5: text.replaceSubrange(part, with: piece())
        case 6:
            let unit = part.isEmpty || below(2) == 0 ? piece() : Array(text[part].prefix(32))
            text.insert(contentsOf: repeatElement(unit, count: 1 + below(100)).joined(), at: place)
        default: text.insert(contentsOf: piece(), at: place)
        }
    }

    private mutating func piece() -> [UInt8] {
        Self.pieces[below(Self.pieces.count)]
    }

    /// Mostly short.
    private mutating func range(of text: [UInt8]) -> Range<Int> {
        let start = below(text.count + 1)
        let length = below(below(4) == 0 ? 256 : 16)
        return start..<min(text.count, start + length)
    }

    private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
}
