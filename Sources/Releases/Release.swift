package import Time

/// What the readers of a channel were given from a moment on: a commit, and the indexes that were built of it.
package struct Release: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case publish
        /// An earlier release again.
        case rollback
        /// Alerts that go out before they are approved.
        case expedite
    }

    /// An index, known by its content.
    package struct IndexFile: Hashable, Sendable {
        package let audience: String
        /// 64 hexadecimal digits.
        package let sha256: String
        package let bytes: Int
        /// 16 hexadecimal digits: what a reader tells equal indexes by without reading them whole.
        package let seal: String

        package init(audience: String, sha256: String, bytes: Int, seal: String) {
            self.audience = audience
            self.sha256 = sha256
            self.bytes = bytes
            self.seal = seal
        }
    }

    /// A file whose approval is still owed.
    package struct Owed: Hashable, Sendable {
        /// Relative to the knowledge base.
        package let path: String
        package let role: String
        package let by: Instant

        package init(path: String, role: String, by: Instant) {
            self.path = path
            self.role = role
            self.by = by
        }
    }

    package var channel: String
    /// Counts up within the channel, from 1.
    package var number: Int
    package var kind: Kind
    package var time: Instant
    /// 40 hexadecimal digits.
    package var commit: String
    /// Who published: the id of a person.
    package var person: String
    package var indexes: [IndexFile]
    /// The number of the release that a rollback gives again.
    package var restores: Int?
    /// In words: who approved which file, and when.
    package var approvals: [String]
    package var owed: [Owed]

    package init(
        channel: String, number: Int, kind: Kind, time: Instant, commit: String, person: String,
        indexes: [IndexFile] = [],
        restores: Int? = nil, approvals: [String] = [], owed: [Owed] = []
    ) {
        self.channel = channel
        self.number = number
        self.kind = kind
        self.time = time
        self.commit = commit
        self.person = person
        self.indexes = indexes
        self.restores = restores
        self.approvals = approvals
        self.owed = owed
    }

    /// As people name it: `agents/3`.
    package var name: String { "\(channel)/\(number)" }

    /// The name of its tag, below `refs/tags/`.
    package var tag: String { Release.tagPrefix(of: channel) + "\(number)" }

    package static func tagPrefix(of channel: String) -> String { "releases/\(channel)/" }
}
