import Diagnostics
import Presentation

/// A finding as a SARIF `result`.
struct SARIFResult {
    private let finding: Finding
    private let ruleIndex: Int
    private let set: FindingSet

    init(_ finding: Finding, ruleIndex: Int, set: FindingSet) {
        self.finding = finding
        self.ruleIndex = ruleIndex
        self.set = set
    }

    var json: JSONValue {
        let diagnostic = finding.diagnostic
        return [
            "ruleId": .string(diagnostic.rule.code),
            "ruleIndex": .integer(ruleIndex),
            "level": .string(diagnostic.severity.rawValue),
            "message": message(finding.sentence),
            "locations": [["physicalLocation": place(diagnostic.location, finding.span)]],
            "relatedLocations": .list(
                diagnostic.related.map { related in
                    [
                        "physicalLocation": place(related.location, set.span(of: related.location)),
                        "message": message(related.message),
                    ]
                }),
            "partialFingerprints": ["kbFinding/v1": .string(finding.fingerprint.text)],
            "baselineState": finding.isNew.map { $0 ? "new" : "unchanged" },
            "suppressions": finding.isSuppressed ? [["kind": "inSource"]] : nil,
            "fixes": .list(diagnostic.fixes.map { json(of: $0) }),
        ]
    }

    /// Keeps `[text](target)` from becoming a link, as it would in a message.
    private func message(_ text: String) -> JSONValue {
        guard text.contains("](") else { return ["text": .string(text)] }
        let parts = text.split(separator: "[", omittingEmptySubsequences: false)
        return ["text": .string(parts.joined(separator: "\\["))]
    }

    private func place(_ location: Location, _ span: Span) -> JSONValue {
        ["artifactLocation": artifact(location.path), "region": region(location, span)]
    }

    private func artifact(_ path: String) -> JSONValue {
        ["uri": .string(PercentEncoding.uri(ofPath: path)), "uriBaseId": "%SRCROOT%"]
    }

    private func region(_ location: Location, _ span: Span) -> JSONValue {
        [
            "startLine": .integer(span.start.line), "startColumn": .integer(span.start.column),
            "endLine": .integer(span.end.line), "endColumn": .integer(span.end.column),
            "byteOffset": .integer(location.range.lowerBound), "byteLength": .integer(location.range.count),
        ]
    }

    /// Edits are grouped by file, in the order in which the files are first named.
    private func json(of fix: Fix) -> JSONValue {
        var paths: [String] = []
        for edit in fix.edits where !paths.contains(edit.location.path) { paths.append(edit.location.path) }
        let changes = paths.map { path -> JSONValue in
            let replacements = fix.edits.filter { $0.location.path == path }.map { edit -> JSONValue in
                [
                    "deletedRegion": region(edit.location, set.span(of: edit.location)),
                    "insertedContent": ["text": .string(edit.replacement)],
                ]
            }
            return ["artifactLocation": artifact(path), "replacements": .array(replacements)]
        }
        return ["description": message(fix.title), "artifactChanges": .array(changes)]
    }
}
