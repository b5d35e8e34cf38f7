import Synchronization

/// A pattern's automaton, made when the first text is searched: most patterns of a schema meet no text of a small change, and
/// making their automata takes longer than checking it.
final class LazyAutomaton: Sendable {
    private final class Box: Sendable {
        let automaton: PatternAutomaton?

        init(_ automaton: PatternAutomaton?) {
            self.automaton = automaton
        }
    }

    private let program: PatternProgram
    private let made = AtomicLazyReference<Box>()

    init(_ program: PatternProgram) {
        self.program = program
    }

    /// Nil where the pattern has none.
    var value: PatternAutomaton? {
        if let box = made.load() { return box.automaton }
        // Two threads may make it at once; both then use the same.
        return made.storeIfNil(Box(PatternAutomaton(program))).automaton
    }
}
