import Content
import Diagnostics

/// KB206
struct MissingAssetRule: BaseRule {
    static let id = RuleID("KB206", "missing-asset")
    static let severity = Severity.error
    static let summary = "Images, attachments and linked files exist."
    static let why = """
        A form that cannot be opened during the call is a form that the patient does not get. Paths are matched letter by \
        letter, since a server's file system does.
        """
    static let examples = RuleExamples(
        valid: [.article(body: "![Map](../assets/map.png)").adding("assets/map.png", "x")],
        invalid: [
            .article(body: "![Map](↓../assets/map.png)"),
            .article("attachments: [{file: ↓assets/Map.pdf}]").adding("assets/map.pdf", "x"),
            .article(body: "See [arrival](↓arrival.md)."),
        ])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        let ids = Dictionary(base.items.map { ($0.path, $0.id.value) }) { first, _ in first }
        for item in base.items {
            for reference in item.references {
                guard case .asset(let path) = reference.target else { continue }
                if let id = ids[path] {
                    report.add(.content(id), in: item, at: reference.range)
                    continue
                }
                guard !base.hasFile(path), !path.split(separator: "/").contains(".."), !path.hasPrefix("/")
                else { continue }
                let suggestion = report.suggestion(
                    for: path,
                    among: base.entries.map(\.path).filter { FileKind.at($0) == .kind(.asset) || path.hasSuffix(".md") }
                )
                report.add(.missing(path, suggestion: suggestion), in: item, at: reference.range)
            }
        }
    }
}

extension Message {
    fileprivate static func content(_ id: String) -> Message {
        Message("readers of the content have no such file to open", help: "link to it by its id: kb:\(id)")
    }

    fileprivate static func missing(_ path: String, suggestion: String?) -> Message {
        Message(
            "there is no file '\(path)'",
            help: suggestion
                ?? (path.contains("www.")
                    ? "write 'https://' before the address of a page"
                    : path.hasSuffix(".md") ? "link to content by its id: kb:ID" : "add it under assets/, or remove it")
        )
    }
}
