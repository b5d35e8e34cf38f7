package import Decisions
package import Time

/// One edition of one item, with all that a reader of the index is shown of it.
package struct IndexDocument: Hashable, Sendable {
    package struct Ban: Hashable, Sendable {
        package var text: String
        package var instead: String?

        package init(text: String, instead: String?) {
            self.text = text
            self.instead = instead
        }
    }

    package struct Review: Hashable, Sendable {
        package var last: CivilDate?
        /// Days that a review holds.
        package var every: Int
        package var due: CivilDate?
        package var verified: String?

        package init(last: CivilDate?, every: Int, due: CivilDate?, verified: String?) {
            self.last = last
            self.every = every
            self.due = due
            self.verified = verified
        }
    }

    /// The facts that any text of it names.
    package var factNames: Set<String> { FactText.names(in: self) }

    /// A file that goes with an item.
    package struct Attachment: Hashable, Sendable {
        package var file: String
        /// Empty: everyone who may read the item.
        package var audience: [String]

        package init(file: String, audience: [String]) {
            self.file = file
            self.audience = audience
        }
    }

    /// A requirement or a directory entry that counts for some callers only.
    package struct Conditional: Hashable, Sendable {
        package var id: String
        /// What people call it.
        package var label: String?
        package var condition: Condition?

        package init(id: String, label: String? = nil, condition: Condition?) {
            self.id = id
            self.label = label
            self.condition = condition
        }
    }

    /// A requirement that a workflow's outcomes name.
    package struct Requirement: Hashable, Sendable {
        package var id: String
        /// What people call it.
        package var label: String?
        /// The directory entry of whoever sees to it.
        package var team: String?
        /// By when, in words.
        package var due: String?

        package init(id: String, label: String?, team: String?, due: String?) {
            self.id = id
            self.label = label
            self.team = team
            self.due = due
        }
    }

    /// Body text with one set of readers.
    package struct Block: Hashable, Sendable {
        package var markdown: String
        package var applies: Condition?
        /// Empty: everyone who may read the item.
        package var audience: [String] = []
        package var sections: [Section] = []

        package init(markdown: String) {
            self.markdown = markdown
        }
    }

    /// The plain text under one heading.
    package struct Section: Hashable, Sendable {
        /// Empty before the first heading.
        package var heading: String
        package var anchor: String
        package var paragraphs: [String]

        package init(heading: String, anchor: String, paragraphs: [String]) {
            self.heading = heading
            self.anchor = anchor
            self.paragraphs = paragraphs
        }
    }

    package struct Alert: Hashable, Sendable {
        package var isAnnouncement = false
        package var severity = "info"
        package var from: Instant?
        package var until: Instant?
        package var message = ""
        package var targetsAll = false
        package var articles: [String] = []
        package var categories: [String] = []
        package var workflows: [String] = []

        package init() {}
    }

    package var id: String
    /// `article`, `workflow`, `alert`, `directory`, `quiz` or `hub`.
    package var kind: String
    package var title: String
    package var path: String
    /// From 1; where the id is written. 1 in an index for some audiences, whatever stands before it.
    package var line: Int
    /// 32 hexadecimal digits over all that the index says of it but its place and its review.
    package var version: String
    /// Before it is known what all of the index says.
    package static let noVersion = String(repeating: "0", count: 2 * versionSize)
    /// In bytes.
    package static let versionSize = 16
    package var language = ""
    package var type: String?
    package var owner: String?
    package var audience: [String] = []
    package var risk = "normal"
    package var category: String?
    package var isRetired = false
    package var replacedBy: String?
    package var aliases: [String] = []
    package var effective = InstantRange()
    package var review: Review?
    package var applies: Condition?
    package var answer: String?
    package var say: String?
    package var neverSay: [Ban] = []
    package var questions: [String] = []
    package var keywords: [String] = []
    package var topics: [String] = []
    package var related: [String] = []
    package var requires: [Conditional] = []
    package var escalate: [Conditional] = []
    package var sources: [String] = []
    package var attachments: [Attachment] = []
    package var blocks: [Block] = []
    package var alert: Alert?
    /// What only its kind has, as written: steps, phones, hours, sections.
    package var details: [IndexValue.Member] = []
    /// What a workflow decides by; nil for a translation, which has texts only. Its fields are those of its own: every
    /// caller's are the index's. It calls others by the names that its file has for them.
    package var flow: DecisionFlow?
    /// Those that its outcomes name, in the order of kb.yaml.
    package var requirements: [Requirement] = []

    package init(id: String, kind: String, title: String, path: String, line: Int, version: String) {
        self.id = id
        self.kind = kind
        self.title = title
        self.path = path
        self.line = line
        self.version = version
    }
}

/// A value as data: what a program is given of a file's own fields.
package indirect enum IndexValue: Hashable, Sendable {
    package struct Member: Hashable, Sendable {
        package var name: String
        package var value: IndexValue

        package init(_ name: String, _ value: IndexValue) {
            self.name = name
            self.value = value
        }
    }

    case null
    case boolean(Bool)
    case integer(Int)
    case text(String)
    case list([IndexValue])
    case object([Member])
}
