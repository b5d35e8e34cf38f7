import Content
import Decisions
import Diagnostics
import Time

/// KB505
struct WorkflowProofRule: BaseRule {
    static let id = RuleID("KB505", "workflow-proof")
    static let severity = Severity.error
    static let summary = "A workflow leads every caller to exactly one outcome, and asks nothing in vain."
    static let why = """
        A caller for whom no answer fits is stuck in the middle of a call, and so is one who goes round in a circle; a step that \
        nobody reaches is guidance that was approved and is never given. The proof covers every caller that the fields can \
        describe, and shows one for whom it fails.
        """
    static let examples = RuleExamples(
        valid: [RuleExample("workflows/visit.yaml", WorkflowExample.text())],
        invalid: [
            RuleExample("workflows/visit.yaml", WorkflowExample.text(next: "{routine: book}").marking("urgency:")),
            RuleExample(
                "workflows/visit.yaml",
                WorkflowExample.text(
                    next: "{routine: book, urgent: check}",
                    more: "  check: {when: [{if: {urgency: urgent}, go: call}, ↓{else: book}]}\n")),
            RuleExample(
                "workflows/visit.yaml",
                WorkflowExample.text(
                    next: "{routine: book, urgent: again}", more: "  again: {when: [{else: urgency}]}\n"
                ).marking("urgency:")),
            RuleExample("workflows/visit.yaml", WorkflowExample.text(next: "{routine: book, urgent: book}").unused),
        ])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        var told: Set<FlowDefect> = []
        let proofs = FlowEditions(base).all.map { ($0, FlowProof(of: $0.flow, in: $0.library)) }
        var faulty: [String: [InstantRange]] = [:]
        for (edition, proof) in proofs where proof.findings.contains(where: { !$0.isOfCalledWorkflow }) {
            faulty[edition.item.path, default: []].append(edition.range)
        }
        for (edition, proof) in proofs {
            let text = ProofText(edition, proof)
            // Of a workflow that calls a faulty one, nothing is told that may go with the fault.
            let isSettled = !edition.items.dropFirst().contains { item in
                faulty[item.path]?.contains { $0.overlaps(edition.range) } ?? false
            }
            let structure = Set(proof.findings.filter(\.isAboutStructure).map(\.location))
            for finding in proof.findings where isSettled && !isToldElsewhere(finding, base) {
                guard finding.isAboutStructure || !structure.contains(finding.location) else { continue }
                // Two editions of a called workflow may leave the same gap.
                let defect = FlowDefect(path: edition.item.path, kind: finding.kind, location: finding.location)
                guard told.insert(defect).inserted else { continue }
                report.add(
                    dated(text.message(finding), edition, base), path: edition.item.path,
                    range: edition.workflow.range(of: finding.location) ?? edition.item.id.range,
                    item: edition.item.id.value)
            }
            if !proof.undecided.isEmpty, proof.findings.isEmpty {
                report.add(
                    text.undecided, path: edition.item.path, range: edition.item.id.range, severity: .warning,
                    item: edition.item.id.value)
            }
        }
    }

    /// With the day from which it is so, where an edition comes into force later than the workflow itself.
    private func dated(_ message: Message, _ edition: FlowEditions.Edition, _ base: KnowledgeBase) -> Message {
        guard let from = edition.range.from, from != base.effectiveRange(edition.item)?.from else { return message }
        return Message("from \(base.configuration.zone.local(from).date) on, \(message.text)", help: message.help)
    }

    /// Another rule has found it already, or the called workflow's own proof has.
    private func isToldElsewhere(_ finding: FlowFinding, _ base: KnowledgeBase) -> Bool {
        switch finding.kind {
        case .structure(let defect):
            switch defect {
            // A workflow that is there may not be in force.
            case .missingWorkflow(let id, _): base.resolve(id) == nil
            case .recursion, .missingStep, .missingOutcome, .undeclaredField: true
            case .conflictingField, .tooLarge, .callsTooDeep: false
            }
        case .calledWorkflow: true
        case .unreachableStep(let isConnected): !isConnected
        case .gap, .unmatchable, .cycle, .needlessQuestion, .overBudget: false
        }
    }
}

private struct FlowDefect: Hashable {
    let path: String
    let kind: FlowFinding.Kind
    let location: FlowLocation
}

extension FlowFinding {
    fileprivate var isOfCalledWorkflow: Bool { if case .calledWorkflow = kind { true } else { false } }

    fileprivate var isAboutStructure: Bool { if case .structure = kind { true } else { false } }
}

extension String {
    fileprivate func marking(_ text: String) -> String {
        guard let range = firstRange(of: "\n  " + text) else { return self }
        return String(self[..<range.lowerBound]) + "\n  ↓" + text + String(self[range.upperBound...])
    }

    /// With the question marked, and without the step that nothing leads to.
    fileprivate var unused: String {
        marking("urgency:").split(separator: "\n").filter { !$0.contains("call:") }.joined(separator: "\n") + "\n"
    }
}
