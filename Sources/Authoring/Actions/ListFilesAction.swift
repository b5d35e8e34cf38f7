import CommandLine
import IndexCompilation
import Presentation
import SearchIndex
import Validation

/// Lists the items of the files on disk.
struct ListFilesAction: Action {
    let workspace: Workspace
    let query: ItemQuery
    let at: String?
    let format: AnswerFormat
    let terminator: String
    let palette: Palette

    func run(_ console: Console) async throws -> ExitStatus {
        let source = workspace.tree
        let now = try MomentArgument(at).instant(in: workspace.zone(of: source))
        let base = try await workspace.validate(source, at: now).base
        let contents = IndexCompiler(base).contents()
        let clock = ItemClock(now: now, zone: contents.zone, warnDays: contents.warnDays)
        return ListAction(
            contents.documents, query: query, clock: clock, format: format, terminator: terminator, palette: palette
        ).run(console)
    }
}
