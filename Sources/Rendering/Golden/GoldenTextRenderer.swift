import Diagnostics
package import GoldenQuestions
package import Presentation

/// Tests for people: what failed with what came instead, and of a comparison what changed.
package struct GoldenTextRenderer: GoldenRenderer {
    private let layout: TestLayout
    private let palette: Palette

    package init(width: Int = TextRenderer.standardWidth, palette: Palette = .plain) {
        layout = TestLayout(width: max(width, 30))
        self.palette = palette
    }

    package func render(_ report: GoldenReport, to output: inout some TextOutputStream) {
        var blocks: [[StyledText]] = []
        if report.isComparison {
            for change in TestChange.allCases {
                let tests = report.changed(change)
                guard !tests.isEmpty else { continue }
                let label = change.label
                blocks.append([
                    StyledText("\(label.prefix(1).uppercased() + label.dropFirst()) (\(tests.count)):", .bold)
                ])
                blocks += tests.map { block($0, report) }
            }
        } else {
            blocks = report.tests.filter { !$0.isPassed }.map { block($0, report) }
        }
        if let coverage = report.coverage, !coverage.isEmpty {
            blocks.append(CoverageText(coverage, zone: report.zone).lines(layout))
        }
        let texts = blocks.map { lines in lines.map { $0.painted(palette) + "\n" }.joined() }
        output.write(texts.joined(separator: "\n"))
    }

    private func block(_ test: any PlayedTest, _ report: GoldenReport) -> [StyledText] {
        switch report.text(of: test) {
        case let scenario as ScenarioText: ScenarioBlock(text: scenario, layout: layout).lines
        case let question as QuestionText: QuestionBlock(text: question, layout: layout).lines
        default: []
        }
    }
}

/// How lines about a test are indented and wrapped.
struct TestLayout {
    static let indent = 4

    let width: Int

    /// The line that says where what failed or passed, and what does not hold.
    func head(_ text: some TestText, _ title: String, as role: (label: String, text: String)) -> [StyledText] {
        let failures = text.played.failures
        let outcome = failures.isEmpty ? StyledText("passed: ", .help) : StyledText("failed: ", .error)
        let heading = StyledText(text.place + ": ", .path) + outcome + StyledText(title, .bold)
        var lines = TextWrap.lines(of: heading, width: width, hanging: TestLayout.indent)
        if !role.text.isEmpty { lines += labelled(role.label, role.text) }
        let first = failures.first.map { text.played.position(of: $0).line }
        for failure in failures {
            let line = text.played.position(of: failure).line
            lines += indented(StyledText((line == first ? "" : "line \(line): ") + failure.message, .note))
        }
        return lines
    }

    func labelled(_ label: String, _ text: String) -> [StyledText] {
        indented(StyledText(label + " ", .dim) + StyledText(text))
    }

    func indented(_ text: StyledText, by indent: Int = indent, hanging: Int = 2) -> [StyledText] {
        let margin = StyledText(String(repeating: " ", count: indent))
        return TextWrap.lines(of: text, width: width - indent, hanging: hanging).map { margin + $0 }
    }
}
