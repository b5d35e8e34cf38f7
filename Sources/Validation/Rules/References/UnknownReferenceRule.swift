import Content
import Diagnostics

/// KB201
struct UnknownReferenceRule: BaseRule {
    static let id = RuleID("KB201", "unknown-reference")
    static let severity = Severity.error
    static let summary = "Every link, hand-off and target names something that exists."
    static let why = """
        The person on the phone follows the link in the middle of a call. One that leads nowhere costs them the answer, so \
        every id in links, `related`, alerts, hubs, workflows, escalations, pins and tests must exist.
        """
    static let examples = RuleExamples(
        valid: [.article("related: [arrival]", body: "See [arrival](kb:arrival).")],
        invalid: [
            .article(body: "See [arrival](↓kb:arival)."),
            .article("related: [↓arival]"),
            .article("escalate: [{to: ↓nurse-line}]"),
        ])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        for (path, item, reference) in base.allReferences {
            guard let message = problem(reference.target, reference.role, base, &report) else { continue }
            report.add(message, path: path, range: reference.range, item: item)
        }
    }

    private func problem(
        _ target: Reference.Target, _ role: String, _ base: KnowledgeBase, _ report: inout Report
    ) -> Message? {
        switch target {
        case .item(let id, _):
            guard base.resolve(id) == nil else { return nil }
            return .unknown(id, role, suggestion: report.suggestion(for: id, among: Array(base.ids)))
        case .directoryEntry(let id): return kindProblem(id, .directory, role, base, &report)
        case .workflow(let id): return kindProblem(id, .workflow, role, base, &report)
        default: return nil
        }
    }

    private func kindProblem(
        _ name: String, _ kind: Item.Kind, _ role: String, _ base: KnowledgeBase, _ report: inout Report
    ) -> Message? {
        let found = base.resolve(name).flatMap { base.editions(of: $0).first?.kind }
        guard found != kind else { return nil }
        let ids = base.items.lazy.filter { $0.kind == kind }.map(\.id.value)
        let suggestion = report.suggestion(for: name, among: Array(ids))
        return found.map { .wrongKind(name, role, found: $0, expected: kind, suggestion: suggestion) }
            ?? .unknown(name, role, suggestion: suggestion)
    }
}

extension Message {
    fileprivate static func unknown(_ id: String, _ role: String, suggestion: String?) -> Message {
        Message(
            "the \(role) '\(id)' does not exist",
            help: suggestion ?? "name an existing id ('kb list' shows them), or remove it")
    }

    fileprivate static func wrongKind(
        _ id: String, _ role: String, found: Item.Kind, expected: Item.Kind, suggestion: String?
    ) -> Message {
        let noun = expected == .directory ? "directory entry" : expected.rawValue
        return Message(
            "the \(role) '\(id)' is \(found.withArticle), not a \(noun)",
            help: suggestion ?? "name a \(noun)")
    }
}

extension Item.Kind {
    /// "an article", "a hub".
    var withArticle: String {
        switch self {
        case .article, .alert: "an \(rawValue)"
        case .directory: "a directory entry"
        default: "a \(rawValue)"
        }
    }
}
