import CommandLine
import Content
import Decisions
import Diagnostics
import Rendering
import Validation

/// Proves workflows, and puts what was found into words.
struct ProofRound {
    /// A better order is suggested where it saves this share of the questions, and this many of them.
    private static let leastShare = 0.1
    private static let leastSaving = 0.3

    private let base: KnowledgeBase
    private let suppressed: [Diagnostic]
    private let budget: ProofBudget
    private let callers: CallerDistribution

    init(_ result: Validator.Result, budget: ProofBudget, callers: CallerDistribution = .even) {
        self.callers = callers
        base = result.base
        suppressed = result.suppressed.filter { $0.rule == ProofText.rule }
        self.budget = budget
    }

    /// Every edition of a workflow.
    func workflows(_ id: String, in editions: FlowEditions) -> [ProvenWorkflow] {
        let read = editions.editions(of: id)
        let readPaths = Set(read.map(\.item.path))
        let unread = base.editions(of: id).filter { item in
            guard case .workflow = item.details else { return false }
            return item.translation == nil && !item.isRetired && !readPaths.contains(item.path)
        }
        return read.map(proven) + unread.map(unreadable)
    }

    private func unreadable(_ item: ItemRecord) -> ProvenWorkflow {
        let head = WorkflowHead(item, base)
        return ProvenWorkflow(
            id: item.id.value, title: head.title, path: item.path, line: head.line, findings: findings([]))
    }

    private func proven(_ edition: FlowEditions.Edition) -> ProvenWorkflow {
        let proof = FlowProof(of: edition.flow, in: edition.library, budget: budget)
        let text = ProofText(edition, proof)
        let failures = proof.findings.map { failure($0, edition, proof, text) }
        let isEndless = proof.findings.contains { $0.property == .noCycle } || !proof.proven.contains(.noCycle)
        let order =
            isEndless ? nil : QuestionOrder(of: edition.flow, in: edition.library, callers: callers, budget: budget)
        let head = WorkflowHead(edition.item, base)
        return ProvenWorkflow(
            id: edition.item.id.value, title: head.title, path: edition.item.path, line: head.line,
            range: edition.range, proof: proof, budget: edition.workflow.budget, questions: order?.most,
            average: order?.asked,
            undecidedText: proof.undecided.isEmpty ? nil : "\(text.undecided.text); \(text.undecided.help)",
            failures: failures, hints: failures.isEmpty ? order.map(hints) ?? [] : [],
            findings: findings(failures.map(\.diagnostic)))
    }

    private func failure(
        _ finding: FlowFinding, _ edition: FlowEditions.Edition, _ proof: FlowProof, _ text: ProofText
    ) -> ProvenWorkflow.Failure {
        let message = text.message(finding)
        // Of everybody, the number says nothing new.
        let count = finding.callers.flatMap { $0 == proof.contexts ? nil : $0 }
        let share = count.map { ": \($0.grouped) of \(proof.contexts.grouped) contexts" } ?? ""
        let range = edition.workflow.range(of: finding.location) ?? edition.item.id.range
        let diagnostic = Diagnostic(
            rule: ProofText.rule, severity: .error, location: Location(path: edition.item.path, range: range),
            message: message.text + share, help: message.help, item: edition.item.id.value)
        return ProvenWorkflow.Failure(
            diagnostic, finding.property, witness: finding.witness, text: text.witness(finding),
            callers: finding.callers)
    }

    private func findings(_ diagnostics: [Diagnostic]) -> FindingSet {
        let places = Set(suppressed.map(\.location))
        return FindingSet(
            diagnostics.filter { !places.contains($0.location) },
            suppressed: diagnostics.filter { places.contains($0.location) }, fileCount: 1,
            source: { [base] in base.source($0) }, documentation: Documentation.url)
    }

    private func hints(_ order: QuestionOrder) -> [ProvenWorkflow.Hint] {
        var hints = order.unneeded.map { ProvenWorkflow.Hint.unneeded(field: $0) }
        if !order.assumed.isEmpty { hints.append(.assumed(fields: order.assumed)) }
        if let asked = order.asked, let plan = order.plan,
            asked - order.needed >= max(Self.leastSaving, asked * Self.leastShare)
        {
            hints.append(
                .order(.init(asked: asked, needed: order.needed, isBest: order.isBest, plan: plan)))
        }
        return hints
    }
}

/// What a workflow's file says of it, which the knowledge base does not keep.
struct WorkflowHead {
    let title: String
    /// Of its id.
    let line: Int

    init(_ item: ItemRecord, _ base: KnowledgeBase) {
        let source = base.source(item.path)
        let reader = ContentReader(timeZone: { _ in nil })
        let read = source.map { reader.read($0, as: .workflow) }
        title = read?.items.first?.title?.value ?? item.id.value
        line = source.map { LineIndex($0).position(of: item.id.range.lowerBound).line } ?? 1
    }
}
