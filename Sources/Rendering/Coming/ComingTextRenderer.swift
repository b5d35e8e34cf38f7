import Content
package import Presentation
import Time

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
