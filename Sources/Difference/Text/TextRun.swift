/// A piece of a text of which another version is known.
package struct TextRun: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case same, removed, added
    }

    package let kind: Kind
    package let text: String

    package init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}
