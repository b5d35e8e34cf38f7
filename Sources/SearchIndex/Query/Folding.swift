@_spi(_Unicode) import Swift

/// What a character beyond ASCII is to a word: lower case, its canonical decomposition without marks, so that `É`, `é`, `e`
/// with a combining accent and `e` are one letter.
enum Folding {
    /// Ends a word.
    case boundary
    /// Neither part of a word nor its end: an apostrophe, a mark, a soft hyphen.
    case ignored
    /// Part of a word, as UTF-8.
    case letters([UInt8])
    /// A word of its own.
    case word([UInt8])

    static func of(_ scalar: Unicode.Scalar) -> Folding {
        switch scalar.value {
        case 0x2019, 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: return .ignored
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            return .word(Array(String(scalar).utf8))
        default: break
        }
        let properties = scalar.properties
        if properties.generalCategory == .nonspacingMark || properties.generalCategory == .enclosingMark {
            return .ignored
        }
        guard properties.isAlphabetic || properties.numericType != nil else { return .boundary }
        var letters: [UInt8] = []
        for part in properties.lowercaseMapping._nfd where part.properties.generalCategory != .nonspacingMark {
            letters += String(part).utf8
        }
        return letters.isEmpty ? .ignored : .letters(letters)
    }
}
