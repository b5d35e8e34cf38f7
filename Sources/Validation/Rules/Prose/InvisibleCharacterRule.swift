import Content
import Diagnostics

/// KB306
struct InvisibleCharacterRule: FileRule {
    static let id = RuleID("KB306", "invisible-character")
    static let severity = Severity.warning
    static let summary = "No zero-width character hides in the text."
    static let why = """
        Zero-width characters come along when text is copied from a web page. A word that holds one is not found by search, \
        although everybody sees it on the page.
        """
    static let examples = RuleExamples(
        valid: [.article(body: "Parking.")], invalid: [.article(body: "Par↓\u{200B}king.")])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        for (scalar, range) in SpecialCharacters.all(in: file.bytes) {
            guard !SpecialCharacters.isBidirectionalControl(scalar) else { continue }
            // A joiner belongs to an emoji or to a script that needs it; between Latin letters it hides.
            if scalar == "\u{200D}" || scalar == "\u{200C}", isBesideNonASCII(file.bytes, range) { continue }
            report.add(
                .invisible(scalar), in: file, at: range,
                fixes: [Fix("remove it", edits: [TextEdit(Location(path: file.path, range: range), replacement: "")])])
        }
    }

    private func isBesideNonASCII(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0
        let after = range.upperBound < bytes.count ? bytes[range.upperBound] : 0
        return before >= 0x80 || after >= 0x80
    }
}

extension Message {
    fileprivate static func invisible(_ scalar: Unicode.Scalar) -> Message {
        Message("the invisible character \(SpecialCharacters.name(scalar)) splits a word", help: "remove it")
    }
}
