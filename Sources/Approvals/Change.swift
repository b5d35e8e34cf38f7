package import Content

/// What a change does to one file.
package struct Change: Hashable, Sendable {
    package enum Action: String, CaseIterable, Sendable {
        case create, edit, rename, delete
    }

    package let action: Action
    /// Where the file is, or was where it is deleted.
    package let path: String
    /// Where it was before, when that was elsewhere.
    package let from: String?
    package let before: Version?
    package let after: Version?

    /// A file's bytes by two names, and what the policy asks about them.
    package struct Version: Hashable, Sendable {
        package let content: ContentName
        /// A kind of file, or `other`.
        package var kind: String
        package var risk: Item.Risk?
        package var id: String?
        package var title: String?

        package init(
            content: ContentName, kind: String, risk: Item.Risk? = nil, id: String? = nil, title: String? = nil
        ) {
            self.content = content
            self.kind = kind
            self.risk = risk
            self.id = id
            self.title = title
        }
    }

    /// - Parameters:
    ///   - before: Nil where the file is new.
    ///   - after: Nil where the file is deleted; one of both is there.
    package init(path: String, from: String? = nil, before: Version?, after: Version?) {
        self.path = path
        self.from = from
        self.before = before
        self.after = after
        action = before == nil ? .create : after == nil ? .delete : from == nil ? .edit : .rename
    }

    package var id: String? { after?.id ?? before?.id }
    package var title: String? { after?.title ?? before?.title }
    package var kind: String { (after ?? before)?.kind ?? Change.otherKind }

    /// The higher of the risks before and after.
    package var risk: Item.Risk? {
        let risks = [before?.risk, after?.risk].compactMap(\.self)
        return Item.Risk.allCases.last { risks.contains($0) }
    }

    /// The kind of files that are no content.
    package static let otherKind = "other"

    /// Rules, people and what every other file is held against: who may change these could let anything pass.
    package var isGovernance: Bool {
        [path, from].compactMap(\.self).contains { path in
            if case .kind(let kind) = FileKind.at(path) { return [.knowledgeBase, .people, .schema].contains(kind) }
            return false
        }
    }
}

/// What names a file's bytes: the name that git gives them, and their SHA-256, because that of git is a weak hash.
package struct ContentName: Hashable, Sendable, CustomStringConvertible {
    /// 40 hexadecimal digits.
    package let blob: String
    /// 64 hexadecimal digits.
    package let digest: String

    package init(blob: String, digest: String) {
        self.blob = blob
        self.digest = digest
    }

    package var description: String { blob + " " + digest }
}
