import CommandLine
import Content
import Diagnostics
import Git
import Presentation
import Rendering
import Time

/// Lists the versions of an item.
struct LogAction: Action {
    let workspace: Workspace
    /// An id, an alias or a fact's name.
    let name: String
    var revision = "HEAD"
    var limit: Int?
    var since: String?
    var usesCache = true
    var format = LogFormat.text
    var color = ColorChoice.auto

    func run(_ console: Console) throws -> ExitStatus {
        let revisions = try RevisionSource(workspace)
        let log = try ItemLog(workspace, revisions.repository)
        let commit = try revisions.repository.resolve(revision)
        let zone = try revisions.zone(at: commit)
        let since = try since.map { try MomentArgument($0).instant(in: zone) }
        let outcome = try log.versions(
            of: name, from: commit, limit: limit, since: since, in: zone,
            usesCache ? console.surroundings.variables : ["KB_CACHE": ""])
        guard let outcome else {
            let known = Suggestion.question(for: name, among: try log.ids(in: commit).sorted()).map { "; \($0)" } ?? ""
            throw CommandFailure("there is no item '\(VisibleText.of(name))' in \(VisibleText.of(revision))\(known)")
        }
        var output = console.output
        format.render(
            outcome.list, width: console.surroundings.columns, palette: console.palette(color), to: &output)
        for note in outcome.notes { console.note(note) }
        if outcome.list.versions.isEmpty {
            console.note(
                "No version of '\(outcome.list.id)' is \(since == nil ? "in the history that is here" : "that young").")
        }
        return outcome.list.versions.isEmpty ? .findings : .clean
    }
}
