package import Content

/// A workflow as a list of questions and answers, indented: what a policy writer would type.
package struct Outline: Sendable {
    package struct Step: Sendable {
        /// The name in brackets before the text.
        var name: Located<String>?
        var text: Located<String>
        /// The text stood in quotes: it is what callers are told, whatever it looks like.
        var isQuoted = false
        /// The name in brackets after the question.
        var field: Located<String>?
        /// `say: …` and the like, in order.
        var attributes: [(key: Located<String>, value: Located<String>)] = []
        var answers: [Answer] = []
    }

    package struct Answer: Sendable {
        var text: Located<String>
        var next: Next?
    }

    package enum Next: Sendable {
        /// By its place among the steps.
        case step(Int)
        case goTo(Located<String>)
    }

    package var title: Located<String>?
    /// `budget: 6` and the like, before the first step.
    var header: [(key: Located<String>, value: Located<String>)] = []
    /// `field age: {…}`, by name.
    var fields: [(name: Located<String>, declaration: Located<String>)] = []
    /// In the order of the outline; those that begin a block of their own first come first.
    var steps: [Step] = []
    /// The steps that begin a block.
    var blocks: [Int] = []

    /// A value of the lines before the first step.
    package func header(_ key: String) -> String? { header.first { $0.key.value == key }?.value.value }
}
