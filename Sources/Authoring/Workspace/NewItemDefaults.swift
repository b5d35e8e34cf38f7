import CommandLine
import Content
import Diagnostics
import Editing

/// What a new item says of itself where its author does not.
struct NewItemDefaults {
    let base: KnowledgeBase

    func owner(_ owner: String?) throws -> String {
        let known = base.people.groups.map(\.id.value) + base.people.persons.map(\.id.value)
        guard let owner else {
            if let first = known.first { return first }
            throw CommandFailure("people.yaml names nobody who could own it; add a person first")
        }
        guard known.contains(owner) else {
            throw EditingError.unknownOwner(owner, suggestion: Suggestion.question(for: owner, among: known))
        }
        return owner
    }

    func audience(_ audience: String?) throws -> String {
        let known = base.configuration.audiences
        guard let audience else {
            // The one that includes most: a draft is not shown to the public by default.
            let widest = known.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.first
            if let widest { return widest.key }
            throw CommandFailure("kb.yaml declares no audience; add one first")
        }
        guard known[audience] != nil else {
            throw CommandFailure(
                "kb.yaml declares no audience '\(audience)'; it has \(known.keys.sorted().joined(separator: ", "))")
        }
        return audience
    }

    func category(_ category: String?) throws -> String? {
        let known = base.categories.map(\.name.value)
        guard let category else { return known.first }
        guard known.contains(category) else {
            let suggestion = Suggestion.question(for: category, among: known)
            throw CommandFailure(
                "navigation declares no category '\(category)'; "
                    + (suggestion ?? "it has \(known.sorted().joined(separator: ", "))"))
        }
        return category
    }
}
