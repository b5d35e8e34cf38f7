import Content
import Diagnostics

extension ItemEditor {
    /// Hands everything that one person or group owns over to another. Memberships stay as they are.
    package func reassigning(_ old: String, to new: String) throws(EditingError) -> [FileChange] {
        guard old != new else { throw .sameOwner(new) }
        guard isKnown(new) else { throw .unknownOwner(new, suggestion: suggestion(for: new)) }
        var edits: [TextEdit] = []
        for (path, _, reference) in base.allReferences
        where reference.target == .owner(old) && reference.role == "owner" {
            edits.append(try replacing(old, by: new, at: Location(path: path, range: reference.range)))
        }
        if edits.isEmpty && !isKnown(old) { throw .unknownOwner(old, suggestion: suggestion(for: old)) }
        return TranslationHashes(base).following(try changes(edits, first: []))
    }

    private func isKnown(_ owner: String) -> Bool {
        base.people.person(owner) != nil || base.people.group(owner) != nil
    }

    private func suggestion(for owner: String) -> String? {
        Suggestion.question(for: owner, among: base.people.persons.map(\.id.value) + base.people.groups.map(\.id.value))
    }
}
