import Diagnostics
package import Time

/// All that changes by itself within a time, in order.
package struct ComingChanges: Sendable {
    package private(set) var changes: [ComingChange] = []
    private let overview: ContentOverview
    private let range: InstantRange

    private var zone: TimeZoneRules { overview.configuration.zone }

    /// - Parameters:
    ///   - articles: The heads of the articles; of the others, the overview has them.
    ///   - range: From now on; what changes at its start has changed already.
    package init(_ overview: ContentOverview, articles: [ItemHead], within range: InstantRange) {
        self.overview = overview
        self.range = range
        addEditions(overview.heads + articles)
        for head in overview.heads + articles { addReview(head) }
        for file in overview.files {
            let lines = LineIndex(file.source)
            for item in file.items { addItem(item, lines) }
            for fact in file.facts { addFact(fact, lines) }
            for pin in file.pins { addPin(pin, lines) }
        }
        addPeople()
        changes.sort { ComingChanges.order($0) < ComingChanges.order($1) }
    }

    private static func order(_ change: ComingChange) -> Order {
        Order(at: change.at, event: ComingChange.Event.allCases.firstIndex(of: change.event) ?? 0, change: change)
    }

    private struct Order: Comparable {
        let at: Instant
        let event: Int
        let change: ComingChange

        static func < (left: Order, right: Order) -> Bool {
            (left.at, left.event, left.change.id, left.change.path, left.change.line)
                < (right.at, right.event, right.change.id, right.change.path, right.change.line)
        }
    }

    /// Whether a moment is still to come, and within the time.
    private func isComing(_ moment: Instant?) -> Bool {
        guard let moment else { return false }
        return range.contains(moment) && moment != range.from
    }

    private mutating func addEditions(_ heads: [ItemHead]) {
        var edges: [Edge: (ends: ItemHead?, begins: ItemHead?)] = [:]
        for head in heads where !head.isRetired {
            guard let effective = head.effective else { continue }
            if let until = effective.until, isComing(until) {
                edges[Edge(head, until), default: (nil, nil)].ends = head
            }
            if let from = effective.from, isComing(from) { edges[Edge(head, from), default: (nil, nil)].begins = head }
        }
        for (edge, (ends, begins)) in edges {
            guard let head = begins ?? ends else { continue }
            var change = ComingChange(head, at: edge.at, begins == nil ? .expires : ends == nil ? .appears : .replaced)
            if let ends, begins != nil {
                change.before = ends.path
                change.after = head.path
            }
            changes.append(change)
        }
    }

    private struct Edge: Hashable {
        let id: String
        let language: String?
        let at: Instant

        init(_ head: ItemHead, _ at: Instant) {
            id = head.id
            language = head.language
            self.at = at
        }
    }

    private mutating func addReview(_ head: ItemHead) {
        guard !head.isRetired, head.kind != .alert, let due = head.reviewDue(overview.configuration.review) else {
            return
        }
        // It is owed by that day, and overdue after it.
        let moment = zone.startOfDay(due.adding(days: 1))
        guard isComing(moment), head.effective?.until.map({ $0 > moment }) ?? true else { return }
        changes.append(ComingChange(head, at: moment, .reviewDue))
    }

    private mutating func addItem(_ item: Item, _ lines: LineIndex) {
        let head = ItemHead(item, lines, overview.configuration)
        switch item.details {
        case .alert(let alert):
            let range = overview.configuration.range(from: alert.from?.value, until: alert.until?.value)
            for (moment, event) in [(range?.from, ComingChange.Event.appears), (range?.until, .expires)] {
                if let moment, isComing(moment) { changes.append(ComingChange(head, at: moment, event)) }
            }
        case .directory(let entry):
            for times in entry.hours where times.days == "closed" {
                for day in times.times.split(separator: ",").compactMap({ CivilDate($0.drop { $0 == " " }) }) {
                    let moment = zone.startOfDay(day)
                    if isComing(moment) { changes.append(ComingChange(head, at: moment, .closed)) }
                }
            }
        case .article, .workflow, .quiz, .hub: break
        }
    }

    private mutating func addFact(_ fact: Fact, _ lines: LineIndex) {
        let values = fact.values.compactMap { value in
            overview.configuration.range(from: value.from?.value, until: value.until?.value).map { (value, $0) }
        }
        let ends: [Instant] = values.flatMap { _, range in [range.from, range.until].compactMap(\.self) }
        let moments = Set(ends).filter { isComing($0) }
        func text(_ isInForce: (InstantRange) -> Bool) -> String {
            let told = values.filter { isInForce($0.1) }.map { value, _ in
                value.text.value + (value.applies == nil ? "" : " (for some)")
            }
            return told.isEmpty ? "none" : told.joined(separator: ", ") + (fact.unit.map { " \($0)" } ?? "")
        }
        for moment in moments {
            let before = Instant(seconds: moment.seconds - 1)
            var change = ComingChange(
                at: moment, event: .changes, kind: "fact", id: fact.name.value, title: fact.label ?? fact.name.value,
                path: fact.path, line: lines.position(of: fact.name.range.lowerBound).line, owner: fact.owner?.value)
            change.before = text { $0.contains(before) }
            change.after = text { $0.contains(moment) }
            if change.before != change.after { changes.append(change) }
        }
    }

    private mutating func addPin(_ pin: Pin, _ lines: LineIndex) {
        guard let until = overview.configuration.range(from: nil, until: pin.until?.value)?.until, isComing(until)
        else {
            return
        }
        changes.append(
            ComingChange(
                at: until, event: .unpinned, kind: "pin", id: pin.item.value, title: pin.questions.first ?? "",
                path: pin.path, line: lines.position(of: pin.item.range.lowerBound).line, owner: pin.owner,
                language: pin.language))
    }

    private mutating func addPeople() {
        guard let source = overview.peopleSource else { return }
        let lines = LineIndex(source)
        for person in overview.people.persons {
            func add(_ moment: Instant?, _ kind: String, _ range: Range<Int>) {
                guard let moment, isComing(moment) else { return }
                changes.append(
                    ComingChange(
                        at: moment, event: kind == "key" ? .expires : .leaves, kind: kind, id: person.id.value,
                        title: person.name ?? person.id.value,
                        path: "people.yaml", line: lines.position(of: range.lowerBound).line))
            }
            add(person.until.map { zone.startOfDay($0.value) }, "person", person.id.range)
            for key in person.keys {
                let ends = [key.until, key.revoked].compactMap { end in
                    overview.configuration.range(from: nil, until: end)?.until
                }
                add(ends.min(), "key", key.line.range)
            }
        }
    }
}

extension ComingChange {
    fileprivate init(_ head: ItemHead, at moment: Instant, _ event: Event) {
        self.init(
            at: moment, event: event, kind: head.kind.rawValue, id: head.id, title: head.title ?? head.id,
            path: head.path, line: head.line, owner: head.owner, language: head.language)
    }
}
