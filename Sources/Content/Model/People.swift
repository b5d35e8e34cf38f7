package import Time

package struct People: Sendable {
    package struct Person: Sendable {
        package var id: Located<String>
        package var name: String?
        /// The day from which they are no longer here.
        package var until: Located<CivilDate>?
    }

    package struct Group: Sendable {
        package var id: Located<String>
        package var members: [Located<String>]
    }

    package struct Role: Sendable {
        package var name: Located<String>
        package var members: [Located<String>]
        package var permissions: [String]
        package var paths: [String]
    }

    package var persons: [Person] = []
    package var groups: [Group] = []
    package var roles: [Role] = []

    package init() {}

    package func person(_ id: String) -> Person? { persons.first { $0.id.value == id } }
    package func group(_ id: String) -> Group? { groups.first { $0.id.value == id } }
}
