import Decisions
import SearchIndex
import Time

/// A workflow's run with one caller: what is known, what was answered, and how to go back.
struct RunSession {
    private struct State {
        /// What was known before the first answer.
        var known: CallerContext
        var answers: [WorkflowRun.GivenAnswer]
    }

    let workflow: GuidedWorkflow
    private let today: CivilDate
    private var state: State
    private var earlier: [State] = []

    init(_ workflow: GuidedWorkflow, known: CallerContext, today: CivilDate) {
        self.workflow = workflow
        self.today = today
        state = State(known: known, answers: [])
    }

    /// All that is known, with what follows from it.
    var caller: CallerContext {
        workflow.fields.deriving(
            state.answers.reduce(into: state.known) { $0[$1.field] = $1.value }, today: today)
    }

    var position: RunPosition { workflow.run.position(for: caller) }

    mutating func answer(_ field: String, _ value: ContextValue) {
        remember()
        state.answers.removeAll { $0.field == field }
        state.answers.append(.init(field, value))
    }

    /// - Returns: Whether there was anything to take back.
    mutating func goBack() -> Bool {
        guard let last = earlier.popLast() else { return false }
        state = last
        return true
    }

    /// The field whose answer is to be changed when somebody names one: itself, or that from which it follows.
    ///
    /// - Returns: Nil where nothing is known of it.
    func changeable(_ name: String) -> ContextField? {
        let isGiven = { (name: String) in
            state.known[name] != nil || state.answers.contains { $0.field == name }
        }
        guard let field = workflow.field(name) else { return nil }
        if isGiven(name) { return field }
        return field.daysUntil.flatMap { isGiven($0) ? workflow.field($0) : nil }
    }

    /// The fields of which something is known, in the order in which they are declared.
    var givenFields: [String] { workflow.fields.map(\.name).filter { changeable($0)?.name == $0 } }

    /// Gives another answer to a field that is known, and drops the answers that depended on the one before.
    ///
    /// - Returns: The fields of those that were dropped.
    mutating func change(_ field: String, to value: ContextValue) -> [String] {
        remember()
        var answers = state.answers
        if let known = state.known.removeValue(forKey: field), !answers.contains(where: { $0.field == field }) {
            answers.insert(.init(field, known), at: 0)
        }
        let given = answers.map(\.field)
        let changed = answers.map { $0.field == field ? WorkflowRun.GivenAnswer(field, value) : $0 }
        // What follows from an answer stands for it where the workflow asks for that.
        let values = changed.reduce(into: state.known) { $0[$1.field] = $1.value }
        let derived = workflow.fields.deriving(values, today: today).filter { values[$0.key] == nil }
        let all = changed + derived.map { .init($0.key, $0.value) }
        let kept = Set(workflow.run.changing(.init(field, value), in: all, known: state.known).map(\.field))
        let sources = workflow.fields.filter { kept.contains($0.name) && derived[$0.name] != nil }.map(\.daysUntil)
        state.answers = changed.filter { kept.contains($0.field) || sources.contains($0.field) }
        return given.filter { name in !state.answers.contains { $0.field == name } }
    }

    /// What a day means for a field that counts the days until it.
    func days(_ field: ContextField, until day: ContextValue) -> ContextValue? {
        guard let source = field.daysUntil else { return nil }
        return [field].deriving([source: day], today: today)[field.name]
    }

    private mutating func remember() { earlier.append(state) }
}
