/// How many columns text takes on a terminal.
///
/// Measured over grapheme clusters: wide East Asian characters and emoji take two columns, combining marks none.
/// Hidden characters must have been made visible before, see `VisibleText`.
package enum TextWidth {
    package static func columns(of text: some StringProtocol) -> Int {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
        return text.reduce(0) { $0 + columns(of: $1) }
    }

    package static func columns(of character: Character) -> Int {
        if character.isASCII { return 1 }
        let scalars = character.unicodeScalars
        // The variation selector asks for the emoji form of a character that is also text.
        if scalars.contains("\u{FE0F}"), scalars.first!.properties.isEmoji { return 2 }
        return scalars.reduce(0) { max($0, columns(of: $1)) }
    }

    /// The longest beginning that fits; where something is cut off, it ends in `…`.
    package static func truncated(_ text: String, to width: Int) -> String {
        if columns(of: text) <= width { return text }
        guard width > 0 else { return "" }
        return prefix(of: text, columns: width - 1) + "…"
    }

    /// The longest run of whole characters from the start that takes at most so many columns.
    package static func prefix(of text: some StringProtocol, columns limit: Int) -> String {
        var used = 0
        return String(
            text.prefix { character in
                used += columns(of: character)
                return used <= limit
            })
    }

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default:
            if scalar.properties.isEmojiPresentation { return 2 }
            return isWide(scalar.value) ? 2 : 1
        }
    }

    /// Whether `East_Asian_Width` is wide or fullwidth (Unicode 16), emoji left out.
    private static func isWide(_ value: UInt32) -> Bool {
        guard value >= wideRanges[0].lowerBound else { return false }
        return wideRanges.contains { $0.contains(value) }
    }

    // Generous where Unicode leaves gaps that nothing is assigned to.
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E, 0x3041...0x3247,
        0x3250...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
        0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1D300...0x1D376,
        0x1F200...0x1F265, 0x20000...0x3FFFD,
    ]
}
