import CommandLine
import Content
import Diagnostics
import GoldenQuestions
import Presentation
import Rendering
import Time
import Validation

/// Asks the golden questions and plays the workflow scenarios of one build, or of two.
struct TestAction: Action {
    var workspace: Workspace
    /// Test files, words and ids.
    var selection: [String] = []
    var revision: String?
    var base: String?
    var at: String?
    var format = GoldenFormat.text
    /// Whether to say how much of each workflow the scenarios try out.
    var measuresCoverage = false
    var exitsZero = false
    var color = ColorChoice.auto

    func run(_ console: Console) async throws -> ExitStatus {
        let revisions = revision != nil || base != nil ? try RevisionSource(workspace) : nil
        let source: any ContentSource = try revision.map { try revisions!.content(at: $0) } ?? workspace.tree
        let now = try MomentArgument(at).instant(in: workspace.zone(of: source))
        let result = try await check(source, at: now, console)
        guard !result.diagnostics.contains(where: { $0.severity == .error }) else {
            refuse(result, console)
            return .failure
        }
        let choice = try QuestionSelection(selection, of: result.base, in: workspace)
        let before = try await previous(revisions, at: now, console)
        var round = QuestionRound(result.base, before, choice, at: now)
        var scenarios = ScenarioRound(result.base, before?.base, choice, at: now)
        let report = GoldenReport(
            try round.play(), scenarios.play(),
            coverage: measuresCoverage ? scenarios.coverage(of: choice.workflows(of: result.base)) : nil,
            zone: result.base.configuration.zone, revision: revision, base: base)
        try result.base.checkReading()
        write(report, console)
        note(report, console)
        if report.tests.isEmpty && !selection.isEmpty { return .findings }
        return report.isFailed && !exitsZero ? .findings : .clean
    }

    private func check(_ source: any ContentSource, at now: Instant, _ console: Console) async throws
        -> Validator.Result
    {
        let line = ProgressLine("Reading", console.surroundings)
        defer { line.end() }
        return try await workspace.validate(source, at: now) { line.show($0, of: $1) }
    }

    private func refuse(_ result: Validator.Result, _ console: Console) {
        let listing = ErrorListing(
            errors: result.diagnostics.filter { $0.severity == .error }, result: result, color: color)
        listing.write(console)
        console.note(
            "No test was played, because the knowledge base has \(listing.count). Resolve what is listed above.")
    }

    /// The build that is compared with. Its errors are no fault of the change: their files are left out.
    private func previous(
        _ revisions: RevisionSource?, at now: Instant, _ console: Console
    ) async throws -> AskedBuild? {
        guard let base, let revisions else { return nil }
        let result = try await check(revisions.mergeBase(of: base, and: revision ?? "HEAD"), at: now, console)
        let faulty = Set(result.diagnostics.filter { $0.severity == .error }.map(\.location.path))
        if let path = ["kb.yaml", "people.yaml"].first(where: faulty.contains) {
            throw CommandFailure(
                "'\(base)' cannot be built, because its \(path) has errors; compare with another revision")
        }
        if !faulty.isEmpty {
            let files = faulty.count == 1 ? "1 file" : "\(faulty.count) files"
            console.note("\(files) with errors left out of '\(VisibleText.of(base))'.")
        }
        return AskedBuild(result.base, excluding: faulty)
    }

    private func write(_ report: GoldenReport, _ console: Console) {
        let width = console.surroundings.columns(otherwise: TextRenderer.standardWidth)
        var text = ""
        format.renderer(width: width, palette: console.palette(color)).render(report, to: &text)
        console.output.write(text)
    }

    private func note(_ report: GoldenReport, _ console: Console) {
        if !report.tests.isEmpty {
            if format == .text {
                console.note(report.summary.prefix(1).uppercased() + report.summary.dropFirst() + ".")
            }
        } else if selection.isEmpty {
            console.note(
                "There are no golden questions and no workflow scenarios; they stand under 'questions' and 'scenarios' "
                    + "in the files of tests/.")
        } else {
            let words = selection.map { "'\(VisibleText.of($0))'" }.joined(separator: " ")
            console.note("No golden question and no workflow scenario is chosen by \(words).")
        }
    }
}
