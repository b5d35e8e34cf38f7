import Markdown

/// A block of an article's body, as a reader sees it.
struct ProseBlock {
    struct Reference: Hashable {
        let text: String
        let destination: String
    }

    /// `paragraph`, `heading 2`, `list item`, `code`, `table`.
    let kind: String
    /// Without markup.
    let text: String
    /// The text with its markup, whatever its lines.
    let source: String
    /// The heading that it stands under, itself left out.
    let heading: String
    /// Links and images, in order.
    let references: [Reference]
    /// Who sees it: a condition in words; nil: every reader of the item.
    let readers: String?
    let table: ProseTable?
    /// UTF-8 offset in the file.
    let offset: Int

    /// Where line breaks count.
    var hasLines: Bool { kind == "code" || table != nil }

    var isHeading: Bool { kind.hasPrefix("heading") }

    var key: String { kind + "\u{0}" + text }
}
