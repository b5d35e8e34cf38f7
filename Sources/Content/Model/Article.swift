package import Decisions
import Markdown
package import Time

/// What only an article has.
package struct Article: Sendable {
    /// A text that must not be said, and what to say in its place.
    package struct Ban: Sendable {
        package var text: Located<String>
        package var instead: String?
    }

    package struct Citation: Sendable {
        package var cite: Located<String>
        package var checked: Located<CivilDate>?
    }

    /// The name of a template.
    package var type: Located<String>?
    package var answer: Located<String>?
    package var say: Located<String>?
    package var neverSay: [Ban] = []
    package var sources: [Citation] = []
    package var requires: [RequirementUse] = []
    package var blocks: [Block] = []

    /// A part of the body with one set of readers: the text between section blocks, or a section block.
    package struct Block: Sendable {
        /// The Markdown, without the lines that open and close the block.
        package var range: Range<Int>
        package var applies: Condition?
        /// Nil: everyone who may read the article.
        package var audience: [String]?
        package var headings: [Heading] = []
    }

    package struct Heading: Sendable {
        package var level: Int
        package var text: String
        package var anchor: String
        package var range: Range<Int>
    }

    package var headings: [Heading] { blocks.flatMap(\.headings) }
}

/// A requirement that an answer demands, of some callers or of all.
package struct RequirementUse: Sendable {
    package var id: Located<String>
    package var condition: Condition?

    package init(id: Located<String>, condition: Condition?) {
        self.id = id
        self.condition = condition
    }
}
