import CommandLine
import Content
import Decisions
import Diagnostics
import Difference
import Drawing
import FileSystem
import Time
import Validation

/// Draws a workflow.
struct GraphAction: Action {
    let workspace: Workspace
    let workflow: String
    var revision: String?
    var at: String?
    /// Draw what this step leads to.
    var from: String?
    var format: PictureFormat?
    var colour = PictureColour.proof
    /// The revision that the colours of `diff` compare with.
    var earlier: String?
    var output: String?

    func run(_ console: Console) async throws -> ExitStatus {
        let source: any ContentSource =
            try revision.map { try RevisionSource(workspace).content(at: $0) } ?? workspace.tree
        let now = try MomentArgument(at).instant(in: workspace.zone(of: source))
        let base = try await workspace.validate(source, at: now).base
        let editions = FlowEditions(base)
        let id = try WorkflowSelection([workflow], of: base, editions).ids[0]
        let all = editions.editions(of: id)
        guard let edition = all.first(where: { $0.range.contains(now) }) ?? all.first else {
            throw CommandFailure("'\(workflow)' cannot be read in full; 'kb validate' says why")
        }
        let earlier =
            colour == .diff
            ? try WorkflowBase(
                RevisionSource(workspace).content(at: self.earlier ?? "HEAD"), timeZone: TimeZoneDatabase.rules
            ).base : nil
        let marks = WorkflowMarks(edition: edition, base: base, now: now, earlier: earlier).marks(colour)
        let text = try text(edition, base, marks)
        try earlier?.checkReading()
        try base.checkReading()
        guard let output else {
            console.output.write(text)
            return .clean
        }
        try ReplacedFile.check(output, is: "picture") { bytes in
            ["<svg", "digraph", "---\ntitle:", "<?xml"].contains { bytes.starts(with: $0.utf8) }
        }
        try DurableFile.write(Array(text.utf8), to: output)
        return .clean
    }

    private func text(_ edition: FlowEditions.Edition, _ base: KnowledgeBase, _ marks: DrawingMarks) throws -> String {
        let title = WorkflowHead(edition.item, base).title
        let whole = WorkflowDrawing(
            edition.workflow, id: edition.item.id.value, title: title,
            fields: base.configuration.context + edition.workflow.fields, marks: marks,
            fill: PlainFacts(base: base).fill
        ).draw()
        var drawing = whole
        if let from {
            guard let part = whole.part(from: from) else {
                let names = edition.workflow.steps.map(\.name.value)
                throw CommandFailure(
                    "'\(edition.item.id.value)' has no step '\(from)'; "
                        + (Suggestion.question(for: from, among: names) ?? "'--format dot' lists them all"))
            }
            drawing = part
            drawing.title += ", from '\(from)'"
        }
        let format = try chosenFormat()
        do throws(PictureFormat.TooLarge) {
            return try format.text(of: drawing)
        } catch {
            throw CommandFailure(
                "\(error.steps) steps are too many to lay out; draw a part with '--from STEP', or use '--format dot'")
        }
    }

    /// As the file's name says where no format is chosen.
    private func chosenFormat() throws -> PictureFormat {
        if let format { return format }
        guard let output, let name = output.split(separator: "/").last, name.contains(".") else { return .svg }
        switch name.split(separator: ".").last?.lowercased() {
        case "dot", "gv": return .dot
        case "mmd", "mermaid": return .mermaid
        case "svg": return .svg
        default:
            throw CommandFailure(
                "the name '\(output)' does not say what to write; end it with .svg, .dot or .mmd, or give --format")
        }
    }
}
