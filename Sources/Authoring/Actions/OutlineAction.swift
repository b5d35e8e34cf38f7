import CommandLine
import Content
import Diagnostics
import Editing
import FileSystem
import Glibc
import Outlines
import Presentation
import Rendering
import Validation

/// Turns an outline into a workflow.
struct OutlineAction: Action {
    let workspace: Workspace
    /// As typed; `-` is standard input.
    let file: String
    var id: String?
    var owner: String?
    var audience: String?
    var category: String?
    var output: String?
    var color = ColorChoice.auto

    func run(_ console: Console) async throws -> ExitStatus {
        let path = file == "-" ? "/dev/stdin" : file
        let bytes = try FileDescriptor(opening: path, O_RDONLY, to: "read").readAll(limit: OutlineReader.mostBytes + 1)
        let source = SourceFile(path: file == "-" ? "standard input" : file, bytes: bytes)
        let now = SystemClock.now()
        let base = try await workspace.validate(workspace.tree, at: now).base
        let (outline, readProblems) = OutlineReader.read(source)
        guard readProblems.isEmpty else { return refuse(readProblems, source, console) }
        let made = WorkflowMaker(
            outline, context: base.configuration.context, defaults: try defaults(outline, base)
        ).make()
        guard made.problems.isEmpty else { return refuse(made.problems, source, console) }
        let place = place(try outline.header("id") ?? defaults(outline, base).id, base)
        let text = "# yaml-language-server: $schema=\(up(place)).kb/schemas/workflow.schema.json\n" + made.text
        if let output {
            try ReplacedFile.check(output, is: "workflow") { String(decoding: $0, as: UTF8.self).contains("steps:") }
            try DurableFile.write(Array(text.utf8), to: output)
        } else {
            console.output.write(text)
        }
        let result = try await Rehearsal(
            [FileChange(path: place, old: [], new: Array(text.utf8))], in: workspace, at: now
        ).result
        return tell(result, place, console)
    }

    private func defaults(_ outline: Outline, _ base: KnowledgeBase) throws -> WorkflowMaker.Defaults {
        let defaults = NewItemDefaults(base: base)
        let stem = file.split(separator: "/").last.flatMap { $0.split(separator: ".").first }.map(String.init) ?? ""
        let name = id ?? (file == "-" ? outline.suggestedID ?? "workflow" : OutlineNaming.id(stem) ?? "workflow")
        guard ItemID.isWellFormed(name) else { throw EditingError.malformedID(name) }
        return WorkflowMaker.Defaults(
            id: name, owner: try defaults.owner(owner), audience: try defaults.audience(audience),
            category: try defaults.category(category))
    }

    /// Where the workflow stands or would stand in the knowledge base.
    private func place(_ id: String, _ base: KnowledgeBase) -> String {
        if let output, let path = newPath(output), path.hasPrefix("workflows/") { return path }
        return base.editions(of: id).first { $0.kind == .workflow }?.path ?? "workflows/\(id).yaml"
    }

    /// The path in the knowledge base of a file that may not be there yet.
    private func newPath(_ argument: String) -> String? {
        if let path = try? workspace.path(ofArgument: argument) { return path }
        let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
        guard let name = parts.last, !name.isEmpty else { return nil }
        let folder = parts.count == 1 ? "." : parts.dropLast().joined(separator: "/")
        return (try? workspace.path(ofArgument: folder.isEmpty ? "/" : folder)).map { "\($0)/\(name)" }
    }

    private func up(_ path: String) -> String { String(repeating: "../", count: path.count { $0 == "/" }) }

    private func refuse(_ problems: [OutlineProblem], _ source: SourceFile, _ console: Console) -> ExitStatus {
        let isColored = console.surroundings.isColored(color, isTerminal: console.surroundings.errorIsTerminal)
        var text = ""
        FileProblemRenderer(width: console.surroundings.columns, palette: isColored ? .colored : .plain).render(
            problems.map { FileProblem($0.message, help: $0.help, at: $0.range) }, in: source, to: &text)
        console.error.write(text)
        console.note(
            problems.count == 1
                ? "No workflow was made, because of an error."
                : "No workflow was made, because of \(problems.count) errors.")
        return .findings
    }

    /// What rules say of the workflow.
    private func tell(_ result: Validator.Result, _ place: String, _ console: Console) -> ExitStatus {
        let errors = result.diagnostics.filter { $0.location.path == place && $0.severity == .error }
        guard !errors.isEmpty else {
            let isProven = !result.diagnostics.contains { $0.location.path == place && $0.rule == ProofText.rule }
            console.note(
                isProven
                    ? "It validates, and it is proven: every caller comes to exactly one outcome."
                    : "It validates, but its proof is not decided in full; 'kb prove' says more.")
            return .clean
        }
        let listing = ErrorListing(errors: errors, result: result, color: color)
        listing.write(console)
        console.note("The workflow was made, and has \(listing.count). Change the outline, or the workflow.")
        return .findings
    }
}

/// Writes a workflow as an outline.
struct OutlineFromAction: Action {
    let workspace: Workspace
    let workflow: String
    var output: String?

    func run(_ console: Console) async throws -> ExitStatus {
        let base = try await workspace.validate(workspace.tree, at: SystemClock.now()).base
        let editions = FlowEditions(base)
        let id = try WorkflowSelection([workflow], of: base, editions).ids[0]
        guard let item = base.editions(of: id).first(where: { $0.kind == .workflow && $0.translation == nil }),
            case .workflow(let flow) = item.details, let source = base.source(item.path)
        else { throw CommandFailure("'\(workflow)' cannot be read; 'kb validate' says why") }
        let file = ContentReader(configuration: base.configuration, timeZone: { _ in nil }).read(source, as: .workflow)
        let text = OutlineWriter(
            flow, in: file, title: WorkflowHead(item, base).title, context: base.configuration.context
        ).text()
        guard let output else {
            console.output.write(text)
            return .clean
        }
        try ReplacedFile.check(output, is: "outline") { $0.first == UInt8(ascii: "#") }
        try DurableFile.write(Array(text.utf8), to: output)
        return .clean
    }
}
