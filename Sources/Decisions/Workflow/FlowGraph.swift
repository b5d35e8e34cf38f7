/// A workflow with its calls put in place: a graph in which a context decides at every place where to go on.
struct FlowGraph: Sendable {
    struct Place: Sendable {
        enum Kind: Hashable, Sendable {
            /// Asks for the field at this place of the partition.
            case question(Int)
            /// Goes on without asking: a branch, a call, or an outcome of a called workflow.
            case silent
            case outcome(FlowOutcome)
            case stop(Stop)
        }

        let location: FlowLocation
        /// 0 for the workflow itself, others for what it calls, one for each chain of calls.
        let frame: Int
        let kind: Kind
        /// First match; the last one's guard always holds.
        fileprivate(set) var edges: [Edge] = []
    }

    /// A way on from a place.
    struct Edge: Sendable {
        /// The answer, entry or continuation that this is; without ordinal, that none of them matches.
        let origin: FlowLocation
        /// The frame of the origin.
        let frame: Int
        let test: CellCondition
        let target: Int
    }

    /// An end without an outcome.
    enum Stop: Int, Hashable, Sendable, CaseIterable {
        /// No answer or entry matches, or the call has no continuation for the outcome.
        case gap
        /// The next step does not exist, or cannot be entered.
        case dangling
        /// The caller has a value that this edition of the context does not declare.
        case outside
    }

    let partition: ContextPartition
    private(set) var places: [Place] = []
    private(set) var start: Int
    private(set) var defects: [StructureDefect] = []
    /// The places of the workflow's own steps, by name.
    private(set) var steps: [String: Int] = [:]
    /// By frame: the call in the workflow itself that brought it about; nil for the workflow itself.
    private(set) var calls: [FlowLocation?] = []
    /// The places of fields whose answers count though no step may test them.
    private(set) var consulted: Set<Int> = []
    /// Continuations for outcomes that only another edition of the called workflow has.
    private(set) var idleContinuations: Set<FlowLocation> = []

    static let callDepthLimit = 16
    static let placeLimit = 100_000

    private init(partition: ContextPartition) {
        self.partition = partition
        places = Stop.allCases.map { Place(location: FlowLocation(flow: "", step: ""), frame: -1, kind: .stop($0)) }
        start = Stop.dangling.rawValue
    }

    /// - Parameter edition: Which of the partition's editions this is.
    init(_ closure: FlowClosure, _ partition: ContextPartition, edition: Int = 0) {
        self.init(partition: partition)
        consulted = Set(closure.consulted.compactMap { partition.place(of: $0) })
        var builder = FlowGraphBuilder(closure, partition, edition: edition)
        builder.build(&self)
    }

    mutating func begin(at place: Int) { start = place }
    mutating func report(_ defect: StructureDefect) {
        if !defects.contains(defect) { defects.append(defect) }
    }
    mutating func leaveIdle(_ continuation: FlowLocation) { idleContinuations.insert(continuation) }
    /// Whether every step is in its place; otherwise nothing can be said of it.
    var isWhole: Bool {
        !defects.contains { defect in
            switch defect {
            case .tooLarge, .callsTooDeep: true
            default: false
            }
        }
    }
    mutating func add(_ place: Place) -> Int {
        places.append(place)
        if place.frame == 0 { steps[place.location.step] = places.count - 1 }
        return places.count - 1
    }
    mutating func enter(from call: FlowLocation?) { calls.append(call) }
    mutating func connect(_ place: Int, _ edges: [Edge]) { places[place].edges = edges }
}

/// An outcome with the conditions of its requirements over cells.
struct FlowOutcome: Hashable, Sendable {
    let outcome: Outcome
    /// As many as the outcome has requirements.
    let conditions: [CellCondition]

    /// What a caller is told: the outcome with the requirements that hold for these cells.
    func resolved(for cells: [Int]) -> ResolvedOutcome {
        ResolvedOutcome(outcome, zip(outcome.requirements, conditions).filter { $1.holds(for: cells) }.map(\.0.id))
    }
}

/// What one caller is told at the end.
package struct ResolvedOutcome: Hashable, Sendable {
    package let text: String
    package let article: String?
    /// Ids, in the order in which the outcome lists them.
    package let requirements: [String]
    package let handoff: Outcome.Handoff?

    init(_ outcome: Outcome, _ requirements: [String]) {
        text = outcome.text
        article = outcome.article
        self.requirements = requirements
        handoff = outcome.handoff
    }
}
