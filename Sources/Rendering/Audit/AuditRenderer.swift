package import Presentation
package import Time

/// Writes the trail: aligned for people, as CSV for a spreadsheet, as JSON for programs.
package struct AuditRenderer {
    private let zone: TimeZoneRules
    private let width: Int
    private let palette: Palette

    package init(zone: TimeZoneRules, width: Int = TextRenderer.standardWidth, palette: Palette = .plain) {
        self.zone = zone
        self.width = width
        self.palette = palette
    }

    package func render(_ entries: [AuditEntry], as format: AuditFormat, to output: inout some TextOutputStream) {
        switch format {
        case .text: text(entries, to: &output)
        case .csv: csv(entries, to: &output)
        case .json:
            JSONWriter.write(["version": 1, "entries": .array(entries.map(json))], to: &output)
            output.write("\n")
        case .jsonl: for entry in entries { output.write(json(entry).serialized + "\n") }
        }
    }

    /// More files of one commit than this that needed no approval are counted: the first commit has hundreds.
    private static let mostFree = 3

    private func text(_ entries: [AuditEntry], to output: inout some TextOutputStream) {
        let free = Dictionary(grouping: entries.filter { $0.state == .free }) { $0.commit }.mapValues(\.count)
        var counted: Set<String?> = []
        for entry in entries {
            if entry.state == .free, let count = free[entry.commit], count > AuditRenderer.mostFree {
                guard counted.insert(entry.commit).inserted else { continue }
                let line = StyledText(zone.local(entry.time).description + "  ", .dim)
                output.write(
                    (line + StyledText("changed \(count) files that needed no approval")).painted(palette) + "\n")
                continue
            }
            let style: Palette.Style? =
                entry.state == .unapproved || entry.event == .rejected ? .error : entry.state == .owed ? .warning : nil
            var line = StyledText(zone.local(entry.time).description + "  ", .dim)
            line += StyledText(entry.event.rawValue + " ", .bold) + StyledText(entry.path ?? entry.action, .path)
            if entry.path != nil, !entry.action.isEmpty { line += StyledText(" (\(entry.action))") }
            let people = entry.people + (entry.hasUnknownAuthor ? ["somebody unknown"] : [])
            if !people.isEmpty { line += StyledText(" by \(people.joined(separator: ", "))") }
            if let state = entry.state { line += StyledText("; ") + StyledText(standing(entry, state), style) }
            if let note = entry.note { line += StyledText(": \(note)", style) }
            if let evidence = entry.evidence { line += StyledText(" (\(evidence))") }
            for part in TextWrap.lines(of: line, width: width, hanging: 4) {
                output.write(part.painted(palette) + "\n")
            }
        }
    }

    /// How a change stands, and by whom: `approved by david, maria (2 of 2)`.
    private func standing(_ entry: AuditEntry, _ state: AuditEntry.State) -> String {
        var text = state == .free ? "needed no approval" : state.rawValue
        if entry.isLate { text += " late" }
        if !entry.approvers.isEmpty { text += " by " + entry.approvers.joined(separator: ", ") }
        if let count = entry.requiredCount { text += " (\(entry.approvalCount ?? 0) of \(count))" }
        if let due = entry.due { text += ", due by \(zone.local(due))" }
        return text
    }

    private static let columns = [
        "time", "event", "action", "path", "kind", "id", "title", "state", "people", "unknown_author", "keys", "role",
        "required", "approvals", "statement", "evidence", "note", "commit", "before", "after",
        "approvers", "due", "late",
    ]

    /// After RFC 4180.
    private func csv(_ entries: [AuditEntry], to output: inout some TextOutputStream) {
        output.write(AuditRenderer.columns.joined(separator: ",") + "\r\n")
        for entry in entries {
            let cells: [String?] = [
                zone.offsetText(entry.time), entry.event.rawValue, entry.action, entry.path, entry.kind, entry.id,
                entry.title, entry.state?.rawValue, entry.people.joined(separator: ";"),
                entry.hasUnknownAuthor ? "true" : "false", entry.keys.joined(separator: ";"), entry.role,
                entry.requiredCount.map(String.init), entry.approvalCount.map(String.init), entry.statement,
                entry.evidence, entry.note, entry.commit, entry.before, entry.after,
                entry.approvers.joined(separator: ";"), entry.due.map(zone.offsetText), entry.isLate ? "true" : "false",
            ]
            output.write(cells.map { AuditRenderer.cell($0 ?? "") }.joined(separator: ",") + "\r\n")
        }
    }

    /// A spreadsheet takes what begins like a formula for one; an apostrophe keeps it a text.
    private static func cell(_ text: String) -> String {
        let visible = VisibleText.of(text)
        let isFormula = visible.first.map { "=+-@".contains($0) } ?? false
        let safe = isFormula ? "'" + visible : visible
        let isPlain = safe.utf8.allSatisfy { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") }
        return isPlain ? safe : "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    private func json(_ entry: AuditEntry) -> JSONValue {
        [
            "time": .string(zone.offsetText(entry.time)), "event": .string(entry.event.rawValue),
            "action": .string(entry.action), "path": entry.path.map { .string($0) }, "line": entry.path.map { _ in 1 },
            "kind": entry.kind.map { .string($0) }, "id": entry.id.map { .string($0) },
            "title": entry.title.map { .string($0) }, "state": entry.state.map { .string($0.rawValue) },
            "people": .array(entry.people.map { .string($0) }), "unknown_author": .bool(entry.hasUnknownAuthor),
            "keys": .array(entry.keys.map { .string($0) }), "role": entry.role.map { .string($0) },
            "required": entry.requiredCount.map { .integer($0) }, "approvals": entry.approvalCount.map { .integer($0) },
            "statement": entry.statement.map { .string($0) }, "evidence": entry.evidence.map { .string($0) },
            "note": entry.note.map { .string($0) }, "commit": entry.commit.map { .string($0) },
            "before": entry.before.map { .string($0) }, "after": entry.after.map { .string($0) },
            "approvers": .array(entry.approvers.map { .string($0) }),
            "due": entry.due.map { .string(zone.offsetText($0)) },
            "late": .bool(entry.isLate),
        ]
    }
}
