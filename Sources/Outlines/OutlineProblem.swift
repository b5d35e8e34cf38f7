/// What keeps an outline from being turned into a workflow, where, and how to write it instead.
package struct OutlineProblem: Error, Hashable, Sendable {
    /// Bytes of the outline.
    package let range: Range<Int>
    package let message: String
    package let help: String

    init(_ message: String, help: String, at range: Range<Int>) {
        self.message = message
        self.help = help
        self.range = range
    }
}
