import Diagnostics
import Presentation

/// A GitLab code quality report: a JSON array. GitLab itself compares it with that of the target branch.
package struct GitLabRenderer: FindingRenderer {
    package init() {}

    package func render(_ set: FindingSet, to output: inout some TextOutputStream) {
        let issues = set.active.map { finding -> JSONValue in
            let location = finding.diagnostic.location
            return [
                "description": .string(finding.sentence),
                "check_name": .string(finding.ruleTitle),
                "fingerprint": .string(finding.fingerprint.text),
                "severity": .string(severity(finding.diagnostic.severity)),
                "location": [
                    "path": .string(location.path), "lines": ["begin": .integer(set.span(of: location).start.line)],
                ],
            ]
        }
        JSONWriter.write(.array(issues), to: &output)
        output.write("\n")
    }

    private func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: "major"
        case .warning: "minor"
        case .note: "info"
        }
    }
}
