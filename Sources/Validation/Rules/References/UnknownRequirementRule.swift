import Content
import Diagnostics

/// KB205
struct UnknownRequirementRule: BaseRule {
    static let id = RuleID("KB205", "unknown-requirement")
    static let severity = Severity.error
    static let summary = "Requirements are declared in kb.yaml."
    static let why = """
        Answers are united by what they require. A requirement under a name of its own would be counted as another one, and \
        the caller asked for the same paper twice or not at all.
        """
    static let examples = RuleExamples(
        valid: [.article("requires: [referral]")], invalid: [.article("requires: [↓refferal]")])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        let declared = base.configuration.requirements.map(\.id.value)
        for (path, item, reference) in base.allReferences {
            guard case .requirement(let name) = reference.target, !declared.contains(name) else { continue }
            let suggestion = report.suggestion(for: name, among: declared)
            report.add(.unknown(name, suggestion: suggestion), path: path, range: reference.range, item: item)
        }
    }
}

extension Message {
    fileprivate static func unknown(_ name: String, suggestion: String?) -> Message {
        Message(
            "the requirement '\(name)' is not declared",
            help: suggestion ?? "declare it under 'requirements' in kb.yaml")
    }
}
