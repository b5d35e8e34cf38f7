import Diagnostics

/// One name that stands in content for something declared elsewhere.
package struct Reference: Sendable {
    package enum Target: Hashable, Sendable {
        indirect case item(String, anchor: String?)
        case directoryEntry(String)
        case workflow(String)
        case fact(String)
        case requirement(String)
        /// A person or a group.
        case owner(String)
        case audience(String)
        case category(String)
        case asset(String)
    }

    /// The roles by which an item shows what it names, and does not only lead to it.
    enum Role {
        static let stepArticle = "article"
        static let calledWorkflow = "called workflow"
        static let translation = "translation"
        static let handoff = "hand-off"
        static let escalation = "escalation"
        static let afterHours = "after-hours entry"
    }

    package var target: Target
    /// What the reference is, for messages: "link", "related", "hand-off".
    package var role: String
    private let stored: StoredRange
    /// Who reads the place it stands in, where that is narrower than the item.
    package var audience: [String]?

    package init(_ target: Target, role: String, range: Range<Int>, audience: [String]? = nil) {
        self.target = target
        self.role = role
        stored = StoredRange(range)
        self.audience = audience
    }

    package var range: Range<Int> { stored.range }
}
