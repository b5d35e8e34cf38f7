import CommandLine
import Content
import Decisions
import Diagnostics
import FileSystem
import GoldenQuestions
import Presentation
import Time
import Validation

/// Writes the scenarios that a knowledge base lacks.
struct SuggestAction: Action {
    var workspace: Workspace
    /// Ids of workflows; empty: all.
    var workflows: [String] = []
    var revision: String?
    var at: String?
    /// Nil: standard output.
    var output: String?
    var color = ColorChoice.auto

    func run(_ console: Console) async throws -> ExitStatus {
        let source: any ContentSource =
            try revision.map { try RevisionSource(workspace).content(at: $0) } ?? workspace.tree
        let now = try MomentArgument(at).instant(in: workspace.zone(of: source))
        let result = try await workspace.validate(source, at: now)
        let errors = result.diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else {
            let listing = ErrorListing(errors: errors, result: result, color: color)
            listing.write(console)
            console.note("Nothing was suggested, because the knowledge base has \(listing.count).")
            return .failure
        }
        let base = result.base
        var round = ScenarioRound(base, nil, try QuestionSelection([], of: base, in: workspace), at: now)
        let coverage = round.coverage(of: try ids(base)).filter { $0.range.until.map { $0 > now } ?? true }
        let suggested = SuggestedScenarios(workflows: coverage, zone: base.configuration.zone, now: now)
        try base.checkReading()
        try write(suggested, console)
        note(suggested, console)
        return .clean
    }

    private func ids(_ base: KnowledgeBase) throws -> Set<String> {
        let known = FlowEditions(base).ids
        return Set(
            try workflows.map { name in
                guard let id = base.resolve(name), known.contains(id) else {
                    let suggestion = Suggestion.question(for: name, among: known).map { "; \($0)" } ?? ""
                    throw CommandFailure("there is no workflow '\(VisibleText.of(name))'\(suggestion)")
                }
                return id
            })
    }

    private func write(_ suggested: SuggestedScenarios, _ console: Console) throws {
        guard let output else {
            console.output.write(suggested.text)
            return
        }
        guard suggested.count > 0 else { return }
        // What somebody has read and corrected since must not be lost.
        if try FileLookup.exists(output) {
            throw CommandFailure(
                "'\(output)' is there; nothing was written. Name another file: suggestions stand beside what is there")
        }
        try DurableFile.write(Array(suggested.text.utf8), to: output)
    }

    private func note(_ suggested: SuggestedScenarios, _ console: Console) {
        for workflow in suggested.workflows where workflow.coverage.isUndecided {
            console.note("It was not decided within the budget what '\(workflow.id)' lacks.")
        }
        let count = suggested.count
        let unwritten = output.map { "; '\($0)' was not written" } ?? ""
        if count > 0 {
            console.note("\(count) \(count == 1 ? "scenario" : "scenarios") suggested.")
        } else if suggested.workflows.contains(where: \.coverage.isUndecided) {
            console.note("No scenario was found to suggest\(unwritten).")
        } else {
            console.note("Every part of every workflow has a scenario\(unwritten).")
        }
    }
}
