import CommandLine
import Content
import Decisions
import Rendering
import Validation

/// Proves workflows and says what holds for whom.
struct ProveAction: Action {
    let workspace: Workspace
    /// Ids of workflows; empty: all.
    var workflows: [String] = []
    var revision: String?
    var maxNodes: Int?
    /// A file of how often callers have each value; nil: every context is as likely as any other.
    var callers: String?
    var format = ProofFormat.text
    var exitsZero = false
    var color = ColorChoice.auto

    func run(_ console: Console) async throws -> ExitStatus {
        let source: any ContentSource =
            try revision.map { try RevisionSource(workspace).content(at: $0) } ?? workspace.tree
        let result = try await check(source, console)
        let editions = FlowEditions(result.base)
        let selection = try WorkflowSelection(workflows, of: result.base, editions)
        var budget = ProofBudget()
        if let maxNodes { budget.nodes = maxNodes }
        let distribution = try distribution(result.base, selection, editions)
        let round = ProofRound(result, budget: budget, callers: distribution)
        let report = ProofReport(
            selection.ids.flatMap { round.workflows($0, in: editions) }, zone: result.base.configuration.zone,
            revision: revision, isEven: distribution.isEven)
        var output = console.output
        format.render(report, width: console.surroundings.columns, palette: console.palette(color), to: &output)
        try result.base.checkReading()
        if format == .text { console.note(report.summary.prefix(1).uppercased() + report.summary.dropFirst() + ".") }
        return report.isFailed && !exitsZero ? .findings : .clean
    }

    /// Fields that a workflow has for itself may be named too.
    private func distribution(
        _ base: KnowledgeBase, _ selection: WorkflowSelection, _ editions: FlowEditions
    ) throws -> CallerDistribution {
        guard let callers else { return .even }
        let local = selection.ids.flatMap { editions.editions(of: $0) }.flatMap { edition in
            FlowClosure(edition.flow, in: edition.library).fields
        }
        return try CallersFile(callers, fields: local + base.configuration.context).distribution()
    }

    private func check(_ source: any ContentSource, _ console: Console) async throws -> Validator.Result {
        let line = ProgressLine("Reading", console.surroundings)
        defer { line.end() }
        return try await workspace.validate(source, at: SystemClock.now()) { line.show($0, of: $1) }
    }
}
