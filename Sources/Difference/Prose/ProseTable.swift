/// The cells of a table in rows, the heading's first.
struct ProseTable {
    struct Row: Hashable {
        var cells: [String]
        var offset: Int

        /// What a row is known by.
        var name: String { cells.first { !$0.isEmpty } ?? "" }
        var text: String { cells.joined(separator: " | ") }

        static func == (left: Row, right: Row) -> Bool { left.cells == right.cells }
        func hash(into hasher: inout Hasher) { hasher.combine(cells) }
    }

    var rows: [Row] = []

    var text: String { rows.map(\.text).joined(separator: "\n") }
}
