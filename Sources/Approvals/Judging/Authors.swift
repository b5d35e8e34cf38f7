/// Who made the changes to a file, as far as it is proven.
package struct Authors: Hashable, Sendable {
    /// Ids of people whose keys signed the commits.
    package var persons: Set<String>
    /// Of the keys that signed them.
    package var fingerprints: Set<String>
    /// A commit is signed by nobody of people.yaml: its author may be anybody.
    package var hasUnknown: Bool

    package init(persons: Set<String> = [], fingerprints: Set<String> = [], hasUnknown: Bool = false) {
        self.persons = persons
        self.fingerprints = fingerprints
        self.hasUnknown = hasUnknown
    }

    package static let unknown = Authors(hasUnknown: true)

    package mutating func add(_ other: Authors) {
        persons.formUnion(other.persons)
        fingerprints.formUnion(other.fingerprints)
        hasUnknown = hasUnknown || other.hasUnknown
    }
}
