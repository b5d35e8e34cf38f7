package import Difference
package import Time

/// What changed between two versions of a knowledge base.
package struct DifferenceReport: Sendable {
    /// What one place of a report speaks of.
    enum Entry {
        case behaviour(WorkflowChange)
        case content(ContentChange)
    }

    /// The name of the knowledge base.
    package var name = ""
    package let workflows: [WorkflowChange]
    package let changes: [ContentChange]
    /// Files in which only layout, quotes or comments differ.
    package let formatted: [String]
    package let zone: TimeZoneRules
    /// The earlier version, as the command line names it.
    package let before: String
    /// The later one; nil: the working tree.
    package let after: String?
    /// What facts say in each version, for a page that fills them in.
    package var facts: (before: [String: String], after: [String: String]) = ([:], [:])
    /// Pictures of workflows as SVG, by id.
    package var pictures: [String: String] = [:]

    package init(
        _ workflows: [WorkflowChange], changes: [ContentChange] = [], formatted: [String] = [], zone: TimeZoneRules,
        before: String, after: String?
    ) {
        self.workflows = workflows
        self.changes = changes
        self.formatted = formatted
        self.zone = zone
        self.before = before
        self.after = after
    }

    package var isEmpty: Bool { workflows.isEmpty && changes.isEmpty && formatted.isEmpty }

    /// What a reader would see change first. What a workflow does to callers stands before how it is written.
    var entries: [Entry] {
        // Callers who are told something else come before all else, with the workflow that tells them.
        let affecting = Set(workflows.filter(\.affectsCallers).map(\.path))
        let content = changes.map { change in
            let isFirst = change.kind == "workflow" && affecting.contains(change.path)
            return (
                weight: isFirst ? -1 : change.weight.rawValue, path: change.path, order: 1,
                entry: Entry.content(change)
            )
        }
        // Of one that is new, the content says so.
        let whole = Set(changes.filter { $0.kind == "workflow" && ($0.before == nil || $0.after == nil) }.map(\.id))
        let weights = Dictionary(content.map { ($0.path, $0.weight) }) { min($0, $1) }
        let behaviour = workflows.compactMap { change -> (weight: Int, path: String, order: Int, entry: Entry)? in
            if case .compared = change.kind {} else if whole.contains(change.id) { return nil }
            let weight = change.affectsCallers ? -1 : weights[change.path] ?? FieldChange.Weight.kept.rawValue
            return (weight, change.path, 0, .behaviour(change))
        }
        return (behaviour + content).enumerated().sorted { left, right in
            (left.element.weight, left.element.path, left.element.order, left.offset)
                < (right.element.weight, right.element.path, right.element.order, right.offset)
        }.map(\.element.entry)
    }

    /// `3 changes that readers see, 2 others, and 4 files in which only the layout differs`; nil for nothing.
    package var summary: String? {
        let seen = changes.count { $0.weight == .seen }
        let others = changes.count - seen
        let affected = Set(workflows.filter(\.affectsCallers).map(\.id)).count
        func count(_ number: Int, _ one: String, _ many: String) -> String? {
            number == 0 ? nil : "\(number) \(number == 1 ? one : many)"
        }
        return [
            count(affected, "workflow affects callers", "workflows affect callers"),
            count(seen, "change that readers see", "changes that readers see"),
            count(others, "change of how content is found or kept", "changes of how content is found or kept"),
            count(
                formatted.count, "file in which only the layout differs", "files in which only the layout differs"),
        ].compactMap(\.self).spoken
    }
}
