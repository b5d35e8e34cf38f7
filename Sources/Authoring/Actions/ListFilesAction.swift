import CommandLine
import Content
import IndexCompilation
import Presentation
import SearchIndex
import Time
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
        let (result, documents) = try await workspace.validator(source, at: now).run { configuration in
            { [compiler = IndexCompiler(configuration)] file, _, _ in compiler.documents(of: file) }
        }
        let configuration = result.base.configuration
        let clock = ItemClock(now: now, zone: configuration.zone, warnDays: configuration.review.warn.days)
        return ListAction(
            documents.flatMap(\.self), query: query, clock: clock, format: format, terminator: terminator,
            palette: palette
        ).run(console)
    }
}
