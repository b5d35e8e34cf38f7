import Diagnostics
import Presentation

/// A GitLab code quality report: a JSON array. GitLab itself compares it with that of the target branch.
package struct GitLabRenderer: FindingRenderer {
    package init() {}

    package func render(_ set: FindingSet, to output: inout some TextOutputStream) {
        output.write("[")
        for (index, finding) in set.active.enumerated() {
            if index > 0 { output.write(",") }
            JSONWriter.write(json(of: finding), to: &output)
        }
        output.write("]\n")
    }

    private func json(of finding: Finding) -> JSONValue {
        [
            "description": .string(finding.sentence),
            "check_name": .string(finding.ruleTitle),
            "fingerprint": .string(finding.fingerprint.text),
            "severity": .string(severity(finding.diagnostic.severity)),
            "location": [
                "path": .string(finding.diagnostic.location.path),
                "lines": ["begin": .integer(finding.span.start.line)],
            ],
        ]
    }

    private func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: "major"
        case .warning: "minor"
        case .note: "info"
        }
    }
}
