import Decisions
package import Diagnostics
package import Markdown
package import YAML

/// One file of a knowledge base, read: its syntax, its model, and what was wrong on the way.
package struct ContentFile: Sendable {
    package let source: SourceFile
    package let kind: FileKind
    /// The document, or the front matter of a Markdown file; nil when it cannot be read.
    package var root: Node?
    /// The bytes between the two lines of `---`.
    package var frontMatter: Range<Int>?
    /// The Markdown of each part of an article's or a template's body, in order.
    package var markdown: [MarkdownDocument] = []
    package var problems: [ContentProblem] = []
    /// What the file names elsewhere, outside its items.
    package var references: [Reference] = []

    package var items: [Item] = []
    /// The mapping that each item was read from: the document, or an entry of its `hubs`.
    package var itemNodes: [Node] = []
    package var categories: [Category] = []
    package var facts: [Fact] = []
    package var synonyms: [SynonymSet] = []
    package var pins: [Pin] = []
    package var template: Template?
    package var tests: TestFile?
    package var people: People?
    package var configuration: Configuration?

    init(source: SourceFile, kind: FileKind) {
        self.source = source
        self.kind = kind
    }

    package var path: String { source.path }

    /// How much of a file could be read.
    package enum Extent: Sendable {
        case whole
        /// A part of its Markdown could not.
        case part
        /// Nothing of what it declares could.
        case nothing
    }

    package var extent: Extent {
        var extent = Extent.whole
        for problem in problems {
            switch problem.reason {
            case .encoding, .yaml, .missingFrontMatter, .unclosedFrontMatter, .emptyDocument: return .nothing
            case .markdown: extent = .part
            case .block, .condition, .time: continue
            }
        }
        return extent
    }
}
