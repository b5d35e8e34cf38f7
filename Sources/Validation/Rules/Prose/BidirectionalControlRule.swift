import Content
import Diagnostics

/// KB007
struct BidirectionalControlRule: FileRule {
    static let id = RuleID("KB007", "bidirectional-control")
    static let severity = Severity.error
    static let isSafety = true
    static let summary = "No character reorders the text around it."
    static let why = """
        The Bidi_Control characters make a reviewer see other words than a program reads, so an approval may be given to a \
        text that is not the one published. The two implicit marks are needed in text that runs from right to left.
        """
    static let examples = RuleExamples(
        valid: [.article(body: "Parking is free."), .article("language: ar", body: "\u{200F}12").addingArabic],
        invalid: [.article(body: "Parking is ↓\u{202E}free."), .article(body: "Parking↓\u{200F} is free.")])

    /// The languages written from right to left, by their primary subtag.
    private static let rightToLeft: Set<String> = [
        "ar", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi",
    ]

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        let language = file.item?.language?.value.split(separator: "-").first.map(String.init) ?? ""
        let allowsMarks = BidirectionalControlRule.rightToLeft.contains(language)
        for (scalar, range) in SpecialCharacters.all(in: file.bytes) {
            guard SpecialCharacters.isBidirectionalControl(scalar) else { continue }
            if allowsMarks, SpecialCharacters.isImplicitMark(scalar) { continue }
            report.add(
                .control(scalar), in: file, at: range,
                fixes: [Fix("remove it", edits: [TextEdit(Location(path: file.path, range: range), replacement: "")])])
        }
    }
}

extension RuleExample {
    fileprivate var addingArabic: RuleExample {
        adding(
            "kb.yaml", (RuleExample.base["kb.yaml"] ?? "").split(separator: "[en, es]").joined(separator: "[en, ar]"))
    }
}

/// The characters of a file that nobody sees.
enum SpecialCharacters {
    /// Every scalar of U+061C, U+200B…U+200F, U+202A…U+202E, U+2060…U+2069 and U+FEFF past the start, with its bytes.
    static func all(in bytes: [UInt8]) -> [(scalar: Unicode.Scalar, range: Range<Int>)] {
        guard !bytes.isASCII else { return [] }
        var found: [(Unicode.Scalar, Range<Int>)] = []
        bytes.withUnsafeBufferPointer { buffer in
            var offset = 0
            while offset + 1 < buffer.count {
                let lead = buffer[offset]
                if lead == 0xD8, buffer[offset + 1] == 0x9C {
                    found.append(("\u{061C}", offset..<offset + 2))
                } else if lead == 0xE2 || lead == 0xEF, offset + 2 < buffer.count {
                    let value =
                        UInt32(lead & 0x0F) << 12 | UInt32(buffer[offset + 1] & 0x3F) << 6
                        | UInt32(buffer[offset + 2] & 0x3F)
                    if let scalar = Unicode.Scalar(value), isSpecial(scalar), offset > 0 || value != 0xFEFF {
                        found.append((scalar, offset..<offset + 3))
                    }
                }
                offset += 1
            }
        }
        return found
    }

    /// The twelve characters of the property Bidi_Control.
    static func isBidirectionalControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    static func isImplicitMark(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{200E}" || scalar == "\u{200F}" }

    private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// `U+202E`.
    static func name(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension Message {
    fileprivate static func control(_ scalar: Unicode.Scalar) -> Message {
        Message(
            "the invisible character \(SpecialCharacters.name(scalar)) reorders the text around it", help: "remove it")
    }
}
