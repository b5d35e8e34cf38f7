import CommandLine
import Content
import Diagnostics
import Difference
import Git
import Presentation
import Rendering
import Validation

/// Says what changed between two versions of a knowledge base.
struct DiffAction: Action {
    var workspace: Workspace
    /// Revisions and ids, as typed.
    var arguments: [String] = []
    var format = DifferenceFormat.text
    var hasExitCode = false
    var color = ColorChoice.auto

    func run(_ console: Console) async throws -> ExitStatus {
        let versions = try DiffVersions(arguments, RevisionSource(workspace))
        let before = try await read(versions.content(versions.before), versions.before, console)
        let after = try await read(versions.after.map(versions.content) ?? workspace.tree, versions.after, console)
        let ids = try ids(versions.ids, before, after)
        let report = DifferenceReport(
            WorkflowDifference(from: before, to: after).changes(of: ids), zone: after.configuration.zone,
            before: versions.before, after: versions.after)
        try before.checkReading()
        try after.checkReading()
        let width = console.surroundings.columns(otherwise: TextRenderer.standardWidth)
        var text = ""
        format.renderer(width: width, palette: console.palette(color)).render(report, to: &text)
        console.output.write(text)
        if format == .text, report.isEmpty { console.note("No workflow changed.") }
        return hasExitCode && !report.isEmpty ? .findings : .clean
    }

    private func read(_ source: any ContentSource, _ revision: String?, _ console: Console) async throws
        -> KnowledgeBase
    {
        let now = try MomentArgument(nil).instant(in: workspace.zone(of: source))
        let line = ProgressLine("Reading", console.surroundings)
        defer { line.end() }
        let result = try await workspace.validate(source, at: now) { line.show($0, of: $1) }
        let name = revision.map { "'\(VisibleText.of($0))'" } ?? "the working tree"
        let faulty = Set(result.diagnostics.filter { $0.severity == .error }.map(\.location.path))
        // What a workflow does with faulty declarations of fields is not what is meant.
        if faulty.contains("kb.yaml") {
            throw CommandFailure("\(name) cannot be compared, because its kb.yaml has errors; see 'kb validate'")
        }
        let workflows = faulty.filter { $0.hasPrefix("workflows/") }.count
        if workflows > 0 {
            let files = workflows == 1 ? "1 workflow file" : "\(workflows) workflow files"
            console.note("\(files) with errors in \(name); a workflow that cannot be read counts as not there.")
        }
        return result.base
    }

    /// Nil: everything.
    private func ids(_ names: [String], _ before: KnowledgeBase, _ after: KnowledgeBase) throws -> Set<String>? {
        guard !names.isEmpty else { return nil }
        return Set(
            try names.map { name in
                guard let id = after.resolve(name) ?? before.resolve(name) else {
                    let known = Suggestion.question(for: name, among: FlowEditions(after).ids).map { "; \($0)" } ?? ""
                    throw CommandFailure("there is neither a revision nor an item '\(VisibleText.of(name))'\(known)")
                }
                return id
            })
    }
}

/// Which versions are compared, and of which items.
struct DiffVersions {
    private(set) var before = "HEAD"
    /// Nil: the working tree.
    private(set) var after: String?
    private(set) var ids: [String]
    private let revisions: RevisionSource

    /// - Parameter arguments: `REV`, `REV..REV` or nothing, then ids.
    init(_ arguments: [String], _ revisions: RevisionSource) throws {
        self.revisions = revisions
        ids = arguments
        guard let first = arguments.first else { return }
        if let dots = first.firstRange(of: "..") {
            before = dots.lowerBound == first.startIndex ? "HEAD" : String(first[..<dots.lowerBound])
            let rest = first[dots.upperBound...]
            after = rest.isEmpty ? "HEAD" : String(rest)
            ids.removeFirst()
        } else if revisions.has(first) {
            before = first
            ids.removeFirst()
        }
    }

    func content(_ revision: String) throws -> any ContentSource { try revisions.content(at: revision) }
}
