package import Time

/// An entry of `approval` in kb.yaml: who approves the changes that it matches.
package struct ApprovalRule: Hashable, Sendable {
    /// Names of kinds of files; empty: all.
    package var kinds: [String] = []
    /// Empty: all.
    package var risks: [Item.Risk] = []
    /// Patterns of paths; empty: all.
    package var paths: [String] = []
    package var role: String
    /// Where the role is named in kb.yaml.
    package var range = 0..<0
    /// How many people approve.
    package var approvals = 1
    /// The change may go out first, and the approvals follow within this time.
    package var ratifyWithin: Period?

    package init(role: String) {
        self.role = role
    }
}
