import Decisions
import SearchIndex

/// An outcome with all that the index says of what it names.
struct RunEnding {
    struct Requirement {
        let id: String
        let label: String
        /// The title of whoever sees to it.
        let team: String?
        let teamID: String?
        let due: String?
    }

    let arrival: RunPosition.Arrival
    let texts: StepTexts
    /// In the wanted language.
    let text: String
    let required: [Requirement]
    /// Those of which it is not known whether they are needed, each with its condition.
    private(set) var open: [(Requirement, Condition)] = []
    /// Nil where the outcome hands nothing over, or to somebody of whom this reader may not know.
    private(set) var handoff: Outcome.Handoff?
    /// Who takes the call; empty where the entry is not in force.
    private(set) var desks: [Desk] = []
    /// What goes along.
    private(set) var handedOver: [Requirement] = []

    init(
        _ arrival: RunPosition.Arrival, _ workflow: GuidedWorkflow, _ reader: Reader, language: String?
    ) throws(IndexError) {
        let location = arrival.location
        let words = StepWords(workflow: workflow)
        let declared = workflow.editions[location.flow]?.logic.requirements ?? []
        func requirement(_ id: String) throws(IndexError) -> Requirement {
            let declaration = declared.first { $0.id == id }
            var team: IndexDocument?
            if let id = declaration?.team { team = try reader.current(id, language: language) }
            return Requirement(
                id: id, label: words.label(id, in: location.flow), team: team?.title, teamID: team?.id,
                due: declaration?.due)
        }
        self.arrival = arrival
        texts = workflow.texts(of: location)
        text = texts.outcome ?? arrival.outcome.text
        var required: [Requirement] = []
        for id in arrival.outcome.requirements { required.append(try requirement(id)) }
        self.required = required
        if case .outcome(let outcome)? = workflow.step(location)?.kind {
            for use in outcome.requirements where arrival.openRequirements.contains(use.id) {
                if let condition = use.condition { open.append((try requirement(use.id), condition)) }
            }
        }
        if let handoff = arrival.outcome.handoff, try reader.mayKnow(of: handoff.to) {
            self.handoff = handoff
            desks = try reader.desks(handoff.to, language: language)
        }
        // What is not needed of this caller does not go along.
        let needed = Set(arrival.outcome.requirements + arrival.openRequirements)
        let listed = Set(RunEnding.requirements(of: workflow.step(location)))
        for id in handoff?.with ?? [] where needed.contains(id) || !listed.contains(id) {
            handedOver.append(try requirement(id))
        }
    }

    private static func requirements(of step: DecisionFlow.Step?) -> [String] {
        guard case .outcome(let outcome)? = step?.kind else { return [] }
        return outcome.requirements.map(\.id)
    }
}
