package import Difference
package import Presentation
package import Time

/// A version of an item: what a commit did to the file that it is in.
package struct ItemVersion: Hashable, Sendable {
    package struct Person: Hashable, Sendable {
        /// As the commit says it, which anybody can write.
        package var name: String
        package var email: String

        package init(name: String, email: String) {
            self.name = name
            self.email = email
        }
    }

    /// 40 hexadecimal digits.
    package var commit: String
    package var time: Instant
    package var author: Person
    package var committer: Person
    package var subject: String
    package var changes: [ItemChange]
    /// The commit merged histories that differ in this file.
    package var isMerge: Bool
    /// Nil where the file cannot be read.
    package var kind: String?
    package var title: String?
    /// Relative to the knowledge base.
    package var path: String
    /// Of its id, from 1.
    package var line: Int
    /// Where it was before, as far as that is elsewhere.
    package var earlierPaths: [String]

    package init(
        commit: String, time: Instant, author: Person, committer: Person, subject: String, changes: [ItemChange],
        isMerge: Bool, kind: String?, title: String?, path: String, line: Int, earlierPaths: [String]
    ) {
        self.commit = commit
        self.time = time
        self.author = author
        self.committer = committer
        self.subject = subject
        self.changes = changes
        self.isMerge = isMerge
        self.kind = kind
        self.title = title
        self.path = path
        self.line = line
        self.earlierPaths = earlierPaths
    }
}

/// The versions of an item, the latest first.
package struct VersionList: Sendable {
    package let id: String
    package let versions: [ItemVersion]
    package let zone: TimeZoneRules
    /// False where history, or content that it speaks of, is not here.
    package let isComplete: Bool

    package init(id: String, versions: [ItemVersion], zone: TimeZoneRules, isComplete: Bool) {
        self.id = id
        self.versions = versions
        self.zone = zone
        self.isComplete = isComplete
    }
}

/// The formats of `kb log`; the raw value is the name on the command line.
package enum LogFormat: String, CaseIterable, Sendable {
    case text, json, jsonl

    package func render(
        _ list: VersionList, width: Int = TextRenderer.standardWidth, palette: Palette = .plain,
        to output: inout some TextOutputStream
    ) {
        switch self {
        case .text: LogTextRenderer(width: width, palette: palette).render(list, to: &output)
        case .json, .jsonl: LogJSONRenderer(isLines: self == .jsonl).render(list, to: &output)
        }
    }
}
