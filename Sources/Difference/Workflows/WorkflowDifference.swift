package import Content
import Decisions
import Diagnostics
import Time

/// Compares the workflows of two versions of a knowledge base by what they do to callers.
package struct WorkflowDifference {
    private let bases: [KnowledgeBase]
    private let editions: [FlowEditions]

    package init(from before: KnowledgeBase, to after: KnowledgeBase) {
        bases = [before, after]
        editions = [FlowEditions(before), FlowEditions(after)]
    }

    /// Every workflow that a change of itself, of what it calls, of a fact in what callers are told or of a field's values
    /// may have touched, in order of the later version's files.
    ///
    /// - Parameter ids: Of workflows; nil: all.
    package func changes(of ids: Set<String>? = nil) -> [WorkflowChange] {
        let known = editions[1].ids + editions[0].ids.filter { bases[1].resolve($0) == nil }
        return known.filter { ids?.contains($0) ?? true }.flatMap(changes)
    }

    private struct Part {
        let range: InstantRange
        /// By side.
        let versions: [WorkflowVersion?]
    }

    private func changes(of id: String) -> [WorkflowChange] {
        // An id that was renamed goes on resolving.
        let earlier = names(of: id).lazy.map { editions[0].editions(of: $0) }.first { !$0.isEmpty } ?? []
        let sides = [earlier, editions[1].editions(of: id)]
        var parts: [Part] = []
        for range in ranges(sides) {
            let versions = sides.enumerated().map { side, editions in
                editions.first { $0.range.overlaps(range) }.map { WorkflowVersion($0, during: range, of: bases[side]) }
            }
            if let last = parts.last, isAlike(last.versions, versions) {
                parts[parts.count - 1] = Part(
                    range: InstantRange(from: last.range.from, until: range.until), versions: versions)
            } else {
                parts.append(Part(range: range, versions: versions))
            }
        }
        return parts.compactMap { change(id, $0) }
    }

    private func names(of id: String) -> [String] {
        [id] + bases[1].editions(of: id).flatMap(\.aliases).map(\.value)
    }

    /// All time, cut where an edition of a side or a value of a fact begins or ends.
    private func ranges(_ sides: [[FlowEditions.Edition]]) -> [InstantRange] {
        var cuts: Set<Instant> = []
        func cut(_ range: InstantRange?) {
            for moment in [range?.from, range?.until] { if let moment { cuts.insert(moment) } }
        }
        for (side, editions) in sides.enumerated() {
            for edition in editions {
                cut(edition.range)
                for case .fact(let name) in edition.items.flatMap(\.references).map(\.target) {
                    for value in bases[side].fact(name)?.values ?? [] {
                        cut(bases[side].range(from: value.from?.value, until: value.until?.value))
                    }
                }
            }
        }
        let borders: [Instant?] = [nil] + cuts.sorted().map { $0 } + [nil]
        return zip(borders, borders.dropFirst()).map { InstantRange(from: $0, until: $1) }
    }

    private func isAlike(_ left: [WorkflowVersion?], _ right: [WorkflowVersion?]) -> Bool {
        zip(left, right).allSatisfy { left, right in
            left?.behaviour == right?.behaviour && left?.files == right?.files && left?.questions == right?.questions
        }
    }

    private func change(_ id: String, _ part: Part) -> WorkflowChange? {
        switch (part.versions[0], part.versions[1]) {
        case (nil, nil): return nil
        case (nil, let after?): return change(id, part, .added, after)
        case (let before?, nil): return change(id, part, .removed, before)
        case (let before?, let after?):
            let isAlike = before.behaviour == after.behaviour && before.questions == after.questions
            if isAlike && before.files == after.files { return nil }
            let difference = BehaviouralDifference(
                from: before.flow, in: before.library, to: after.flow, in: after.library)
            return change(id, part, .compared(difference), after)
        }
    }

    private func change(
        _ id: String, _ part: Part, _ kind: WorkflowChange.Kind, _ version: WorkflowVersion
    ) -> WorkflowChange {
        let base = part.versions[1] == nil ? bases[0] : bases[1]
        let line = base.source(version.item.path).map {
            LineIndex($0).position(of: version.item.id.range.lowerBound).line
        }
        var fields: [ContextField] = []
        for flow in part.versions.reversed().compactMap({ $0 }).flatMap(\.behaviour) {
            for field in flow.fields where !fields.contains(where: { $0.name == field.name }) { fields.append(field) }
        }
        return WorkflowChange(
            id: id, path: version.item.path, line: line ?? 1, range: part.range, kind: kind, causes: causes(part),
            rewordings: rewordings(part), fields: fields)
    }

    /// The questions that both sides ask in other words.
    private func rewordings(_ part: Part) -> [WorkflowChange.Rewording] {
        guard let before = part.versions[0]?.questions, let after = part.versions[1]?.questions else { return [] }
        return after.compactMap { location, text in
            guard let earlier = before[location], earlier != text else { return nil }
            return WorkflowChange.Rewording(step: location.step, before: earlier, after: text)
        }.sorted { ($0.step, $0.after) < ($1.step, $1.after) }
    }

    private func causes(_ part: Part) -> [WorkflowChange.Cause] {
        guard let before = part.versions[0], let after = part.versions[1] else { return [] }
        let paths = Set(before.files.keys).union(after.files.keys).sorted { $0.byteOrder($1) < 0 }
        let facts = Set(before.facts.keys).union(after.facts.keys).sorted()
        let fields = [before, after].map { version in
            Dictionary(version.behaviour.flatMap(\.fields).map { ($0.name, $0) }) { first, _ in first }
        }
        let local = Set(
            (bases[0].localFields(of: before.item.id.value) + bases[1].localFields(of: after.item.id.value)).map(\.name)
        )
        let declared = Set(fields[0].keys).intersection(fields[1].keys).subtracting(local).sorted()
        return paths.filter { before.files[$0] != after.files[$0] }.map { .file($0) }
            + facts.filter { before.facts[$0] != after.facts[$0] && before.facts[$0] != nil && after.facts[$0] != nil }
            .map { .fact($0) }
            + declared.filter { fields[0][$0] != fields[1][$0] }.map { .field($0) }
    }
}
