import Content
import Decisions
import Difference
import Drawing
import GoldenQuestions
import Rendering
import Time
import Validation

/// What the colours of a workflow's picture say.
enum PictureColour: String, CaseIterable, Sendable {
    case proof, tests, diff, plain
}

/// Finds out what there is to be coloured in a workflow's picture.
struct WorkflowMarks {
    let edition: FlowEditions.Edition
    let base: KnowledgeBase
    /// When a scenario plays that names no moment.
    let now: Instant
    /// The earlier version that the colours of `diff` compare with.
    var earlier: KnowledgeBase?

    func marks(_ colour: PictureColour) -> DrawingMarks {
        switch colour {
        case .proof: proof
        case .tests: tests
        case .diff: difference
        case .plain: DrawingMarks()
        }
    }

    private var proof: DrawingMarks {
        let proof = FlowProof(of: edition.flow, in: edition.library)
        let text = ProofText(edition, proof)
        let contexts = "\(proof.contexts.grouped) contexts of \(proof.fields.count) fields"
        var marks = DrawingMarks()
        for finding in proof.findings {
            let message = text.message(finding)
            let mark = Drawing.Mark(.bad, ["\(message.text); \(message.help)"])
            var places = [finding.location]
            if case .cycle(let others) = finding.kind { places = others }
            for place in places { marks.add(mark, at: place) }
        }
        if !proof.findings.isEmpty {
            let count = proof.findings.count == 1 ? "1 thing does" : "\(proof.findings.count) things do"
            marks.subtitle = "\(count) not hold for \(contexts)"
            marks.legend = [.init(.bad, "does not hold; the tooltip names a caller")]
        } else if proof.undecided.isEmpty {
            marks.subtitle = "Proven for \(contexts)"
        } else {
            marks.subtitle = "Not decided in full for \(contexts)"
        }
        return marks
    }

    private var difference: DrawingMarks {
        guard let earlier else { return DrawingMarks() }
        let change = WorkflowDifference(from: earlier, to: base).changes(of: [edition.item.id.value])
            .first { $0.range.overlaps(edition.range) }
        return DifferencePicture(earlier, base).marks(edition, change)
    }

    /// By the scenarios that go each way.
    private var tests: DrawingMarks {
        let callers = scenarios
        let coverage = ScenarioCoverage(of: edition.flow, in: edition.library, by: callers)
        guard !coverage.isUndecided else { return DrawingMarks(subtitle: "Its coverage by scenarios cannot be found") }
        var passing: [FlowLocation: Set<Int>] = [:]
        for (part, numbers) in zip(coverage.parts, coverage.scenarios) {
            let step = FlowLocation(flow: part.way.flow, step: part.way.step)
            let outcome = FlowLocation(flow: part.way.flow, step: part.outcome)
            for place in [part.way, step, outcome] { passing[place, default: []].formUnion(numbers) }
        }
        var marks = DrawingMarks()
        for (place, numbers) in passing {
            let count = numbers.count == 1 ? "1 scenario" : "\(numbers.count) scenarios"
            marks.add(.init(numbers.isEmpty ? .weak : .good, [numbers.isEmpty ? "no scenario" : count]), at: place)
        }
        let scenarios = callers.count == 1 ? "1 scenario covers" : "\(callers.count) scenarios cover"
        marks.subtitle = "\(scenarios) \(coverage.coveredCount) of \(coverage.parts.count) ways to an outcome"
        marks.legend = [.init(.good, "a scenario passes"), .init(.weak, "none does")]
        return marks
    }

    private var scenarios: [CallerContext] {
        let player = ScenarioPlayer(base)
        let zone = base.configuration.zone
        return base.tests.flatMap(\.scenarios).compactMap { scenario in
            guard base.resolve(scenario.workflow.value) == edition.item.id.value else { return nil }
            let moment = (try? scenario.at?.value.instant(in: zone)) ?? now
            return edition.range.contains(moment) ? player.caller(scenario, in: edition, at: moment) : nil
        }
    }
}
