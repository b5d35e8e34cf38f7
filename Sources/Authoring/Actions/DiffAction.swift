import CommandLine
import Content
import Diagnostics
import Difference
import Git
import Presentation
import Rendering

/// Says what changed between two versions of a knowledge base.
struct DiffAction: Action {
    var workspace: Workspace
    /// Revisions and ids, as typed.
    var arguments: [String] = []
    var isStaged = false
    var since: String?
    var format = DifferenceFormat.text
    var hasExitCode = false
    var color = ColorChoice.auto

    func run(_ console: Console) async throws -> ExitStatus {
        let revisions = try RevisionSource(workspace)
        let versions = try DiffVersions(arguments, isStaged: isStaged, since: since, in: workspace, revisions)
        let before = try ListedSource(versions.before.content)
        let after = try ListedSource(versions.after.content)
        let changed = try ChangedFiles(versions.before.content, versions.after.content, staged: versions.staged).paths
        var comparison = VersionComparison(
            before: .init(name: versions.before.name, content: before),
            after: .init(name: versions.after.name, content: after), changed: changed)
        try await comparison.compare(names: versions.names, console)
        var report = try comparison.report(isWorkingTree: versions.isWorkingTree)
        if format == .html {
            report.pictures = comparison.pictures()
            report.facts = try comparison.facts()
        }
        let width = console.surroundings.columns(otherwise: TextRenderer.standardWidth)
        var text = ""
        format.renderer(width: width, palette: console.palette(color)).render(report, to: &text)
        console.output.write(text)
        if format == .text { console.note(report.summary.map { $0.capitalised + "." } ?? "Nothing changed.") }
        return hasExitCode && !report.isEmpty ? .findings : .clean
    }
}
