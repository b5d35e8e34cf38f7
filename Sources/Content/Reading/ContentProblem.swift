package import Markdown
package import YAML

/// A defect that reading a file came upon; the rules word it.
package struct ContentProblem: Sendable {
    package enum Reason: Sendable {
        case encoding(TextEncoding.Defect)
        case yaml(YAMLError.Reason)
        case markdown(MarkdownError)
        case missingFrontMatter
        case unclosedFrontMatter
        case emptyDocument
        /// A section block that is not well formed.
        case block(String, help: String)
        /// A condition that no caller's context can be held against.
        case condition(String, help: String)
        /// A date, time or period that the calendar does not have.
        case time(String, help: String)
    }

    package let reason: Reason
    package let range: Range<Int>

    init(_ reason: Reason, _ range: Range<Int>) {
        self.reason = reason
        self.range = range
    }
}
