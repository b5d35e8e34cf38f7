import Content
import Diagnostics
import Outlines

/// From an outline to a workflow and back, from bytes on.
package enum OutlineEntry {
    /// A workflow that is made can be read, and the outline of it is one of the same workflow. Line breaks within a text are
    /// lost the first time.
    package static func convert(_ bytes: [UInt8]) {
        guard let text = make(bytes), let first = outline(of: text) else { return }
        let outline = again(first)
        let back = again(outline)
        precondition(back == outline, "the outline changed on the way back:\n\(outline)\n---\n\(back)")
    }

    private static func again(_ outline: String) -> String {
        guard let made = make(Array(outline.utf8)), let again = self.outline(of: made) else {
            preconditionFailure("the outline of a workflow cannot be read:\n\(outline)")
        }
        return again
    }

    private static func make(_ bytes: [UInt8]) -> String? {
        let (outline, problems) = OutlineReader.read(SourceFile(path: "outline", bytes: bytes))
        guard problems.isEmpty else { return nil }
        let made = WorkflowMaker(
            outline, context: ParserEntry.context,
            defaults: WorkflowMaker.Defaults(id: "workflow", owner: "owner", audience: "agents")
        ).make()
        return made.problems.isEmpty ? made.text : nil
    }

    /// Nil where the workflow has faults, of which a writer is told before.
    private static func outline(of text: String) -> String? {
        let file = ParserEntry.reader.read(SourceFile(path: "workflows/w.yaml", text: text), as: .workflow)
        for problem in file.problems {
            if case .yaml(let reason) = problem.reason { preconditionFailure("no YAML: \(reason)\n\(text)") }
        }
        guard file.problems.isEmpty, let item = file.items.first, case .workflow(let workflow) = item.details else {
            return nil
        }
        return OutlineWriter(
            workflow, in: file, title: item.title?.value ?? "Title", context: ParserEntry.context
        ).text()
    }
}
