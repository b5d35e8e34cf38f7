/// What changed of one item, edition by edition, or of another thing that has a name: a fact, a category, a file.
package struct ContentChange: Sendable {
    package enum Kind: String, Sendable {
        case added, removed, retired, changed
        /// Under another id, which is an alias of the new one's.
        case renamed
    }

    /// One of its two versions.
    package struct Version: Sendable {
        package let id: String
        package let title: String?
        package let path: String
        package let line: Int
        /// `es, from 2027-01-01`; may be empty.
        package let edition: String
        /// Of the file.
        package let bytes: Int

        package init(id: String, title: String?, path: String, line: Int, edition: String, bytes: Int) {
            (self.id, self.title, self.path, self.line) = (id, title, path, line)
            (self.edition, self.bytes) = (edition, bytes)
        }
    }

    /// `article`, `workflow`, `alert`, `directory`, `quiz`, `hub`, `fact`, `category`, `template`, `kb`, `people`, `synonyms`,
    /// `tests`, `schema`, `asset` or `file`.
    package let kind: String
    package let change: Kind
    package let before: Version?
    package let after: Version?
    /// Those that a reader would see first.
    package let fields: [FieldChange]
    /// It was compared as text, because a version could not be read.
    package let isText: Bool
    /// What tells a fact that changed.
    package var reach: [Reach] = []
    /// Items that tell it beside those listed.
    package var moreReach = 0

    /// A place that tells a fact.
    package struct Reach: Hashable, Sendable {
        package let kind: String
        package let id: String
        package let title: String?
        package let path: String
        package let line: Int
        /// The text that tells it, with the values of both versions, where the whole is known.
        package let before: String?
        package let after: String?

        package init(
            kind: String, id: String, title: String?, path: String, line: Int, before: String?, after: String?
        ) {
            (self.kind, self.id, self.title, self.path, self.line) = (kind, id, title, path, line)
            (self.before, self.after) = (before, after)
        }
    }

    package init(
        kind: String, change: Kind, before: Version?, after: Version?, fields: [FieldChange], isText: Bool = false
    ) {
        self.kind = kind
        self.change = change
        self.before = before
        self.after = after
        self.fields = fields
        self.isText = isText
    }

    /// The later version, or else the earlier one.
    package var version: Version { after ?? before! }
    package var id: String { version.id }
    package var path: String { version.path }
    package var line: Int { version.line }
    package var title: String? { version.title }

    package var isMoved: Bool { before != nil && after != nil && before?.path != after?.path }

    /// How much the most important of it matters.
    package var weight: FieldChange.Weight {
        switch change {
        case .retired: return .seen
        case .added, .removed, .renamed:
            switch kind {
            case "tests", "people", "template", "schema", "file": return .kept
            case "synonyms", "category": return .found
            default: return .seen
            }
        case .changed: return fields.map(\.weight).min() ?? (kind == "asset" ? .seen : .kept)
        }
    }
}
