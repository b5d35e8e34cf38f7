package import Time

package struct People: Sendable {
    package struct Person: Sendable {
        package var id: Located<String>
        package var name: String?
        package var email: String?
        /// The day from which they are no longer here.
        package var until: Located<CivilDate>?
        package var keys: [Key] = []
        /// On forges, as `github:NAME`, in lower case.
        package var accounts: [String] = []

        package init(id: Located<String>, name: String? = nil, until: Located<CivilDate>? = nil) {
            self.id = id
            self.name = name
            self.until = until
        }
    }

    /// A public key, and when it may sign.
    package struct Key: Sendable {
        /// As it stands in a `.pub` file.
        package var line: Located<String>
        package var from: Moment?
        package var until: Moment?
        /// From then on nothing new that it signed counts, whatever time is written in it.
        package var revoked: Moment?

        package init(line: Located<String>, from: Moment? = nil, until: Moment? = nil, revoked: Moment? = nil) {
            self.line = line
            self.from = from
            self.until = until
            self.revoked = revoked
        }
    }

    package struct Group: Sendable {
        package var id: Located<String>
        package var members: [Located<String>]

        package init(id: Located<String>, members: [Located<String>]) {
            self.id = id
            self.members = members
        }
    }

    package struct Role: Sendable {
        package var name: Located<String>
        package var members: [Located<String>]
        package var permissions: [String]
        package var paths: [String]

        package init(name: Located<String>, members: [Located<String>], permissions: [String], paths: [String]) {
            self.name = name
            self.members = members
            self.permissions = permissions
            self.paths = paths
        }
    }

    package var persons: [Person] = []
    package var groups: [Group] = []
    package var roles: [Role] = []

    package init() {}

    package func person(_ id: String) -> Person? { persons.first { $0.id.value == id } }
    package func group(_ id: String) -> Group? { groups.first { $0.id.value == id } }
}
