import Diagnostics
package import GoldenQuestions
package import Presentation

/// Golden questions for people: what failed with what came instead, and of a comparison what changed.
package struct GoldenTextRenderer: GoldenRenderer {
    private static let indent = 4

    private let width: Int
    private let palette: Palette

    package init(width: Int = TextRenderer.standardWidth, palette: Palette = .plain) {
        self.width = max(width, 30)
        self.palette = palette
    }

    package func render(_ report: GoldenReport, to output: inout some TextOutputStream) {
        var blocks: [[StyledText]] = []
        if report.isComparison {
            for change in PlayedQuestion.Change.allCases {
                let questions = report.changed(change)
                guard !questions.isEmpty else { continue }
                let label = change.label
                blocks.append([
                    StyledText("\(label.prefix(1).uppercased() + label.dropFirst()) (\(questions.count)):", .bold)
                ])
                blocks += questions.map { changed($0, report) }
            }
        } else {
            blocks = report.questions.filter { !$0.outcome.isPassed }.map { failed($0, report) }
        }
        let texts = blocks.map { lines in lines.map { $0.painted(palette) + "\n" }.joined() }
        output.write(texts.joined(separator: "\n"))
    }

    private func failed(_ played: PlayedQuestion, _ report: GoldenReport) -> [StyledText] {
        let text = QuestionText(played, in: report)
        var lines = head(text, failures: played.outcome.failures)
        guard !played.outcome.found.isEmpty else { return lines + labelled("came up:", "nothing") }
        lines += labelled("came up:", "")
        for (index, item) in played.outcome.found.enumerated() {
            let row = StyledText("\(index + 1). \(item.id)") + StyledText(" · \(item.title)", .dim)
            lines += indented(row, by: GoldenTextRenderer.indent + 2, hanging: 3)
        }
        return lines
    }

    private func changed(_ played: PlayedQuestion, _ report: GoldenReport) -> [StyledText] {
        let text = QuestionText(played, in: report)
        var lines = head(text, failures: played.outcome.failures)
        if played.change == .rewritten || played.change == .removed {
            lines += labelled("expected:", text.expectations.joined(separator: "; "))
        }
        if let ranks = text.ranks { lines += indented(StyledText(ranks)) }
        if let before = played.before, before.found.map(\.id) != played.outcome.found.map(\.id) {
            lines += labelled("before:", QuestionText.ranking(before))
            lines += labelled("now:", QuestionText.ranking(played.outcome))
        }
        for change in text.shownChanges {
            lines += labelled(
                "\(change.label) of \(text.shownOf) before:", change.before)
            lines += labelled("now:", change.now)
        }
        return lines
    }

    private func head(_ text: QuestionText, failures: [Failure]) -> [StyledText] {
        let outcome = failures.isEmpty ? StyledText("passed: ", .help) : StyledText("failed: ", .error)
        let heading = StyledText(text.place + ": ", .path) + outcome + StyledText(text.ask, .bold)
        var lines = TextWrap.lines(of: heading, width: width, hanging: GoldenTextRenderer.indent)
        if !text.askedAs.isEmpty { lines += labelled("asked as:", text.askedAs) }
        let first = failures.first.map { text.played.position(of: $0).line }
        for failure in failures {
            let line = text.played.position(of: failure).line
            lines += indented(StyledText((line == first ? "" : "line \(line): ") + failure.message, .note))
        }
        return lines
    }

    private func labelled(_ label: String, _ text: String) -> [StyledText] {
        indented(StyledText(label + " ", .dim) + StyledText(text))
    }

    private func indented(_ text: StyledText, by indent: Int = indent, hanging: Int = 2) -> [StyledText] {
        let margin = StyledText(String(repeating: " ", count: indent))
        return TextWrap.lines(of: text, width: width - indent, hanging: hanging).map { margin + $0 }
    }
}
