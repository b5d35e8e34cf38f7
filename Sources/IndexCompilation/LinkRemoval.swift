import Markdown

/// Takes from Markdown the links that lead to what its readers may not see. The text of a link stays.
///
/// A change is held against the text as it is read afterwards. Where it would change more than the links, no more is done
/// than to take away where they led; where that does not do it, the text cannot be shown.
struct LinkRemoval {
    /// What becomes of a link, by its destination.
    enum Fate {
        case stays, losesAnchor, goes
    }

    private let fate: (String) -> Fate
    private var bytes: [UInt8]
    private var document: MarkdownDocument

    /// - Returns: Empty where nothing is left; nil where the text cannot be shown.
    static func text(_ markdown: String, _ fate: @escaping (String) -> Fate) -> String? {
        guard var removal = LinkRemoval(Array(markdown.utf8), fate) else { return nil }
        guard !removal.isClean || removal.hasHiddenMention else { return markdown }
        removal.removeLinks(areText: true)
        removal.removeLinks(areText: false)
        removal.removeDefinitions()
        removal.removeDestinations()
        return removal.isClean ? String(decoding: removal.bytes, as: UTF8.self) : nil
    }

    private init?(_ bytes: [UInt8], _ fate: @escaping (String) -> Fate) {
        guard let document = try? MarkdownDocument(parsing: bytes[...]) else { return nil }
        self.fate = fate
        self.bytes = bytes
        self.document = document
    }

    /// - Parameter areText: Whether to remove the addresses that are their own text, or the links that have one.
    private mutating func removeLinks(areText: Bool) {
        let syntax = LinkSyntax(bytes)
        var cuts: Set<ShownMarkdown.Cut> = []
        var expected: [String] = []
        for link in document.links {
            let fate = (link.textRange == link.range) == areText ? fate(link.destination) : .stays
            switch fate {
            case .stays: expected.append(link.destination)
            case .losesAnchor:
                expected.append(String(link.destination.prefix { $0 != "#" }))
                if let anchor = syntax.anchor(of: link) { cuts.insert(anchor) }
            case .goes: cuts.formUnion(syntax.markup(of: link))
            }
        }
        guard !cuts.isEmpty else { return }
        remove(cuts, leaving: expected, keepsText: !areText)
    }

    /// Removes the definitions that nothing uses.
    private mutating func removeDefinitions() {
        let syntax = LinkSyntax(bytes)
        let cuts = Set(hiddenMentions.compactMap(syntax.definition))
        if !cuts.isEmpty { remove(cuts, leaving: document.links.map(\.destination), keepsText: true) }
    }

    private mutating func remove(_ cuts: Set<ShownMarkdown.Cut>, leaving destinations: [String], keepsText: Bool) {
        let text = ShownMarkdown.text(bytes[...], without: cuts)
        guard let result = LinkRemoval(Array(text.utf8), fate),
            result.document.links.map(\.destination) == destinations,
            !keepsText || result.document.texts == document.texts
        else { return }
        self = result
    }

    /// Makes of every address in the markup one that leads nowhere: of images, and of links that could not be removed.
    private mutating func removeDestinations() {
        guard hasHiddenMention else { return }
        let syntax = LinkSyntax(bytes)
        var result: [UInt8] = []
        var offset = 0
        for range in hiddenMentions {
            result += bytes[offset..<range.lowerBound] + Array(syntax.nothing(at: range).utf8)
            offset = range.upperBound
        }
        guard let result = LinkRemoval(result + bytes[offset...], fate), result.document.texts == document.texts else {
            return
        }
        self = result
    }

    private var isClean: Bool {
        document.links.allSatisfy { fate($0.destination) == .stays }
            && document.images.allSatisfy { fate($0.source) == .stays }
    }

    private var hasHiddenMention: Bool { !hiddenMentions.isEmpty }

    /// Addresses that are to go and that no reader sees as text.
    private var hiddenMentions: [Range<Int>] {
        var mentions = LinkSyntax(bytes).mentions.filter { fate($0.destination) != .stays }.map(\.range)
        guard !mentions.isEmpty else { return [] }
        var shown = document.sections.flatMap(\.blocks).flatMap(\.shownRanges)
            .sorted { $0.lowerBound < $1.lowerBound }[...]
        mentions.removeAll { mention in
            shown = shown.drop { $0.upperBound <= mention.lowerBound }
            return shown.first.map { $0.lowerBound < mention.upperBound } ?? false
        }
        return mentions
    }
}

extension MarkdownDocument {
    fileprivate var texts: [String] { sections.flatMap(\.blocks).map { "\($0.kind) \($0.text)" } }
}
