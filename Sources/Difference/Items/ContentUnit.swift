import Content
import Decisions
import Diagnostics
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
    /// The body of an article or a template; nil where it cannot be read, or there is none.
    var prose: [ProseBlock]?
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
