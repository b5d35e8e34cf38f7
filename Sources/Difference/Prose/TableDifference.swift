/// What changed of a table, cell by cell: rows are known by their first cell, columns by their heading.
struct TableDifference {
    private(set) var changes: [FieldChange] = []
    private let label: String
    private let line: (Int) -> Int

    init(_ before: ProseTable, _ after: ProseTable, label: String, line: @escaping (Int) -> Int) {
        self.label = label
        self.line = line
        guard let oldHead = before.rows.first, let newHead = after.rows.first else { return }
        let columns = columns(oldHead.cells, newHead.cells, line(newHead.offset))
        var numbers: [String: Int] = [:]
        func number(_ row: ProseTable.Row) -> Int {
            if let known = numbers[row.text] { return known }
            numbers[row.text] = numbers.count
            return numbers.count - 1
        }
        let old = Array(before.rows.dropFirst())
        let new = Array(after.rows.dropFirst())
        let alignment = SequenceAlignment(old.map(number), new.map(number)).pairs
        var left = Set(old.indices).subtracting(alignment.map(\.before)).sorted()
        var partner: [Int: Int] = [:]
        for pair in alignment { partner[pair.after] = pair.before }
        for find in [{ (row: ProseTable.Row) in row.text }, { row in row.name }] {
            var byName: [String: [Int]] = [:]
            for index in left.reversed() { byName[find(old[index]), default: []].append(index) }
            for index in new.indices where partner[index] == nil {
                partner[index] = byName[find(new[index])]?.popLast()
            }
            let taken = Set(partner.values)
            left.removeAll(where: taken.contains)
        }
        let rest = new.indices.filter { partner[$0] == nil }
        let similar = SimilarTexts(
            left.map { .init(text: old[$0].text, place: 0) }, rest.map { .init(text: new[$0].text, place: 0) })
        for pair in similar.pairs { partner[rest[pair.after]] = left[pair.before] }
        let taken = Set(partner.values)
        for index in left where !taken.contains(index) {
            add("row ‘\(old[index].name.shortened)’", .removed, old[index].text, nil, line(newHead.offset))
        }
        for (index, row) in new.enumerated() {
            guard let other = partner[index] else {
                add("row ‘\(row.name.shortened)’", .added, nil, row.text, line(row.offset))
                continue
            }
            for (name, from, to) in columns {
                let cells = (old[other].cells.at(from), row.cells.at(to))
                if cells.0 != cells.1 {
                    add("row ‘\(row.name.shortened)’ · \(name)", .changed, cells.0, cells.1, line(row.offset))
                }
            }
        }
    }

    /// The columns of both, by name, and those that have none of their own by number.
    private mutating func columns(
        _ old: [String], _ new: [String], _ line: Int
    ) -> [(name: String, before: Int, after: Int)] {
        var pairs: [(name: String, before: Int, after: Int)] = []
        var free = Set(old.indices)
        var open: [Int] = []
        for (index, name) in new.enumerated() {
            if let same = old.firstIndex(of: name), free.remove(same) != nil {
                pairs.append((name, same, index))
            } else {
                open.append(index)
            }
        }
        for index in open {
            if old.count == new.count, free.remove(index) != nil {
                add("heading of column \(index + 1)", .changed, old[index], new[index], line)
                pairs.append((new[index], index, index))
            } else {
                add("column ‘\(new[index].shortened)’", .added, nil, new[index], line)
            }
        }
        for index in free.sorted() { add("column ‘\(old[index].shortened)’", .removed, old[index], nil, line) }
        return pairs.map { (name: "column ‘\($0.name.shortened)’", before: $0.before, after: $0.after) }
            .sorted { $0.after < $1.after }
    }

    private mutating func add(
        _ what: String, _ kind: FieldChange.Kind, _ before: String?, _ after: String?, _ line: Int
    ) {
        changes.append(
            FieldChange(
                "\(label) · \(what)", pointer: "body", weight: .seen, kind: kind, before: before, after: after,
                line: line))
    }
}

extension [String] {
    /// A row may be shorter than its heading.
    fileprivate func at(_ index: Int) -> String { indices.contains(index) ? self[index] : "" }
}
