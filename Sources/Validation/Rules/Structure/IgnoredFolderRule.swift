import Content
import Diagnostics

/// KB111
struct IgnoredFolderRule: BaseRule {
    static let id = RuleID("KB111", "ignored-folder")
    static let severity = Severity.warning
    static let summary = "Content stands in a folder that is read."
    static let why = """
        Only folders of the known names are read. An article in 'article/' or 'Articles/' is simply not there, and nobody \
        who looks at its file would think so.
        """
    static let examples = RuleExamples(
        valid: [.article().adding("notes/parking.md", "Text.")],
        invalid: [
            RuleExample("Articles/parking.md", "↓" + RuleExample.articleText()),
            RuleExample("workflow/visit.yaml", "↓id: visit\n"),
        ])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        let folders = FileKind.allCases.compactMap(\.folder)
        var seen: Set<Substring> = []
        for path in base.entries.lazy.map(\.path) {
            guard let slash = path.firstIndex(of: "/"), FileKind.at(path) == .elsewhere,
                path.hasSuffix(".md") || path.hasSuffix(".yaml") || path.hasSuffix(".yml")
            else { continue }
            let folder = path[..<slash]
            guard !seen.contains(folder), let near = Suggestion.closest(to: String(folder), among: folders) else {
                continue
            }
            seen.insert(folder)
            report.add(.ignored(String(folder), near), path: path, range: 0..<0)
        }
    }
}

extension Message {
    fileprivate static func ignored(_ folder: String, _ near: String) -> Message {
        Message("the folder '\(folder)' is not read", help: "did you mean '\(near)'? Move its files there")
    }
}
