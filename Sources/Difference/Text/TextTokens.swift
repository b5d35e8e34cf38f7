/// A text cut into words, spaces and marks.
struct TextTokens {
    private(set) var tokens: [Substring] = []
    /// Whether each token is a word.
    private(set) var isWord: [Bool] = []

    /// - Parameter text: A fact's placeholder in it is one word.
    init(_ text: String) {
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let start = index
            let kind = TextTokens.kind(scalars[index])
            if scalars[index] == "{", let end = TextTokens.placeholderEnd(scalars[index...]) {
                index = end
                add(text[start..<index], true)
                continue
            }
            scalars.formIndex(after: &index)
            if kind == .word || kind == .space {
                while index < scalars.endIndex, TextTokens.kind(scalars[index]) == kind {
                    scalars.formIndex(after: &index)
                }
            }
            // What combines with a character belongs to it.
            while index < scalars.endIndex, TextTokens.isCombining(scalars[index]) { scalars.formIndex(after: &index) }
            add(text[start..<index], kind == .word || kind == .ideograph)
        }
    }

    private mutating func add(_ token: Substring, _ word: Bool) {
        tokens.append(token)
        isWord.append(word)
    }

    private enum Kind { case word, ideograph, space, mark }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x27, 0x5F: return .word
        case 0x20, 0x09, 0x0A, 0x0D: return .space
        case 0..<0x80: return .mark
        // Scripts that are written without spaces.
        case 0x0E00...0x0E7F, 0x3040...0x30FF, 0x3400...0x9FFF, 0x20000...0x3FFFF: return .ideograph
        default:
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || isCombining(scalar) {
                return .word
            }
            return scalar.properties.isWhitespace ? .space : .mark
        }
    }

    private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x300 else { return false }
        if scalar.value == 0x200D || (0xFE00...0xFE0F).contains(scalar.value) { return true }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: return true
        default: return (0x1F3FB...0x1F3FF).contains(scalar.value)
        }
    }

    /// The end of `{{…}}` at the start of a text.
    private static func placeholderEnd(_ text: Substring.UnicodeScalarView) -> String.Index? {
        guard text.starts(with: "{{".unicodeScalars) else { return nil }
        var index = text.startIndex
        for _ in 0..<128 {
            guard index < text.endIndex, text[index] != "\n" else { return nil }
            let next = text.index(after: index)
            if text[index] == "}", next < text.endIndex, text[next] == "}" { return text.index(after: next) }
            index = next
        }
        return nil
    }
}
