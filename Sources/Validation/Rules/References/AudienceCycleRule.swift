import Content
import Diagnostics

/// KB215
struct AudienceCycleRule: BaseRule {
    static let id = RuleID("KB215", "audience-cycle")
    static let severity = Severity.error
    static let isSafety = true
    static let summary = "Audiences do not include one another in a circle."
    static let why = """
        An audience reads all that those it includes may read. In a circle each reads everything of the others, so a slip in one \
        line would show staff content to the public.
        """
    static let examples = RuleExamples(
        valid: [.article()],
        invalid: [RuleExample("kb.yaml", circular)])

    private static let circular = RuleExample.base["kb.yaml"]!.split(separator: "\n").map { line in
        line == "  public: {}" ? "  public: {includes: [↓billing]}" : line
    }.joined(separator: "\n")

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        let included = base.configuration.audiences
        for name in included.keys.sorted() {
            let circle = (included[name] ?? []).filter { $0 != name && included[$0]?.contains(name) ?? false }
            guard !circle.isEmpty else { continue }
            let place = base.configuration.references.first { reference in
                if case .audience(let other) = reference.target {
                    circle.contains(other) || other == name
                } else {
                    false
                }
            }
            report.add(.circle(circle.union([name]).sorted()), path: "kb.yaml", range: place?.range ?? 0..<0)
            // The others of the circle are the same mistake.
            return
        }
    }
}

extension Message {
    fileprivate static func circle(_ names: [String]) -> Message {
        Message(
            "the audiences \(names.joined(separator: ", ")) include one another, so each may read everything of the others",
            help: "remove one 'includes'")
    }
}
