package import Content
package import Presentation
package import Time

/// The formats of `kb next`; the raw value is the name on the command line.
package enum ComingFormat: String, CaseIterable, Sendable {
    case text, json, jsonl

    package func render(
        _ report: ComingReport, width: Int = TextRenderer.standardWidth, palette: Palette = .plain,
        to output: inout some TextOutputStream
    ) {
        switch self {
        case .text: ComingTextRenderer(width: width, palette: palette).render(report, to: &output)
        case .json:
            let answer: JSONValue = [
                "version": .integer(ComingRecord.version), "at": .string(report.zone.offsetText(report.now)),
                "until": .string(report.zone.offsetText(report.until)),
                "changes": .array(report.changes.map { ComingRecord($0, report.zone).json }),
            ]
            JSONWriter.write(answer, to: &output)
            output.write("\n")
        case .jsonl:
            for change in report.changes {
                JSONWriter.write(ComingRecord(change, report.zone).json, to: &output)
                output.write("\n")
            }
        }
    }
}

/// What changes by itself within a time.
package struct ComingReport: Sendable {
    /// In order of time.
    package let changes: [ComingChange]
    package let now: Instant
    package let until: Instant
    package let zone: TimeZoneRules

    package init(_ changes: [ComingChange], now: Instant, until: Instant, zone: TimeZoneRules) {
        self.changes = changes
        self.now = now
        self.until = until
        self.zone = zone
    }
}

/// A coming change as programs read it: the form of `schemas/output/next.schema.json`, version 1.
package struct ComingRecord: Sendable {
    package static let version = 1

    private let change: ComingChange
    private let zone: TimeZoneRules

    package init(_ change: ComingChange, _ zone: TimeZoneRules) {
        self.change = change
        self.zone = zone
    }

    package var json: JSONValue {
        [
            "id": .string(change.id), "kind": .string(change.kind), "title": .string(change.title),
            "path": .string(change.path), "line": .integer(change.line), "at": .string(zone.offsetText(change.at)),
            "event": .string(change.event.rawValue), "owner": change.owner.map(JSONValue.string),
            "language": change.language.map(JSONValue.string), "before": change.before.map(JSONValue.string),
            "after": change.after.map(JSONValue.string),
        ]
    }
}

extension ComingChange {
    /// What happens, in a few words.
    package var words: String {
        switch event {
        case .appears: "\(kind) begins"
        case .expires: "\(kind) ends"
        case .replaced: "new edition"
        case .changes: "fact changes"
        case .reviewDue: "review overdue"
        case .leaves: kind == "key" ? "key ends" : "leaves"
        case .unpinned: "pin ends"
        case .closed: "closed all day"
        }
    }

    /// What it is about, with what is told before and after.
    package var subject: String {
        let name = title == id ? "" : title
        guard event == .changes, let before, let after else { return name }
        return (name.isEmpty ? "" : name + ": ") + "\(before) → \(after)"
    }
}

/// For a terminal: under each day what changes on it.
package struct ComingTextRenderer: Sendable {
    private static let longestID = 32
    private let width: Int
    private let palette: Palette

    package init(width: Int, palette: Palette) {
        self.width = width
        self.palette = palette
    }

    package func render(_ report: ComingReport, to output: inout some TextOutputStream) {
        var rest = report.changes[...]
        var isFirst = true
        while let first = rest.first {
            let day = report.zone.local(first.at).date
            let changes = rest.prefix { report.zone.local($0.at).date == day }
            rest = rest.dropFirst(changes.count)
            output.write((isFirst ? "" : "\n") + palette.paint("\(day)", .bold) + "\n")
            isFirst = false
            write(Array(changes), report.zone, to: &output)
        }
    }

    private func write(_ changes: [ComingChange], _ zone: TimeZoneRules, to output: inout some TextOutputStream) {
        let rows = changes.map { change in
            let clock = "\(zone.local(change.at))".split(separator: " ").last.map(String.init) ?? ""
            let name = change.id + (change.language.map { " (\($0))" } ?? "")
            return (
                change, clock: clock == "00:00" ? "" : clock, words: change.words,
                id: TextWidth.truncated(VisibleText.of(name), to: ComingTextRenderer.longestID)
            )
        }
        func column(_ cells: [String]) -> Int { cells.map { TextWidth.columns(of: $0) }.max() ?? 0 }
        let (clock, words, id) = (column(rows.map(\.clock)), column(rows.map(\.words)), column(rows.map(\.id)))
        for row in rows {
            var line = "  "
            if clock > 0 { line += padded(row.clock, clock) + "  " }
            line += padded(row.words, words) + "  " + padded(row.id, id) + "  "
            let rest = TextWidth.truncated(
                VisibleText.of(row.0.subject), to: max(0, width - TextWidth.columns(of: line)))
            let full = line + rest
            output.write((rest.isEmpty ? String(full.reversed().drop { $0 == " " }.reversed()) : full) + "\n")
        }
    }

    private func padded(_ text: String, _ columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - TextWidth.columns(of: text)))
    }
}
