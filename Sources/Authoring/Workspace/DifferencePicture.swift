import Content
import Decisions
import Difference
import Drawing
import Rendering
import Time

/// Draws a workflow with what changed of it marked: steps and ways that are new or other ones, and where callers come out who
/// are told something else.
struct DifferencePicture {
    /// More steps than this are too many for a page.
    private static let mostSteps = 60
    private let bases: (before: KnowledgeBase, after: KnowledgeBase)

    init(_ before: KnowledgeBase, _ after: KnowledgeBase) {
        bases = (before, after)
    }

    /// Nil where it is too large, or there is no such workflow.
    func svg(of change: WorkflowChange) -> String? {
        let editions = FlowEditions(bases.after).editions(of: change.id)
        guard let edition = editions.first(where: { $0.range.overlaps(change.range) }),
            edition.workflow.steps.count <= DifferencePicture.mostSteps
        else { return nil }
        let drawing = WorkflowDrawing(
            edition.workflow, id: edition.item.id.value, title: change.id,
            fields: bases.after.configuration.context + edition.workflow.fields, marks: marks(edition, change),
            fill: PlainFacts(base: bases.after).fill
        ).draw()
        return try? PictureFormat.svg.text(of: drawing)
    }

    /// - Parameter change: What it does to callers; nil where that is not known.
    func marks(_ edition: FlowEditions.Edition, _ change: WorkflowChange?) -> DrawingMarks {
        let id = edition.item.id.value
        let names = [id] + edition.item.aliases.map(\.value)
        let earlier = FlowEditions(bases.before)
        let old = names.lazy.flatMap { earlier.editions(of: $0) }.first { $0.range.overlaps(edition.range) }
        var marks = DrawingMarks()
        guard let old else {
            marks.subtitle = "New: the earlier version does not have this workflow"
            return marks
        }
        let difference = StepDifference(old.workflow, edition.workflow, fill: fill)
        for (step, notes) in difference.added { marks.add(.init(.good, notes), at: .init(flow: id, step: step)) }
        for (step, notes) in difference.changed { marks.add(.init(.weak, notes), at: .init(flow: id, step: step)) }
        for way in difference.ways {
            marks.add(
                .init(way.isNew ? .good : .weak, [way.note]), at: .init(flow: id, step: way.step, ordinal: way.ordinal))
        }
        addCallers(change, edition, &marks)
        let gone = difference.removed
        let parts = [
            count(difference.added.count, "step is new", "steps are new"),
            count(difference.changed.count, "changed", "changed"),
            gone.isEmpty ? nil : "gone: \(gone.prefix(5).joined(separator: ", "))\(gone.count > 5 ? " …" : "")",
        ].compactMap(\.self)
        marks.subtitle = parts.isEmpty ? "Its steps are as before" : parts.joined(separator: "; ")
        marks.legend = [
            .init(.good, "new"), .init(.weak, "changed"), .init(.bad, "callers come here who are told something else"),
        ].filter { entry in marks.byLocation.values.contains { $0.tone == entry.tone } }
        return marks
    }

    private func fill(_ text: String, isNew: Bool) -> String {
        PlainFacts(base: isNew ? bases.after : bases.before).fill(text)
    }

    private func count(_ number: Int, _ one: String, _ many: String) -> String? {
        number == 0 ? nil : "\(number) \(number == 1 ? one : many)"
    }

    /// The outcomes in which example callers of each group end.
    private func addCallers(_ change: WorkflowChange?, _ edition: FlowEditions.Edition, _ marks: inout DrawingMarks) {
        guard let change, case .compared(let difference) = change.kind else { return }
        let run = WorkflowRun(edition.flow, library: edition.library)
        let text = ContextText(change.fields)
        for affected in difference.changes where affected.before != affected.after {
            for group in affected.groups.prefix(20) {
                let end = run.position(for: group.witness)
                guard let frame = end.stack.first else { continue }
                marks.add(
                    .init(.bad, ["such as \(text.text(group.witness))"]),
                    at: FlowLocation(flow: frame.flow, step: frame.step))
            }
        }
    }
}
