package import Decisions

/// How far the caller of a scenario comes in one build.
package struct ScenarioOutcome: Hashable, Sendable {
    package enum Ending: Hashable, Sendable {
        case told(ResolvedOutcome)
        /// The scenario does not say what the caller answers for this field.
        case question(field: String)
        case stopped(RunPosition.Stop)
        /// The build has no edition of the workflow that is in force at the moment.
        case notInForce
    }

    /// A step of a workflow, in its file.
    package struct Place: Hashable, Sendable {
        package var workflow: String
        package var step: String
        package var path: String
        package var line: Int

        package init(workflow: String, step: String, path: String, line: Int) {
            self.workflow = workflow
            self.step = step
            self.path = path
            self.line = line
        }
    }

    package let ending: Ending
    /// Where the walk ended; nil where there is no workflow to walk.
    package let place: Place?
    /// The fields that the caller was asked for, in order.
    package let asked: [String]
    package var failures: [Failure] = []

    package init(_ ending: Ending, at place: Place?, asked: [String] = [], failures: [Failure] = []) {
        self.ending = ending
        self.place = place
        self.asked = asked
        self.failures = failures
    }

    package var isPassed: Bool { failures.isEmpty }

    /// Whether the caller would notice no difference. What steps are called, nobody notices.
    package func looksLike(_ other: ScenarioOutcome) -> Bool { ending == other.ending && asked == other.asked }
}

extension ScenarioOutcome {
    /// What becomes of the caller, after "but": `ends in 'book' (workflows/mri.yaml:24): Book the visit.`
    package var endingText: String {
        let step = place.map { "'\($0.step)'" } ?? "a step"
        let position = place.map { " (\($0.path):\($0.line))" } ?? ""
        switch ending {
        case .told(let outcome): return "ends in \(step)\(position): \(outcome.text)"
        case .question(let field): return "is asked for '\(field)' by \(step)\(position), and 'context' does not say it"
        case .stopped(.cycle): return "goes round for ever at \(step)\(position)"
        case .stopped: return "gets no next step from \(step)\(position)"
        case .notInForce: return "finds no edition of the workflow in force"
        }
    }

    /// `urgency, pacemaker`, or `nothing`.
    package var askedText: String { ScenarioOutcome.list(asked) }

    static func list(_ fields: [String]) -> String { fields.isEmpty ? "nothing" : fields.joined(separator: ", ") }
}
