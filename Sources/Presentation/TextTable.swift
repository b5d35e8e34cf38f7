/// Aligned columns for people.
package struct TextTable: Sendable {
    package enum Alignment: Sendable {
        case left, right
    }

    /// A heading and how the cells below it are aligned.
    package struct Column: Sendable {
        package var title: String
        package var alignment: Alignment

        package init(_ title: String, _ alignment: Alignment = .left) {
            self.title = title
            self.alignment = alignment
        }
    }

    private let columns: [Column]
    private var rows: [[String]] = []
    private static let gap = "  "

    package init(_ columns: [Column]) {
        self.columns = columns
    }

    /// - Parameter cells: one a column; missing ones are empty.
    package mutating func append(_ cells: [String]) {
        rows.append(columns.indices.map { $0 < cells.count ? VisibleText.of(cells[$0]) : "" })
    }

    /// Writes a heading and the rows, no line wider than `width` columns: the last column is cut to what is left.
    /// Without rows nothing is written.
    package func write(width: Int, palette: Palette = .plain, to output: inout some TextOutputStream) {
        guard !rows.isEmpty else { return }
        let widths = columns.indices.map { column in
            ([columns[column].title] + rows.map { $0[column] }).map { TextWidth.columns(of: $0) }.max() ?? 0
        }
        let heading = line(columns.map(\.title), widths: widths)
        output.write(palette.paint(TextWidth.truncated(heading, to: width), .bold) + "\n")
        for row in rows {
            output.write(TextWidth.truncated(line(row, widths: widths), to: width) + "\n")
        }
    }

    private func line(_ cells: [String], widths: [Int]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            let padding = String(repeating: " ", count: widths[index] - TextWidth.columns(of: cell))
            if index > 0 { line += TextTable.gap }
            line += columns[index].alignment == .left ? cell + padding : padding + cell
        }
        return String(line.reversed().drop { $0 == " " }.reversed())
    }
}
