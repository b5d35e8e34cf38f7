/// A compiled regular expression of `pattern` and `patternProperties`: ECMA-262 in Unicode mode, searched anywhere in
/// the text, in time linear in the text's length.
///
/// Lookaround and backreferences are refused when compiling, because no linear engine has them.
package struct Pattern: Sendable {
    /// How many instructions a pattern may expand to.
    package static let defaultSizeLimit = 4_000

    /// The pattern as written.
    package let source: String
    private let program: PatternProgram
    private let automaton: LazyAutomaton

    package init(_ source: String, sizeLimit: Int = Pattern.defaultSizeLimit) throws(PatternError) {
        self.source = source
        program = try PatternProgram(PatternParser.parse(source), limit: sizeLimit)
        automaton = LazyAutomaton(program)
    }

    /// Whether a text is a regular expression of ECMA-262, be it one that can be compiled here or not.
    package static func isWellFormed(_ source: String) -> Bool {
        do throws(PatternError) {
            _ = try PatternParser.parse(source)
            return true
        } catch {
            return error.kind == .unsupported
        }
    }

    /// How many instructions the pattern expanded to.
    package var size: Int { program.instructions.count }

    package func matches(_ text: String) -> Bool {
        var steps = Int.max
        return search(text, steps: &steps) ?? false
    }

    /// Whether the pattern matches anywhere in a text; nil when the steps run out.
    /// - Parameter steps: how many steps are left; reduced by those taken (one a byte, or one a
    ///   live thread and scalar).
    package func search(_ text: String, steps: inout Int) -> Bool? {
        let length = text.utf8.count
        guard length < steps else { return nil }
        steps -= 1
        if let found = automaton.value?.search(text) {
            steps -= length
            return found
        }
        var simulation = PatternSimulation(program)
        let found = simulation.search(text, stepLimit: steps)
        steps -= simulation.steps
        return found
    }
}
