import Diagnostics
import Presentation

/// The Reviewdog Diagnostic Format as one JSON object (`rdjson`). Its columns count UTF-8 bytes from 1.
package struct ReviewdogRenderer: FindingRenderer {
    private let tool: ToolDescription

    package init(tool: ToolDescription) {
        self.tool = tool
    }

    package func render(_ set: FindingSet, to output: inout some TextOutputStream) {
        let report: JSONValue = [
            "source": ["name": .string(tool.name), "url": .string(tool.url)],
            "diagnostics": .array(set.active.map { json(of: $0, in: set) }),
        ]
        JSONWriter.write(report, to: &output)
        output.write("\n")
    }

    private func json(of finding: Finding, in set: FindingSet) -> JSONValue {
        let diagnostic = finding.diagnostic
        return [
            "message": .string(finding.sentence),
            "location": ["path": .string(diagnostic.location.path), "range": range(of: diagnostic.location, in: set)],
            "severity": .string(severity(diagnostic.severity)),
            "code": [
                "value": .string(diagnostic.rule.code), "url": set.url(of: diagnostic.rule).map(JSONValue.string),
            ],
            "suggestions": .list(diagnostic.fixes.compactMap { suggestion(for: $0, of: diagnostic, in: set) }),
        ]
    }

    /// A suggestion is a single edit of the same file; the format cannot say that several belong together.
    private func suggestion(for fix: Fix, of diagnostic: Diagnostic, in set: FindingSet) -> JSONValue? {
        guard fix.edits.count == 1, let edit = fix.edits.first, edit.location.path == diagnostic.location.path else {
            return nil
        }
        return ["range": range(of: edit.location, in: set), "text": .string(edit.replacement)]
    }

    private func range(of location: Location, in set: FindingSet) -> JSONValue {
        let span = set.source(location.path)?.byteSpan(of: location.range) ?? .beginning
        return ["start": json(of: span.start), "end": json(of: span.end)]
    }

    private func json(of position: LineIndex.Position) -> JSONValue {
        ["line": .integer(position.line), "column": .integer(position.column)]
    }

    private func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: "ERROR"
        case .warning: "WARNING"
        case .note: "INFO"
        }
    }
}
