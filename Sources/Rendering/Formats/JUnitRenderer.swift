import Diagnostics
import Presentation

/// JUnit XML: a suite for each file with findings, in it a case for each finding. Only errors are failures.
package struct JUnitRenderer: FindingRenderer {
    private let tool: ToolDescription

    package init(tool: ToolDescription) {
        self.tool = tool
    }

    package func render(_ set: FindingSet, to output: inout some TextOutputStream) {
        let findings = set.active
        output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        output.write(XMLText.tag("testsuites", [("name", tool.name)] + counts(of: findings)) + "\n")
        var rest = findings[...]
        while let path = rest.first?.diagnostic.location.path {
            let suite = rest.prefix { $0.diagnostic.location.path == path }
            rest = rest.dropFirst(suite.count)
            output.write("  " + XMLText.tag("testsuite", [("name", path)] + counts(of: Array(suite))) + "\n")
            for finding in suite { write(finding, to: &output) }
            output.write("  </testsuite>\n")
        }
        output.write("</testsuites>\n")
    }

    private func counts(of findings: [Finding]) -> [(String, String)] {
        let failures = findings.count { $0.diagnostic.severity == .error }
        return [("tests", String(findings.count)), ("failures", String(failures)), ("errors", "0")]
    }

    private func write(_ finding: Finding, to output: inout some TextOutputStream) {
        let diagnostic = finding.diagnostic
        let start = finding.span.start
        let name = "\(finding.ruleTitle) at \(start.line):\(start.column)"
        let attributes = [
            ("name", name), ("classname", diagnostic.location.path), ("file", diagnostic.location.path),
            ("line", String(start.line)),
        ]
        let body = "\(diagnostic.location.path):\(start.line):\(start.column): \(finding.sentence)"
        output.write("    " + XMLText.tag("testcase", attributes) + "\n")
        if diagnostic.severity == .error {
            let failure = XMLText.tag("failure", [("type", diagnostic.rule.code), ("message", diagnostic.message)])
            output.write("      \(failure)\(XMLText.escaped(body))</failure>\n")
        } else {
            let text = XMLText.escaped("\(diagnostic.severity.rawValue): \(body)")
            output.write("      <system-out>\(text)</system-out>\n")
        }
        output.write("    </testcase>\n")
    }
}
