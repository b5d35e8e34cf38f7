import Content
import Diagnostics

/// KB006
struct ConflictMarkersRule: FileRule {
    static let id = RuleID("KB006", "conflict-markers")
    static let severity = Severity.error
    static let isSafety = true
    static let summary = "No merge conflict is left in a file."
    static let why = """
        A half-merged article shows two versions of one rule to the person on the phone. Git's markers are found at the \
        start of a line, in front matter and in text.
        """
    static let examples = RuleExamples(
        valid: [.article(body: "Heading\n=======\n\nText.")],
        invalid: [
            .article(
                body: "Text.\n\n↓<<<<<<< HEAD\nPark in the garage.\n=======\nPark in the street.\n>>>>>>> branch")
        ])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        if let range = ConflictMarkersRule.firstMarker(file.bytes) {
            report.add(.conflict, in: file, at: range)
        }
    }

    /// A merge in this file was never finished, so its syntax says nothing.
    static func isConflicted(_ bytes: [UInt8]) -> Bool { firstMarker(bytes) != nil }

    /// The line `<<<<<<< …`; the other markers also occur in honest text.
    private static func firstMarker(_ bytes: [UInt8]) -> Range<Int>? {
        var start = 0
        while let offset = bytes.firstOffset(of: marker, from: start) {
            if offset == 0 || bytes[offset - 1] == UInt8(ascii: "\n") { return offset..<offset + marker.count - 1 }
            start = offset + 1
        }
        return nil
    }

    private static let marker = Array("<<<<<<< ".utf8)
}

extension Message {
    fileprivate static let conflict = Message(
        "a merge conflict is left here", help: "choose one version and remove the lines <<<<<<<, ======= and >>>>>>>")
}
