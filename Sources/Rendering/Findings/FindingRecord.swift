import Diagnostics
package import Presentation

/// A finding as programs read it: the form of `schemas/output/validate.schema.json`, version 1.
///
/// It is apart from `Diagnostic` so that the one can change while the other must not.
package struct FindingRecord: Sendable {
    /// Changes when a program that reads the records would have to.
    package static let version = 1

    private let finding: Finding
    private let span: Span
    private let url: String?
    private let related: [JSONValue]

    package init(_ finding: Finding, in set: FindingSet) {
        self.finding = finding
        span = finding.span
        url = set.url(of: finding.diagnostic.rule)
        related = finding.diagnostic.related.map { place in
            let start = set.span(of: place.location).start
            return [
                "path": .string(place.location.path), "line": .integer(start.line), "column": .integer(start.column),
                "message": .string(place.message),
            ]
        }
    }

    package var json: JSONValue {
        let diagnostic = finding.diagnostic
        return [
            "code": .string(diagnostic.rule.code),
            "name": .string(diagnostic.rule.name),
            "severity": .string(diagnostic.severity.rawValue),
            "path": .string(diagnostic.location.path),
            "line": .integer(span.start.line),
            "column": .integer(span.start.column),
            "end_line": .integer(span.end.line),
            "end_column": .integer(span.end.column),
            "range": [
                "start": .integer(diagnostic.location.range.lowerBound),
                "end": .integer(diagnostic.location.range.upperBound),
            ],
            "pointer": diagnostic.pointer.map(JSONValue.string),
            "id": diagnostic.item.map(JSONValue.string),
            "message": .string(diagnostic.message),
            "help": diagnostic.help.isEmpty ? nil : .string(diagnostic.help),
            "url": url.map(JSONValue.string),
            "new": finding.isNew.map(JSONValue.bool),
            "suppressed": finding.isSuppressed ? true : nil,
            "fixes": .list(diagnostic.fixes.map { json(of: $0) }),
            "related": .list(related),
        ]
    }

    private func json(of fix: Fix) -> JSONValue {
        let edits = fix.edits.map { edit -> JSONValue in
            let isElsewhere = edit.location.path != finding.diagnostic.location.path
            return [
                "path": isElsewhere ? .string(edit.location.path) : nil,
                "start": .integer(edit.location.range.lowerBound),
                "end": .integer(edit.location.range.upperBound),
                "replacement": .string(edit.replacement),
            ]
        }
        return ["title": .string(fix.title), "edits": .array(edits)]
    }
}
