import Content
import Diagnostics
import YAML

/// KB110
struct WrongPlaceRule: FileRule {
    static let id = RuleID("KB110", "wrong-place")
    static let severity = Severity.error
    static let summary = "A file stands in the folder of what it holds, with the right ending."
    static let why = """
        The folder says what a file is. An alert among the workflows is checked as a workflow and never shown as an alert; a \
        file with another ending is not read at all.
        """
    static let examples = RuleExamples(
        valid: [.article(path: "articles/visit/parking.md")],
        invalid: [
            RuleExample("articles/parking.yaml", "↓id: parking\n"),
            RuleExample(
                "workflows/lift.yaml",
                "↓id: lift\ntitle: Lift\nowner: editors\naudience: [agents]\nfrom: 2026-09-01\nuntil: 2026-09-02\nmessage: Stairs.\n"
            ),
        ])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        if case .wrongSuffix(let kind) = FileKind.at(file.path) {
            report.add(.suffix(file.path, kind), in: file, at: 0..<0)
        } else if let kind = WrongPlaceRule.misplaced(file.content), let folder = kind.folder {
            report.add(.folder(kind, folder), in: file, at: file.content.root?.range.prefixOfOne ?? 0..<0)
        }
    }

    /// Fields that tell a kind.
    private static let marks: [(FileKind, [String])] = [
        (.workflow, ["steps"]), (.alert, ["from", "until", "message"]), (.facts, ["facts"]), (.synonyms, ["synonyms"]),
        (.navigation, ["categories"]), (.tests, ["scenarios"]), (.directory, ["phones"]),
    ]

    /// The kind that a file really holds, where it is surely not the kind of its folder.
    static func misplaced(_ file: ContentFile) -> FileKind? {
        guard let fields = file.root?.mapping, file.kind.folder != nil, file.kind != .template else { return nil }
        for (kind, names) in marks where kind != file.kind && names.allSatisfy({ fields[$0] != nil }) {
            let own = marks.first { $0.0 == file.kind }?.1 ?? ["id", "answer"]
            if own.allSatisfy({ fields[$0] == nil }) || file.kind == .article && fields["answer"] == nil { return kind }
        }
        return nil
    }
}

extension Range<Int> {
    /// The first byte only: a caret for a finding about a whole file.
    var prefixOfOne: Range<Int> { lowerBound..<Swift.min(lowerBound + 1, upperBound) }
}

extension Message {
    fileprivate static func suffix(_ path: String, _ kind: FileKind) -> Message {
        Message(
            "'\(path)' is not read: files under \(kind.folder ?? "")/ end in \(kind.suffix)",
            help: "rename it, or move it out of this folder")
    }

    fileprivate static func folder(_ kind: FileKind, _ folder: String) -> Message {
        Message("this file holds \(kind == .alert ? "an alert" : "a \(kind.rawValue)")", help: "move it to \(folder)/")
    }
}
