import Content
import Decisions
import Diagnostics
import GoldenQuestions
import Time

/// Sends the callers of the chosen scenarios through the workflows of one build, and of another to compare with.
struct ScenarioRound {
    private let base: KnowledgeBase
    private let previous: KnowledgeBase?
    private var player: ScenarioPlayer
    private var earlierPlayer: ScenarioPlayer?
    private let choice: QuestionSelection
    private var now: Instant

    init(_ base: KnowledgeBase, _ previous: KnowledgeBase?, _ choice: QuestionSelection, at now: Instant) {
        self.base = base
        self.previous = previous
        player = ScenarioPlayer(base)
        earlierPlayer = previous.map { ScenarioPlayer($0) }
        self.choice = choice
        self.now = now
    }

    mutating func play() -> [PlayedScenario] {
        let scenarios = chosen(base)
        let old = Dictionary(grouping: previous.map(chosen) ?? [], by: \.identity)
        var played: [PlayedScenario] = []
        for scenario in scenarios {
            let isKept = old[scenario.identity]?.contains { $0.expectations == scenario.expectations }
            played.append(play(scenario, of: base, isKept.map { $0 ? .kept : .rewritten } ?? .added))
        }
        guard let previous else { return played }
        let kept = Set(scenarios.map(\.identity))
        // They stand in the files of the other build.
        for scenario in chosen(previous) where !kept.contains(scenario.identity) {
            played.append(play(scenario, of: previous, .removed))
        }
        return played
    }

    /// Sends the callers of some scenarios at a moment through the one build.
    mutating func play(at moment: Instant, where isWanted: (Scenario) -> Bool) -> [PlayedScenario] {
        now = moment
        return chosen(base).filter(isWanted).map { play($0, of: base, .kept) }
    }

    private mutating func play(
        _ scenario: Scenario, of base: KnowledgeBase, _ standing: TestChange.Standing
    ) -> PlayedScenario {
        // Both sides are played at the same moment.
        let now = moment(scenario)
        let outcome = player.outcome(of: scenario, at: now)
        let earlier = earlierPlayer?.outcome(of: scenario, at: now)
        return PlayedScenario(
            scenario, at: now, outcome, before: earlier, standing: standing, lines: lines(of: scenario.path, base))
    }

    private func moment(_ scenario: Scenario) -> Instant {
        (try? scenario.at?.value.instant(in: base.configuration.zone)) ?? now
    }

    private func lines(of path: String, _ base: KnowledgeBase) -> LineIndex {
        LineIndex(base.source(path) ?? SourceFile(path: path, bytes: []))
    }

    private func chosen(_ base: KnowledgeBase) -> [Scenario] {
        base.tests.flatMap(\.scenarios).filter(choice.includes)
    }
}

extension ScenarioRound {
    /// How much of each workflow its scenarios try out, edition by edition. Editions that are over count only where a
    /// scenario plays in their time.
    ///
    /// - Parameter ids: Of workflows; empty: all.
    mutating func coverage(of ids: Set<String> = []) -> [WorkflowCoverage] {
        let scenarios = Dictionary(grouping: base.tests.flatMap(\.scenarios)) { scenario in
            base.resolve(scenario.workflow.value) ?? scenario.workflow.value
        }
        var coverage: [WorkflowCoverage] = []
        for id in FlowEditions(base).ids where ids.isEmpty || ids.contains(id) {
            for edition in player.editions(of: id) {
                let playing = (scenarios[id] ?? []).filter { edition.range.contains(moment($0)) }
                let isOver = edition.range.until.map { $0 <= now } ?? false
                if isOver && playing.isEmpty { continue }
                let callers = playing.map { player.caller($0, in: edition, at: moment($0)) }
                coverage.append(WorkflowCoverage(edition, by: callers, lines: lines(of: edition.item.path, base)))
            }
        }
        return coverage
    }
}
