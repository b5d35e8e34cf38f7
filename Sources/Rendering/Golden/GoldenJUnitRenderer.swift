import Content
import Presentation
import Diagnostics
package import GoldenQuestions

/// JUnit XML: a suite for each test file, in it a case for each test.
///
/// Of a comparison every test is a case, because a report without cases counts as broken; only what the change made
/// fail is a failure.
package struct GoldenJUnitRenderer: GoldenRenderer {
    package init() {}

    package func render(_ report: GoldenReport, to output: inout some TextOutputStream) {
        output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        output.write(XMLText.tag("testsuites", [("name", "kb test")] + counts(of: report.tests)) + "\n")
        var paths: [String] = []
        for test in report.tests where !paths.contains(test.path) { paths.append(test.path) }
        for path in paths {
            let suite = report.tests.filter { $0.path == path }
            output.write("  " + XMLText.tag("testsuite", [("name", path)] + counts(of: suite)) + "\n")
            for test in suite { output.write(testCase(test, report)) }
            output.write("  </testsuite>\n")
        }
        output.write("</testsuites>\n")
    }

    private func counts(of tests: [any PlayedTest]) -> [(String, String)] {
        [
            ("tests", "\(tests.count)"), ("failures", "\(tests.count { $0.isDecisive })"), ("errors", "0"),
            ("skipped", "\(tests.count { $0.change == .removed })"),
        ]
    }

    private func testCase(_ played: any PlayedTest, _ report: GoldenReport) -> String {
        let text = report.text(of: played)
        let attributes = [
            ("name", text.name), ("classname", played.path), ("file", played.path), ("line", "\(played.position.line)"),
        ]
        return "    \(XMLText.tag("testcase", attributes))\n\(content(text))    </testcase>\n"
    }

    private func content(_ text: any TestText) -> String {
        let played = text.played
        var content = played.change == .removed ? "      <skipped message=\"asked no longer\"/>\n" : ""
        let details = details(text)
        if played.isDecisive, let first = played.failures.first {
            let tag = XMLText.tag("failure", [("type", first.reason.rawValue), ("message", first.message)])
            content += "      \(tag)\(XMLText.escaped(details))</failure>\n"
        } else if played.change != nil || !played.isPassed {
            content += "      <system-out>\(XMLText.escaped(details))</system-out>\n"
        }
        return content
    }

    private func details(_ text: any TestText) -> String {
        let result = text.played.isPassed ? "passed" : text.messages.joined(separator: "; ")
        return ([text.place + ": " + result] + text.notes).joined(separator: "\n")
    }
}
