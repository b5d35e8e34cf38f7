import Approvals
package import Presentation

/// Requirements for people: the file, what it needs and who may give it; then what validation found.
package struct GateTextRenderer {
    private let width: Int
    private let palette: Palette

    package init(width: Int, palette: Palette = .plain) {
        self.width = max(width, 20)
        self.palette = palette
    }

    package func render(_ report: GateReport, to output: inout some TextOutputStream) {
        for (index, entry) in report.entries.enumerated() {
            if index > 0 { output.write("\n") }
            let words = RequirementText(entry, in: report)
            let state = entry.requirement.state
            let style: Palette.Style = state == .missing ? .error : state == .owed ? .warning : .note
            write(
                StyledText(state.rawValue + ": ", style) + StyledText(entry.requirement.change.path + ": ", .path)
                    + StyledText(words.change), indent: 0, to: &output)
            write(StyledText(words.need), indent: 4, to: &output)
            for line in words.approvals { write(StyledText(line), indent: 4, to: &output) }
            for line in words.rejections { write(StyledText(line, .warning), indent: 4, to: &output) }
            if let advice = words.advice { write(StyledText(advice, .help), indent: 4, to: &output) }
        }
        if !report.findings.active.isEmpty {
            if !report.entries.isEmpty { output.write("\n") }
            TextRenderer(width: width, palette: palette).render(report.findings, to: &output)
        }
    }

    private func write(_ text: StyledText, indent: Int, to output: inout some TextOutputStream) {
        let space = String(repeating: " ", count: indent)
        for line in TextWrap.lines(of: text, width: width - indent, hanging: 4) {
            output.write(space + line.painted(palette) + "\n")
        }
    }
}
