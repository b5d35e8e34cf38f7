import Content
import YAML

/// What changed between two YAML values: mappings by field, lists by member, texts by word, conditions as a whole.
struct FieldDifference {
    private(set) var changes: [FieldChange] = []
    private let kind: String
    private let values: (before: ValueText, after: ValueText)
    private let lines: (before: (Int) -> Int, after: (Int) -> Int)

    /// A place in the value.
    fileprivate struct Place {
        var labels: [String] = []
        var pointer = ""
        var weight = FieldChange.Weight.seen
        /// The key of the innermost mapping entry.
        var key: String?

        var label: String { labels.joined(separator: " · ") }

        func inner(_ label: String?, _ token: String, key: String?) -> Place {
            var place = self
            if let label { place.labels.append(label) }
            place.pointer += "/" + token.replacing("~", with: "~0").replacing("/", with: "~1")
            place.key = key
            return place
        }
    }

    /// - Parameters:
    ///   - kind: Of the thing: `article`, `fact`, `kb`.
    ///   - skipped: Fields that are told in another way.
    init(
        _ kind: String, _ before: Node, _ after: Node, values: (before: ValueText, after: ValueText),
        lines: (before: (Int) -> Int, after: (Int) -> Int), leavingOut skipped: Set<String> = []
    ) {
        self.kind = kind
        self.values = values
        self.lines = lines
        guard before.mapping != nil, after.mapping != nil else {
            compare(before, after, Place(labels: ["value"]))
            return
        }
        compareMappings(before, after, Place(), leavingOut: skipped)
    }

    private mutating func compare(_ before: Node, _ after: Node, _ place: Place) {
        guard !before.says(after) else { return }
        if let key = place.key, ValueText.isCondition(key) {
            add(.changed, before, after, place)
        } else if before.mapping != nil, after.mapping != nil {
            compareMappings(before, after, place)
        } else if let old = before.sequence, let new = after.sequence {
            compareLists(old, new, place)
        } else {
            add(.changed, before, after, place)
        }
    }

    private mutating func compareMappings(
        _ before: Node, _ after: Node, _ place: Place, leavingOut skipped: Set<String> = []
    ) {
        let old = before.mapping?.entries ?? []
        let new = after.mapping?.entries ?? []
        let earlier = Dictionary(old.map { ($0.key.text, $0) }) { first, _ in first }
        let later = Set(new.map(\.key.text))
        for entry in new where !skipped.contains(entry.key.text) {
            let inner = inner(place, entry.key.text)
            if let other = earlier[entry.key.text] {
                compare(other.value, entry.value, inner)
            } else {
                addWhole(.added, entry.value, inner)
            }
        }
        for entry in old where !later.contains(entry.key.text) && !skipped.contains(entry.key.text) {
            addWhole(.removed, entry.value, inner(place, entry.key.text))
        }
    }

    private func inner(_ place: Place, _ key: String) -> Place {
        let parent = place.key
        // The name of a collection says nothing beside that of its entry.
        var outer = place
        let entry = FieldName.entry(key, of: parent)
        if parent != nil, entry != FieldName.field(key), !outer.labels.isEmpty { outer.labels.removeLast() }
        var inner = outer.inner(entry, key, key: key)
        if place.pointer.isEmpty { inner.weight = FieldName.weight(kind, key) }
        return inner
    }

    /// A list that came or went, member by member where each is a text of its own.
    private mutating func addWhole(_ change: FieldChange.Kind, _ node: Node, _ place: Place) {
        if let members = node.sequence, !members.isEmpty, members.count <= 20,
            members.contains(where: { $0.mapping != nil })
        {
            for (index, member) in members.enumerated() {
                add(
                    change, change == .removed ? member : nil, change == .added ? member : nil,
                    memberPlace(place, member, index))
            }
        } else {
            add(change, change == .removed ? node : nil, change == .added ? node : nil, place)
        }
    }

    private mutating func compareLists(_ before: [Node], _ after: [Node], _ place: Place) {
        let pairing = MemberPairing(before, after)
        for index in pairing.removed { add(.removed, before[index], nil, memberPlace(place, before[index], index)) }
        for (index, member) in after.enumerated() {
            guard let other = pairing.partners[index] else {
                add(.added, nil, member, memberPlace(place, member, index))
                continue
            }
            if !before[other].says(member) {
                compare(before[other], member, memberPlace(place, before[other], index))
            }
        }
        guard !pairing.moved.isEmpty else { return }
        if MemberPairing.isOrdered(place.key) {
            for index in pairing.moved {
                var moved = place
                moved.labels[moved.labels.count - 1] = FieldName.member(number: index + 1, of: place.key)
                add(.moved, after[index], after[index], moved, note: "was number \((pairing.partners[index] ?? 0) + 1)")
            }
        } else {
            var order = place
            order.weight = max(order.weight, .found)
            order.labels.append("order")
            let texts = (
                before.prefix(100).map { values.before.text($0) }, after.prefix(100).map { values.after.text($0) }
            )
            var change = FieldChange(
                order.label, pointer: place.pointer, weight: order.weight, kind: .moved,
                before: texts.0.joined(separator: ", "), after: texts.1.joined(separator: ", "),
                line: after.first.map { lines.after($0.range.lowerBound) } ?? 1)
            change.note = "the same in another order"
            change.runs = []
            changes.append(change)
        }
    }

    /// Named by what it is known by, or by its number. A member that is a text is named by its list alone.
    private func memberPlace(_ place: Place, _ member: Node, _ index: Int) -> Place {
        var outer = place
        let label: String?
        if member.mapping == nil {
            label = nil
        } else {
            if !outer.labels.isEmpty { outer.labels.removeLast() }
            label =
                MemberPairing.identity(of: member).map { FieldName.member($0, of: place.key) }
                ?? FieldName.member(number: index + 1, of: place.key)
        }
        return outer.inner(label, String(index), key: nil)
    }

    private mutating func add(
        _ change: FieldChange.Kind, _ before: Node?, _ after: Node?, _ place: Place, note: String? = nil
    ) {
        let key = place.key
        let offset = after?.range.lowerBound ?? before?.range.lowerBound ?? 0
        changes.append(
            FieldChange(
                place.label, pointer: place.pointer, weight: place.weight, kind: change,
                before: before.map { values.before.text($0, under: key) },
                after: after.map { values.after.text($0, under: key) }, note: note,
                line: after == nil ? lines.before(offset) : lines.after(offset)))
    }
}
