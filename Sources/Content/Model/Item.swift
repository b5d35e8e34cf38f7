package import Decisions
package import Time

/// Something with an id that a reader can find: the parts that every kind shares, and those of its own.
package struct Item: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case article, workflow, alert, directory, quiz, hub
    }

    package enum Risk: String, CaseIterable, Sendable {
        case low, normal, high, regulated
    }

    package enum Details: Sendable {
        case article(Article)
        case workflow(Workflow)
        case alert(Alert)
        case directory(DirectoryEntry)
        case quiz(Quiz)
        case hub(Hub)
    }

    package var kind: Kind
    package var path: String
    package var id: Located<String>
    package var title: Located<String>?
    package var owner: Located<String>?
    package var audience: [Located<String>] = []
    package var review: Review?
    package var effective: Effective?
    package var language: Located<String>?
    package var translation: Translation?
    package var isRetired = false
    package var replacedBy: Located<String>?
    package var aliases: [Located<String>] = []
    package var risk: Risk = .normal
    package var category: Located<String>?
    package var topics: [Located<String>] = []
    package var questions: [Located<String>] = []
    package var keywords: [Located<String>] = []
    package var applies: Condition?
    package var details: Details
    /// Everything that this item names elsewhere, in the order of the file.
    package var references: [Reference] = []

    package init(kind: Kind, path: String, id: Located<String>, details: Details) {
        self.kind = kind
        self.path = path
        self.id = id
        self.details = details
    }
}

package struct Review: Sendable {
    package var last: Located<CivilDate>?
    package var every: Located<Period>?
    /// The hash of the content that the last review saw.
    package var verified: Located<String>?
    package var range: Range<Int>
}

/// When an edition is in force.
package struct Effective: Sendable {
    package var from: Located<Moment>?
    package var until: Located<Moment>?
    package var range: Range<Int>

    package init(from: Located<Moment>? = nil, until: Located<Moment>? = nil, range: Range<Int>) {
        self.from = from
        self.until = until
        self.range = range
    }
}

package struct Translation: Sendable {
    package var source: Located<String>
    package var hash: Located<String>?

    package init(source: Located<String>, hash: Located<String>? = nil) {
        self.source = source
        self.hash = hash
    }
}
