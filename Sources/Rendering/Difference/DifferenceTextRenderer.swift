import Decisions
import Difference
package import Presentation
import Time

/// Differences for people: what changed of each item, and of a workflow which callers now get what.
package struct DifferenceTextRenderer: DifferenceRenderer {
    private let layout: TestLayout
    private let palette: Palette

    package init(width: Int = TextRenderer.standardWidth, palette: Palette = .plain) {
        layout = TestLayout(width: max(width, 30))
        self.palette = palette
    }

    package func render(_ report: DifferenceReport, to output: inout some TextOutputStream) {
        let content = ContentTextLines(layout: layout, palette: palette)
        let blocks = report.entries.map { entry in
            let lines =
                switch entry {
                case .behaviour(let change): self.lines(change, report)
                case .content(let change): content.lines(change)
                }
            return lines.map { $0.painted(palette) + "\n" }.joined()
        }
        output.write(blocks.joined(separator: "\n"))
    }

    private func lines(_ change: WorkflowChange, _ report: DifferenceReport) -> [StyledText] {
        let text = WorkflowChangeText(change)
        let range = change.rangeText(in: report.zone)
        let heading =
            StyledText("\(change.path):\(change.line): ", .path) + StyledText(change.id, .bold)
            + StyledText((range.isEmpty ? "" : " (\(range))") + ": \(text.verdict)")
        var lines = TextWrap.lines(of: heading, width: layout.width, hanging: TestLayout.indent)
        for affected in text.affected { lines += self.lines(affected, text) }
        for rewording in change.rewordings {
            lines += layout.labelled("'\(rewording.step)' asked:", rewording.before)
            lines += layout.labelled("now:", rewording.after)
        }
        return lines
    }

    private func lines(_ affected: BehaviouralDifference.Change, _ text: WorkflowChangeText) -> [StyledText] {
        let endings = text.endings(affected)
        var lines: [StyledText] = []
        if affected.before == affected.after {
            lines += layout.labelled("told as before:", endings.after)
        } else {
            lines += layout.labelled("before:", endings.before) + layout.labelled("now:", endings.after)
        }
        if let count = text.count(affected) { lines += layout.labelled("callers:", count) }
        if let reservation = text.reservation(affected) { lines += layout.indented(StyledText(reservation, .note)) }
        for group in affected.groups {
            lines += layout.indented(StyledText("- " + text.condition(group), .bold), by: TestLayout.indent + 2)
            let example = StyledText("such as ", .dim) + StyledText("\(text.witness(group)): \(text.questions(group))")
            lines += layout.indented(example, by: TestLayout.indent + 4)
        }
        return lines
    }
}
