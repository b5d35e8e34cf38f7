/// How far a run has come, how it came there, and what comes next.
package struct RunPosition: Sendable {
    /// A step of a workflow that is under way.
    package struct Frame: Hashable, Sendable {
        package let flow: String
        package fileprivate(set) var step: String

        init(flow: String, step: String) {
            self.flow = flow
            self.step = step
        }
    }

    /// A step that was left behind.
    package struct Passage: Hashable, Sendable {
        /// With the answer, entry or continuation that led on; without ordinal where none matched.
        package let location: FlowLocation
        /// The fields that decided it.
        package let consulted: [String]
        /// The field that was asked for; nil where nothing was asked, or it was known from an earlier question.
        package let asks: String?
    }

    package enum State: Hashable, Sendable {
        case question(Question)
        case outcome(Arrival)
        case stopped(Stop, FlowLocation)
    }

    /// A field that has to be known for the run to go on.
    package struct Question: Hashable, Sendable {
        package let location: FlowLocation
        package let field: ContextField
        /// What leads on, in order; empty where a branch needs the field, for which the workflow has no question.
        package let answers: [DecisionFlow.Answer]
    }

    package struct Arrival: Hashable, Sendable {
        package let location: FlowLocation
        /// With the requirements that hold for what is known.
        package let outcome: ResolvedOutcome
        /// Requirements of which it is not known whether they hold.
        package let openRequirements: [String]
    }

    /// Why a run ends without an outcome.
    package enum Stop: Hashable, Sendable {
        /// No answer, entry or continuation matches.
        case gap
        /// The caller would go round for ever.
        case cycle
        case missingStep
        case missingWorkflow
        case recursion
        /// It goes on for longer, or calls deeper, than a workflow may.
        case tooLong
    }

    /// The steps under way, the workflow's own first, the innermost called workflow's last.
    package internal(set) var stack: [Frame]
    package private(set) var path: [Passage] = []
    package internal(set) var state = State.stopped(.missingStep, FlowLocation(flow: "", step: ""))

    private var askedBefore: Set<String> = []

    init(stack: [Frame]) {
        self.stack = stack
    }

    /// The fields that the workflow's questions ask this caller for, in order.
    package var asked: [String] { path.compactMap(\.asks) }

    func hasAsked(_ field: String) -> Bool { askedBefore.contains(field) }

    var here: FlowLocation { FlowLocation(flow: stack[stack.count - 1].flow, step: stack[stack.count - 1].step) }

    mutating func pass(_ ordinal: Int?, consulted: [String], asks: String? = nil) {
        let location = FlowLocation(flow: here.flow, step: here.step, ordinal: ordinal)
        path.append(Passage(location: location, consulted: consulted, asks: asks))
        if let asks { askedBefore.insert(asks) }
    }

    mutating func go(to step: String) { stack[stack.count - 1].step = step }
}
