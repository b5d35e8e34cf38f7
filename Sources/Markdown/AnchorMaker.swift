/// Makes the anchors of headings as GitHub does: letters in lower case, spaces as hyphens, other punctuation dropped,
/// and a number after what would otherwise be there twice.
package struct AnchorMaker {
    /// For each anchor without a number of its own, the last number that was put after it: that one and all below it are
    /// used. By bytes, since a string as key would be normalised, which takes quadratic time for a long run of combining
    /// marks.
    private var last: [[UInt8]: Int] = [:]

    package init() {}

    package mutating func anchor(for text: String) -> String {
        let plain = Self.plainAnchor(for: text)
        guard isUsed(plain) else {
            last[plain] = 0
            return String(decoding: plain, as: UTF8.self)
        }
        var number = last[plain] ?? 0
        var anchor: [UInt8]
        repeat {
            number += 1
            anchor = plain + [UInt8(ascii: "-")] + String(number).utf8
        } while last[anchor] != nil
        last[plain] = number
        return String(decoding: anchor, as: UTF8.self)
    }

    private func isUsed(_ anchor: [UInt8]) -> Bool {
        if last[anchor] != nil { return true }
        guard let hyphen = anchor.lastIndex(of: UInt8(ascii: "-")), hyphen + 1 < anchor.count,
            anchor[hyphen + 1] != UInt8(ascii: "0"),
            let number = Int(String(decoding: anchor[(hyphen + 1)...], as: UTF8.self)), number > 0
        else { return false }
        return last[Array(anchor[..<hyphen])].map { number <= $0 } ?? false
    }

    private static func plainAnchor(for text: String) -> [UInt8] {
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
        return anchor
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
