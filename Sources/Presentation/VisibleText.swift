/// Makes characters that cannot be seen, or that steer a terminal, visible as `\u{1B}`.
///
/// Everything that comes from content, file names included, passes through here before it is shown: an escape
/// sequence could rewrite the screen, and a bidirectional override shows other text than the file holds.
package enum VisibleText {
    /// White space that may stay as it is.
    package struct Whitespace: OptionSet, Sendable {
        package let rawValue: Int

        package init(rawValue: Int) { self.rawValue = rawValue }

        package static let lineFeed = Whitespace(rawValue: 1)
        package static let tab = Whitespace(rawValue: 2)
    }

    /// - Parameter whitespace: what stays; with line feeds, the carriage return before one is left out.
    package static func of(_ text: some StringProtocol, keeping whitespace: Whitespace = []) -> String {
        // Most text has nothing to hide.
        guard text.unicodeScalars.contains(where: isHidden) else { return String(text) }
        var visible = ""
        for character in text {
            if character == "\r\n", whitespace.contains(.lineFeed) {
                visible += "\n"
            } else {
                append(character, to: &visible, keeping: whitespace)
            }
        }
        return visible
    }

    private static func append(_ character: Character, to visible: inout String, keeping whitespace: Whitespace) {
        for scalar in character.unicodeScalars {
            switch scalar {
            case "\n" where whitespace.contains(.lineFeed), "\t" where whitespace.contains(.tab):
                visible.unicodeScalars.append(scalar)
            case _ where isHidden(scalar):
                visible += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default:
                visible.unicodeScalars.append(scalar)
            }
        }
    }

    /// Controls (C0, DEL, C1), line and paragraph separators, bidirectional and other invisible formatting.
    ///
    /// Joiners and the first variation selectors are not hidden: emoji and several scripts are written with them.
    package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: false
        case 0x200C, 0x200D, 0xFE00...0xFE0F: false
        case 0xFFF9...0xFFFB: true
        default:
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: true
            default: scalar.properties.isDefaultIgnorableCodePoint
            }
        }
    }
}
