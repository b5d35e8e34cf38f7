import CommandLine
import Content
import Diagnostics
import Presentation

/// The people and groups that may own content.
struct OwnerNames {
    private let people: People

    init(_ people: People) {
        self.people = people
    }

    /// The owner and the groups that they are in.
    ///
    /// - Throws: `CommandFailure` where people.yaml has nobody of that name.
    func owners(namedBy name: String) throws -> Set<String> {
        let known = people.persons.map(\.id.value) + people.groups.map(\.id.value)
        guard known.contains(name) else {
            let suggestion = Suggestion.question(for: name, among: known).map { "; \($0)" } ?? ""
            throw CommandFailure("people.yaml has no person or group '\(VisibleText.of(name))'\(suggestion)")
        }
        return Set([name] + people.groups.filter { $0.members.contains { $0.value == name } }.map(\.id.value))
    }
}
