import Content
import Diagnostics

/// KB504
struct CalledWorkflowRule: BaseRule {
    static let id = RuleID("KB504", "called-workflow")
    static let severity = Severity.error
    static let summary = "A call goes on from outcomes that the called workflow has, and never comes back to itself."
    static let why = """
        A sub-workflow ends at one of its outcomes. One that it does not have is the sign of a step that was renamed; a call \
        that leads back to its own workflow would never end.
        """
    static let examples = RuleExamples(
        valid: [RuleExample("workflows/visit.yaml", WorkflowExample.text())],
        invalid: [
            RuleExample([
                "workflows/visit.yaml": WorkflowExample.text(),
                "workflows/scan.yaml": WorkflowExample.text(
                    start: "first", more: "  first: {call: visit, next: {book: book, ↓refuse: book, call: call}}\n"
                ).replacingID("scan"),
            ]),
            RuleExample([
                "workflows/visit.yaml": WorkflowExample.text(
                    next: "{routine: book, urgent: again}",
                    more: "  again: {call: ↓visit, next: {book: book, call: call}}\n")
            ]),
        ])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        var callees: [String: Set<String>] = [:]
        var outcomes: [String: [String]] = [:]
        for item in base.items {
            guard case .workflow(let workflow) = item.details else { continue }
            for step in workflow.steps {
                guard case .call(let callee, let answers) = step.kind, let id = base.resolve(callee.value) else {
                    continue
                }
                callees[item.id.value, default: []].insert(id)
                let known = outcomes[id] ?? base.outcomeNames(of: id)
                outcomes[id] = known
                checkOutcomes(known, id, callee, answers, item, &report)
            }
        }
        for item in base.items {
            guard case .workflow(let workflow) = item.details else { continue }
            var isRecursive: [String: Bool] = [:]
            for step in workflow.steps {
                guard case .call(let callee, _) = step.kind, let id = base.resolve(callee.value) else { continue }
                let leadsBack = isRecursive[id] ?? leads(from: id, to: item.id.value, callees)
                isRecursive[id] = leadsBack
                guard leadsBack else { continue }
                report.add(.recursion(callee.value), in: item, at: callee.range)
            }
        }
    }

    private func checkOutcomes(
        _ outcomes: [String], _ id: String, _ callee: Located<String>, _ answers: [Workflow.Answer], _ item: ItemRecord,
        _ report: inout Report
    ) {
        let known = Set(answers.isEmpty ? [] : outcomes)
        guard !outcomes.isEmpty else { return }
        for answer in answers where !known.contains(answer.key.value) {
            let suggestion = report.suggestion(for: answer.key.value, among: outcomes)
            report.add(.unknown(answer.key.value, id, outcomes, suggestion: suggestion), in: item, at: answer.key.range)
        }
    }

    private func leads(from start: String, to target: String, _ callees: [String: Set<String>]) -> Bool {
        var seen: Set<String> = []
        var open = [start]
        while let id = open.popLast() {
            if id == target { return true }
            if seen.insert(id).inserted { open += callees[id] ?? [] }
        }
        return false
    }
}

extension String {
    fileprivate func replacingID(_ id: String) -> String { "id: \(id)\n" + drop { $0 != "\n" }.dropFirst() }
}

extension Message {
    fileprivate static func unknown(_ name: String, _ id: String, _ outcomes: [String], suggestion: String?) -> Message
    {
        Message(
            "'\(id)' has no outcome '\(name)'",
            help: suggestion ?? "its outcomes are \(Suggestion.list(outcomes))")
    }

    fileprivate static func recursion(_ id: String) -> Message {
        Message(
            "this call leads back to its own workflow",
            help: "call another workflow than '\(id)', or repeat its steps here")
    }
}
