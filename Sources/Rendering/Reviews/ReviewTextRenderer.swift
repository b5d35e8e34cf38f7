import Governance
package import Presentation

/// What is to be reviewed, for a terminal: one line an item, under the owner or the time.
package struct ReviewTextRenderer: Sendable {
    private static let longestID = 36
    private let width: Int
    private let palette: Palette

    package init(width: Int = TextRenderer.standardWidth, palette: Palette = .plain) {
        self.width = width
        self.palette = palette
    }

    package func render(_ report: ReviewReport, to output: inout some TextOutputStream) {
        for (number, group) in report.groups.enumerated() {
            let heading = "\(VisibleText.of(group.heading)): \(group.entries.count)"
            output.write(
                (number == 0 ? "" : "\n") + palette.paint(TextWidth.truncated(heading, to: width), .bold) + "\n")
            write(group.entries, report, to: &output)
        }
    }

    private func write(_ entries: [ReviewEntry], _ report: ReviewReport, to output: inout some TextOutputStream) {
        let rows = entries.map { entry in
            (
                entry, timing: entry.timing(report.today), risk: entry.risk == "normal" ? "" : entry.risk,
                id: TextWidth.truncated(VisibleText.of(name(entry, report)), to: ReviewTextRenderer.longestID)
            )
        }
        func column(_ cells: [String]) -> Int { cells.map { TextWidth.columns(of: $0) }.max() ?? 0 }
        let (timing, risk, id) = (column(rows.map(\.timing)), column(rows.map(\.risk)), column(rows.map(\.id)))
        for row in rows {
            var line = "  " + padded(row.timing, timing) + "  "
            if risk > 0 { line += padded(row.risk, risk) + "  " }
            line += padded(row.id, id) + "  "
            let rest = TextWidth.truncated(VisibleText.of(row.0.title), to: max(0, width - TextWidth.columns(of: line)))
            output.write(painted(line, row.timing, row.0.standing) + rest + "\n")
        }
    }

    /// With the owner where the heading does not say it.
    private func name(_ entry: ReviewEntry, _ report: ReviewReport) -> String {
        entry.id + (entry.language.map { " (\($0))" } ?? "")
            + (report.grouping == .due ? entry.owner.map { " [\($0)]" } ?? "" : "")
    }

    private func painted(_ line: String, _ timing: String, _ standing: ReviewStanding) -> String {
        let style: Palette.Style? =
            switch standing {
            case .overdue, .neverReviewed: .error
            case .lapsed: .warning
            case .due, .current: nil
            }
        return "  " + palette.paint(timing, style) + line.dropFirst(2 + timing.count)
    }

    private func padded(_ text: String, _ columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - TextWidth.columns(of: text)))
    }
}
