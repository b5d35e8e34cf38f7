import Content
import Presentation
import Diagnostics
package import GoldenQuestions

/// JUnit XML: a suite for each test file, in it a case for each question.
///
/// Of a comparison every question is a case, because a report without cases counts as broken; only what the change made
/// fail is a failure.
package struct GoldenJUnitRenderer: GoldenRenderer {
    package init() {}

    package func render(_ report: GoldenReport, to output: inout some TextOutputStream) {
        output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        output.write(XMLText.tag("testsuites", [("name", "kb test")] + counts(of: report.questions)) + "\n")
        var paths: [String] = []
        for path in report.questions.map(\.question.path) where !paths.contains(path) { paths.append(path) }
        for path in paths {
            let suite = report.questions.filter { $0.question.path == path }
            output.write("  " + XMLText.tag("testsuite", [("name", path)] + counts(of: suite)) + "\n")
            for question in suite { output.write(testCase(question, report)) }
            output.write("  </testsuite>\n")
        }
        output.write("</testsuites>\n")
    }

    private func counts(of questions: [PlayedQuestion]) -> [(String, String)] {
        [
            ("tests", "\(questions.count)"), ("failures", "\(questions.count(where: \.isDecisive))"), ("errors", "0"),
            ("skipped", "\(questions.count { $0.change == .removed })"),
        ]
    }

    private func testCase(_ played: PlayedQuestion, _ report: GoldenReport) -> String {
        let text = QuestionText(played, in: report)
        let path = played.question.path
        let attributes = [
            ("name", text.name), ("classname", path), ("file", path), ("line", "\(played.position.line)"),
        ]
        return "    \(XMLText.tag("testcase", attributes))\n\(content(played, text))    </testcase>\n"
    }

    private func content(_ played: PlayedQuestion, _ text: QuestionText) -> String {
        var content = played.change == .removed ? "      <skipped message=\"asked no longer\"/>\n" : ""
        let details = details(played, text)
        if played.isDecisive, let first = played.outcome.failures.first {
            let tag = XMLText.tag("failure", [("type", first.reason.rawValue), ("message", first.message)])
            content += "      \(tag)\(XMLText.escaped(details))</failure>\n"
        } else if played.change != nil || !played.outcome.isPassed {
            content += "      <system-out>\(XMLText.escaped(details))</system-out>\n"
        }
        return content
    }

    private func details(_ played: PlayedQuestion, _ text: QuestionText) -> String {
        var lines = [text.place + ": " + (played.outcome.isPassed ? "passed" : text.messages.joined(separator: "; "))]
        if let ranks = text.ranks { lines.append(ranks) }
        if let before = played.before { lines.append("before: " + QuestionText.ranking(before)) }
        lines.append("came up: " + QuestionText.ranking(played.outcome))
        for change in text.shownChanges {
            lines.append("\(change.label) of \(text.shownOf) before: \(change.before)")
            lines.append("\(change.label) of \(text.shownOf) now: \(change.now)")
        }
        return lines.joined(separator: "\n")
    }
}
