/// What changed of an article's body: blocks added, removed, moved and reworded, tables by cell, links, and who sees what.
struct ProseDifference {
    private(set) var changes: [FieldChange] = []
    private let before: [ProseBlock]
    private let after: [ProseBlock]
    private let lines: (before: (Int) -> Int, after: (Int) -> Int)

    private struct Pair {
        let before: Int
        let after: Int
        let isMoved: Bool
    }

    /// - Parameter lines: The line of an offset, on each side.
    init(_ before: [ProseBlock], _ after: [ProseBlock], lines: (before: (Int) -> Int, after: (Int) -> Int)) {
        self.before = before
        self.after = after
        self.lines = lines
        let pairs = pairs()
        let paired = (Set(pairs.map(\.before)), Set(pairs.map(\.after)))
        // In the order of the later version; what was removed stands where it was among what stayed.
        var found: [(place: Int, order: Int, change: FieldChange)] = []
        var placeOfBefore = [Int](repeating: -1, count: before.count)
        for pair in pairs where !pair.isMoved { placeOfBefore[pair.before] = pair.after }
        var place = -1
        for index in before.indices {
            if placeOfBefore[index] >= 0 { place = placeOfBefore[index] }
            if !paired.0.contains(index) { found.append((place, 1, removed(before[index]))) }
        }
        for index in after.indices where !paired.1.contains(index) { found.append((index, 0, added(after[index]))) }
        let movedSections = Set(
            pairs.filter { $0.isMoved && after[$0.after].isHeading }.map { after[$0.after].text })
        for pair in pairs {
            for change in compared(pair, movedSections) { found.append((pair.after, 0, change)) }
        }
        changes = found.enumerated().sorted {
            ($0.element.place, $0.element.order, $0.offset) < ($1.element.place, $1.element.order, $1.offset)
        }.map(\.element.change)
        changes += readers(pairs)
    }

    /// Equal blocks in order, then equal ones elsewhere, then those that share words, then headings in the same place.
    private func pairs() -> [Pair] {
        var numbers: [String: Int] = [:]
        func number(_ key: String) -> Int {
            if let known = numbers[key] { return known }
            numbers[key] = numbers.count
            return numbers.count - 1
        }
        let keys = (before.map { number($0.key) }, after.map { number($0.key) })
        let aligned = SequenceAlignment(keys.0, keys.1).pairs
        var pairs = aligned.map { Pair(before: $0.before, after: $0.after, isMoved: false) }
        let gaps = (
            ProseDifference.gaps(aligned.map(\.before), before.count),
            ProseDifference.gaps(aligned.map(\.after), after.count)
        )
        var left = Set(before.indices).subtracting(aligned.map(\.before)).sorted()
        var right = Set(after.indices).subtracting(aligned.map(\.after)).sorted()
        func take(_ taken: [(before: Int, after: Int)]) {
            for pair in taken {
                pairs.append(
                    Pair(before: pair.before, after: pair.after, isMoved: gaps.0[pair.before] != gaps.1[pair.after]))
            }
            let gone = (Set(taken.map(\.before)), Set(taken.map(\.after)))
            left.removeAll { gone.0.contains($0) }
            right.removeAll { gone.1.contains($0) }
        }
        var byKey: [Int: [Int]] = [:]
        for index in left.reversed() { byKey[keys.0[index], default: []].append(index) }
        take(right.compactMap { index in byKey[keys.1[index]]?.popLast().map { ($0, index) } })
        let similar = SimilarTexts(
            left.map { .init(text: before[$0].text, place: gaps.0[$0]) },
            right.map { .init(text: after[$0].text, place: gaps.1[$0]) })
        take(similar.pairs.map { (left[$0.before], right[$0.after]) })
        // A heading or a table that has none of its words any more.
        var byGap: [String: [Int]] = [:]
        func place(_ block: ProseBlock, _ gap: Int) -> String? {
            block.isHeading || block.table != nil ? "\(gap) \(block.kind)" : nil
        }
        for index in left.reversed() {
            if let key = place(before[index], gaps.0[index]) { byGap[key, default: []].append(index) }
        }
        take(
            right.compactMap { index in
                place(after[index], gaps.1[index]).flatMap { byGap[$0]?.popLast() }.map { ($0, index) }
            })
        return pairs.sorted { $0.after < $1.after }
    }

    /// For each element the number of aligned ones before it.
    private static func gaps(_ aligned: [Int], _ count: Int) -> [Int] {
        var gaps = [Int](repeating: 0, count: count)
        var gap = 0
        var next = aligned.makeIterator()
        var upcoming = next.next()
        for index in 0..<count {
            gaps[index] = gap
            if index == upcoming {
                gap += 1
                upcoming = next.next()
            }
        }
        return gaps
    }

    /// - Parameter sections: Headings that moved, and what is under them with them.
    private func compared(_ pair: Pair, _ sections: Set<String>) -> [FieldChange] {
        let old = before[pair.before]
        let new = after[pair.after]
        var changes: [FieldChange] = []
        let label = ProseDifference.label(new)
        func change(_ label: String, _ kind: FieldChange.Kind, _ before: String, _ after: String) -> FieldChange {
            FieldChange(
                label, pointer: "body", weight: .seen, kind: kind, before: before, after: after,
                isCode: new.hasLines, line: lines.after(new.offset))
        }
        let movesAlong = !new.isHeading && old.heading == new.heading && sections.contains(new.heading)
        if pair.isMoved && !movesAlong {
            var moved = change(new.isHeading ? "section" : label, .moved, old.text, new.text)
            if new.isHeading {
                moved.note = precedingHeading(pair.after).map { "moved below ‘\($0.shortened)’" } ?? "moved to the top"
            } else {
                moved.note =
                    old.heading == new.heading
                    ? "moved within \(ProseDifference.place(new))"
                    : "moved from \(ProseDifference.place(old)) to \(ProseDifference.place(new))"
            }
            changes.append(moved)
        } else if let table = old.table, let other = new.table {
            changes += TableDifference(table, other, label: label, line: lines.after).changes
        } else if old.text != new.text {
            changes.append(change(label, .changed, old.text, new.text))
        }
        if old.kind != new.kind {
            changes.append(change("\(label) ‘\(new.text.shortened)’ · form", .changed, old.kind, new.kind))
        }
        changes += references(old, new, label: label)
        if changes.isEmpty, old.source != new.source {
            changes.append(change("\(label) · markup", .changed, old.source, new.source))
        }
        return changes
    }

    private func references(_ old: ProseBlock, _ new: ProseBlock, label: String) -> [FieldChange] {
        guard old.references != new.references else { return [] }
        let texts = (old.references.map(\.text), new.references.map(\.text))
        let line = lines.after(new.offset)
        if texts.0 == texts.1 {
            return zip(old.references, new.references).filter { $0 != $1 }.map { old, new in
                FieldChange(
                    "link ‘\(new.text.shortened)’ in \(label)", pointer: "body", weight: .seen, kind: .changed,
                    before: old.destination, after: new.destination, line: line)
            }
        }
        let gone = Set(old.references).subtracting(new.references)
        let come = Set(new.references).subtracting(old.references)
        return old.references.filter(gone.contains).map { reference in
            FieldChange(
                "link ‘\(reference.text.shortened)’ in \(label)", pointer: "body", weight: .seen, kind: .removed,
                before: reference.destination, line: line)
        }
            + new.references.filter(come.contains).map { reference in
                FieldChange(
                    "link ‘\(reference.text.shortened)’ in \(label)", pointer: "body", weight: .seen, kind: .added,
                    after: reference.destination, line: line)
            }
    }

    private func removed(_ block: ProseBlock) -> FieldChange {
        FieldChange(
            ProseDifference.label(block), pointer: "body", weight: .seen, kind: .removed, before: block.text,
            note: block.readers.map { "for \($0)" }, isCode: block.hasLines, line: lines.before(block.offset))
    }

    private func added(_ block: ProseBlock) -> FieldChange {
        FieldChange(
            ProseDifference.label(block), pointer: "body", weight: .seen, kind: .added, after: block.text,
            note: block.readers.map { "for \($0)" }, isCode: block.hasLines, line: lines.after(block.offset))
    }

    /// Blocks that other readers see now; one change for all that stand together.
    private func readers(_ pairs: [Pair]) -> [FieldChange] {
        var changes: [FieldChange] = []
        var start = 0
        while start < pairs.count {
            let old = before[pairs[start].before]
            let new = after[pairs[start].after]
            var end = start + 1
            while end < pairs.count, before[pairs[end].before].readers == old.readers,
                after[pairs[end].after].readers == new.readers
            {
                end += 1
            }
            if old.readers != new.readers {
                let more = end - start > 1 ? " and \(end - start - 1) more" : ""
                changes.append(
                    FieldChange(
                        "who sees ‘\(new.text.shortened)’\(more)", pointer: "body", weight: .seen, kind: .changed,
                        before: old.readers ?? "everyone", after: new.readers ?? "everyone",
                        line: lines.after(new.offset)))
            }
            start = end
        }
        return changes
    }

    private func precedingHeading(_ index: Int) -> String? { after[..<index].last { $0.isHeading }?.text }

    static func label(_ block: ProseBlock) -> String {
        let kind = block.isHeading ? "heading" : block.kind
        return block.heading.isEmpty ? kind : "\(kind) under ‘\(block.heading.shortened)’"
    }

    private static func place(_ block: ProseBlock) -> String {
        block.heading.isEmpty ? "the top level" : "‘\(block.heading.shortened)’"
    }
}
