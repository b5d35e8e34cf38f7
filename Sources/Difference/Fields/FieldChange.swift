/// One thing that differs between two versions of something: a field, a member of a list, a block of prose, a table's cell.
package struct FieldChange: Sendable {
    /// For whom it matters; the first matters most.
    package enum Weight: Int, Comparable, CaseIterable, Sendable {
        /// What callers are told, and which callers.
        case seen
        /// How it is found and where it stands.
        case found
        /// How it is kept: owners, reviews, tests.
        case kept

        package static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
    }

    package enum Kind: String, Sendable {
        case added, removed, changed
        /// Stands elsewhere; its text may have changed too.
        case moved
    }

    /// In words: `never say 'You're covered' · instead`.
    package var label: String
    /// A JSON pointer into the fields; `body` for prose.
    package var pointer: String
    package var weight: Weight
    package var kind: Kind
    /// The whole texts.
    package var before: String?
    package var after: String?
    /// Word by word, where both are there and differ.
    package var runs: [TextRun]
    /// What else is to be known: from where to where it moved.
    package var note: String?
    /// Where line breaks count.
    package var isCode: Bool
    /// In the later version's file, or else in the earlier one's.
    package var line: Int

    package init(
        _ label: String, pointer: String, weight: Weight, kind: Kind, before: String? = nil, after: String? = nil,
        note: String? = nil, isCode: Bool = false, line: Int = 1
    ) {
        self.label = label
        self.pointer = pointer
        self.weight = weight
        self.kind = kind
        self.before = before
        self.after = after
        self.note = note
        self.isCode = isCode
        self.line = line
        runs = []
        if let before, let after, before != after { runs = WordDifference(before, after).runs }
    }
}
