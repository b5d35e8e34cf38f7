import Approvals
import CommandLine
import Content
import Diagnostics
import Git
import Presentation
import Rendering
import Time
import Validation

/// Says what a change still needs, and whether it may go out.
struct GateAction: Action {
    let place: ReviewedRepository
    var range: GateRange
    var at: String?
    var isWhole = false
    var baseline: String?
    var format = GateFormat.text
    var color = ColorChoice.auto

    private static let mostNotes = 10

    func run(_ console: Console) async throws -> ExitStatus {
        let base = try range.base.map { try place.repository.resolve($0) }
        let head = try place.repository.resolve(range.head)
        let report = try await report(from: base, to: head)
        var text = ""
        format.render(
            report, width: console.surroundings.columns, palette: console.palette(color), to: &text)
        console.output.write(text)
        if format == .text {
            for path in report.idleStatements.prefix(GateAction.mostNotes) {
                console.note(
                    "'\(VisibleText.of(path))' speaks of nothing that changes here; it may ratify what went out before."
                )
            }
            console.note(report.summary)
        }
        return report.isPassed ? .clean : .findings
    }

    /// - Parameter base: Nil: there is nothing yet.
    func report(from base: ObjectID?, to head: ObjectID) async throws -> GateReport {
        let ruling = base ?? head
        guard try place.repository.entry(at: place.place("kb.yaml"), of: ruling)?.kind == .file else {
            // A folder that is named wrongly must not pass for one without rules.
            let folder = place.folder.isEmpty ? "at the top" : "in '\(VisibleText.of(place.folder))'"
            throw CommandFailure(
                "there is no kb.yaml \(folder) of \(ruling.short), whose rules would hold; --folder names the knowledge base's"
            )
        }
        let settings = try BaseSettings(place, at: base)
        let zone = settings.configuration.zone
        let now = try MomentArgument(at).instant(in: zone)
        let proposal = try Proposal(
            place, base: base, head: head, isReplaced: range.isReplaced, at: now, settings: settings)
        let scenarios = try ChangedScenarios(
            place, from: proposal.start, to: head, proposal.treeChanges.map(\.path), at: now)
        let entries = proposal.requirements(at: now).map { requirement in
            let change = requirement.change
            return GateReport.Entry(
                requirement,
                Importance(
                    scenarios: scenarios[change.path], risk: change.risk, reach: proposal.reach[change.path] ?? 0))
        }
        let people = entries.flatMap { entry in
            let requirement = entry.requirement
            return requirement.candidates
                + requirement.approvals.flatMap { [$0.person] + [$0.attestedBy].compactMap(\.self) }
                + requirement.rejections.map(\.person) + requirement.unpermitted
        }
        let names = people.reduce(into: [:]) { $0[$1] = proposal.settings.authority.name(of: $1) }
        var report = GateReport(
            entries, findings: try await findings(proposal, at: now), zone: zone, base: range.base ?? "nothing",
            head: range.head, commits: (base?.description, head.description), names: names)
        report.hasRules = !settings.policy.isEmpty
        report.idleStatements = proposal.idleStatements
        return report
    }

    /// What is wrong with what changed, by the base's schemas and without what its baseline knows.
    private func findings(_ proposal: Proposal, at now: Instant) async throws -> FindingSet {
        let source = try ProposedSource(place, proposal, isWhole: isWhole)
        var options = Validator.Options(now: now, timeZone: TimeZoneDatabase.rules)
        options.jobs = Workspace.jobs
        let result = try await Validator(source, options: options).run()
        let changed = Set(proposal.treeChanges.map(\.path))
        let found = result.diagnostics.filter { diagnostic in
            if isWhole { return true }
            // Of some files alone, nobody can say what is wrong with the whole; but whether a path may be read at all.
            let rule = RuleRegistry.rule(diagnostic.rule.code)
            return (rule is any FileRule.Type || diagnostic.rule.code == RuleRegistry.unsafePath)
                && changed.contains(diagnostic.location.path)
        }
        var set = FindingSet(
            found.filter { $0.severity == .error }, fileCount: result.fileCount, at: at,
            source: { result.base.source($0) }, documentation: Documentation.url)
        if let baseline, let base = proposal.base {
            guard let bytes = try place.file(baseline, of: base) else {
                throw CommandFailure("there is no baseline '\(baseline)' in the base \(base.short)")
            }
            let known = try BaselineFile(baseline).read(bytes)
            set.markNew { !known.contains($0) }
        }
        try result.base.checkReading()
        return set
    }
}
