/// Makes the anchors of headings as GitHub does: letters in lower case, spaces as hyphens, other punctuation dropped,
/// and a number after what would otherwise be there twice.
package struct AnchorMaker {
    /// For each anchor's bytes, the last number that was put after it. A string as key would be normalised, which takes
    /// quadratic time for a long run of combining marks.
    private var used: [[UInt8]: Int] = [:]

    package init() {}

    package mutating func anchor(for text: String) -> String {
        let plain = Self.plainAnchor(for: text)
        guard var number = used[Array(plain.utf8)] else {
            used[Array(plain.utf8)] = 0
            return plain
        }
        var anchor = plain
        repeat {
            number += 1
            anchor = "\(plain)-\(number)"
        } while used[Array(anchor.utf8)] != nil
        used[Array(plain.utf8)] = number
        used[Array(anchor.utf8)] = 0
        return anchor
    }

    private static func plainAnchor(for text: String) -> String {
        var anchor: [UInt8] = []
        anchor.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9", "-", "_": anchor.append(UInt8(scalar.value))
            case " ": anchor.append(UInt8(ascii: "-"))
            case "A"..."Z": anchor.append(UInt8(scalar.value) | 0x20)
            default:
                if scalar.value >= 0x80, isWordPart(scalar) {
                    anchor.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
                }
            }
        }
        return String(decoding: anchor, as: UTF8.self)
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
            true
        default: false
        }
    }
}
