import CommandLine
import Content
import Diagnostics
import Editing
import Git
import Governance
import Presentation
import Rendering
import Time

/// Notes that items were found right.
struct ReviewDoneAction: Action {
    let workspace: Workspace
    var wanted: ReviewReading.Wanted
    /// Ids as typed; empty: all that the query and the owner choose.
    var ids: [String]
    /// The day on which they were found right; nil: today.
    var day: CivilDate?
    var at: String?
    /// The person says to have opened each of several.
    var isChecked = false
    var isRehearsal = false
    var commits = false
    var message: String?
    var color = ColorChoice.auto

    func run(_ console: Console) async throws -> ExitStatus {
        var wanted = wanted
        wanted.needsContent = true
        let list = try await ReviewReading(workspace: workspace, at: at).read(wanted)
        try await checkIDs(list)
        guard let base = list.base, !list.entries.isEmpty else {
            console.note("Nothing to confirm: \(ids.isEmpty ? "no item is to be reviewed" : "nothing is chosen").")
            return .findings
        }
        let day = day ?? list.today
        guard day <= list.today else { throw CommandFailure("\(day) lies in the future; give the day of the review") }
        let items = list.entries.compactMap { entry in
            base.editions(of: entry.id).first { $0.path == entry.path }
        }
        let changes = try ItemEditor(base).reviewing(items, on: day)
        try base.checkReading()
        guard isChecked || isRehearsal || !ids.isEmpty || items.count == 1 else { throw refusal(list, console) }
        if !isRehearsal { try write(changes, list, day, console) }
        for change in changes { console.output.write(VisibleText.of(change.path) + "\n") }
        let count = "\(items.count == 1 ? "1 item" : "\(items.count) items")"
        console.note(
            changes.isEmpty
                ? "Nothing to change: \(count) confirmed on \(day) already."
                : isRehearsal ? "\(count) would be confirmed; nothing was written." : "\(count) confirmed on \(day).")
        return .clean
    }

    /// Who names an item knows which; who names a list is shown it first.
    private func refusal(_ list: ReviewReading.List, _ console: Console) -> CommandFailure {
        let report = ReviewReport(
            list.entries, by: .owner, today: list.today, now: list.now, zone: list.overview.configuration.zone,
            total: list.total, name: list.overview.configuration.name)
        var output = console.output
        ReviewFormat.text.render(
            report, width: console.surroundings.columns, palette: console.palette(color), to: &output)
        return CommandFailure(
            "\(list.entries.count) items would be confirmed at once; open each of them, and run the command again with "
                + "--checked. Nothing was written")
    }

    private func checkIDs(_ list: ReviewReading.List) async throws {
        let found = Set(list.entries.map(\.id))
        let names = Set(
            list.base?.items.filter { found.contains($0.id.value) }.flatMap { [$0.id.value] + $0.aliases.map(\.value) }
                ?? [])
        guard let missing = ids.first(where: { !names.contains($0) }) else { return }
        var all = ReviewReading.Wanted(query: try ItemQuery([]))
        all.isEverything = true
        let known = try await ReviewReading(workspace: workspace, at: at).read(all).entries.map(\.id)
        guard !known.contains(missing) else {
            throw CommandFailure("'\(missing)' is not among what the owner or the query chooses; leave them out")
        }
        throw CommandFailure(
            "there is no item '\(missing)' that is reviewed"
                + (Suggestion.question(for: missing, among: known).map { "; \($0)" } ?? "; 'kb review --all' lists them")
        )
    }

    private func write(_ changes: [FileChange], _ list: ReviewReading.List, _ day: CivilDate, _ console: Console) throws
    {
        guard commits, !changes.isEmpty else {
            try ChangeWriter(root: workspace.root).write(changes)
            return
        }
        let commit = try WorkspaceCommit(workspace, changes, seconds: SystemClock.now().seconds)
        try commit.write(message: message ?? ReviewMessage(list.entries, day, isChosen: ids.isEmpty).text, console)
    }
}
