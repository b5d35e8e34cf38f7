import Content
import Decisions
import Diagnostics
import Markdown
import YAML

/// Something of its own in one version of a knowledge base: an edition of an item, a fact, a category, or a file that holds
/// none of these.
struct ContentUnit {
    /// `article`, `fact`, `kb`, `asset`.
    var kind: String
    /// An id; the name of a fact, category or template; a path otherwise.
    var id: String
    var title: String?
    var source: SourceFile
    var lines: LineIndex
    /// The first byte of it.
    var offset = 0
    var node: Node?
    /// The parts of the body of an article or a template, and who sees each; nil where it cannot be read, or there is none.
    var parts: [(document: MarkdownDocument, readers: String?)]?
    /// The bytes of the body.
    var body: Range<Int>?
    var language: String?
    var from: String?
    var until: String?
    var aliases: [String] = []
    var isRetired = false
    var values: ValueText
    /// Why nothing of it could be read; it is compared as text then.
    var isUnread = false

    var path: String { source.path }
    var line: Int { lines.position(of: offset).line }
    var key: String { kind + "\u{0}" + id }

    /// The body as blocks; made when it is asked for, because most bodies do not change.
    var prose: [ProseBlock]? {
        guard let parts else { return nil }
        var blocks: [ProseBlock] = []
        var heading = ""
        for (document, readers) in parts {
            let reader = ProseReader(document, in: source, under: heading, readers: readers)
            blocks += reader.blocks
            heading = reader.blocks.last { $0.isHeading }?.text ?? heading
        }
        return blocks
    }

    func line(of offset: Int) -> Int { lines.position(of: offset).line }

    /// `es, from 2027-01-01`; empty for the only edition of an item in the first language.
    var edition: String {
        let time =
            switch (from, until) {
            case (nil, nil): ""
            case (let from?, nil): "from \(from)"
            case (nil, let until?): "until \(until)"
            case (let from?, let until?): "\(from) to \(until)"
            }
        return [language ?? "", time].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
