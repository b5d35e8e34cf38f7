import Content
import Decisions
import Diagnostics
import GoldenQuestions
import Rendering
import Time
import Validation

/// Holds tests, proofs and topics against the moments at which something changes by itself.
struct FutureRound {
    private let base: KnowledgeBase
    private let now: Instant
    private let until: Instant
    private let changes: [ComingChange]
    private let choice: QuestionSelection
    private let proofs: ProofRound
    /// In order.
    let moments: [Instant]
    let momentsLeftOut: Int
    private(set) var breaks: [FutureBreak] = []
    private(set) var count = 0
    /// Tests that name a moment of their own.
    private(set) var fixedCount = 0

    /// - Parameters:
    ///   - changes: What changes by itself until then.
    ///   - most: How many moments are looked at.
    init(
        _ result: Validator.Result, _ choice: QuestionSelection, _ changes: [ComingChange], from now: Instant,
        until: Instant, most: Int
    ) {
        base = result.base
        self.now = now
        self.until = until
        self.changes = changes
        self.choice = choice
        proofs = ProofRound(result, budget: ProofBudget())
        let policy = result.base.configuration.review
        let withholds = policy.withholdsOthers || policy.withholdsByRisk.values.contains(true)
        let all = Set(changes.filter { FutureRound.matters($0.event, withholds) }.map(\.at)).sorted()
        moments = Array(all.prefix(most))
        momentsLeftOut = all.count - moments.count
    }

    /// Whether an event can make a test fail: who is there and when desks are closed makes none.
    private static func matters(_ event: ComingChange.Event, _ withholds: Bool) -> Bool {
        switch event {
        case .appears, .expires, .replaced, .changes, .unpinned: true
        case .reviewDue: withholds
        case .leaves, .closed: false
        }
    }

    mutating func play(_ progress: (Int, Int) -> Void) throws {
        try playTests(progress)
        prove()
        holdTopicsTogether()
        checkContent()
    }

    /// Tests that name a moment of their own are about that one.
    private mutating func playTests(_ progress: (Int, Int) -> Void) throws {
        var questions = QuestionRound(base, nil, choice, at: now)
        var scenarios = ScenarioRound(base, nil, choice, at: now)
        var broken: Set<Place> = []
        fixedCount =
            base.tests.flatMap(\.questions).count { $0.at != nil && choice.includes($0) }
            + base.tests.flatMap(\.scenarios).count { $0.at != nil && choice.includes($0) }
        for (number, moment) in ([now] + moments).enumerated() {
            progress(number, moments.count + 1)
            let played = try questions.play(at: moment) {
                $0.at == nil && !broken.contains(Place($0.path, $0.ask.range))
            }
            for question in played where !question.isPassed {
                broken.insert(Place(question.path, question.question.ask.range))
                let expected = question.question.expected.compactMap(\.item).first
                add(
                    .question, id: expected ?? question.question.ask.value, title: question.question.ask.value,
                    question, at: moment)
            }
            let sent = scenarios.play(at: moment) {
                $0.at == nil && !broken.contains(Place($0.path, $0.workflow.range))
            }
            for scenario in sent where !scenario.isPassed {
                broken.insert(Place(scenario.path, scenario.scenario.workflow.range))
                let id = scenario.scenario.workflow.value
                let caller = scenario.calledAs(in: base.configuration.zone)
                add(.scenario, id: id, title: caller.isEmpty ? id : "\(id) (\(caller))", scenario, at: moment)
            }
            if number == 0 { count += played.count + sent.count }
        }
    }

    private mutating func add(
        _ kind: FutureBreak.Kind, id: String, title: String, _ test: any PlayedTest, at moment: Instant
    ) {
        breaks.append(
            FutureBreak(
                kind, id: id, title: title, path: test.path, line: test.position.line, at: moment == now ? nil : moment,
                messages: test.failures.map(\.message), because: because(moment)))
    }

    /// Each edition of a workflow that is in force within the time, from when it is.
    private mutating func prove() {
        let editions = FlowEditions(base)
        for id in editions.ids {
            var isBroken = false
            for workflow in proofs.workflows(id, in: editions) where workflow.range.overlaps(time) {
                count += 1
                guard workflow.isFailed, !isBroken else { continue }
                isBroken = true
                let moment = first(workflow.range)
                breaks.append(
                    FutureBreak(
                        .proof, id: id, title: workflow.title, path: workflow.path, line: workflow.line, at: moment,
                        messages: workflow.failures.map(\.diagnostic.message), because: moment.map(because) ?? []))
            }
        }
    }

    private mutating func holdTopicsTogether() {
        let requirements = base.configuration.requirements
        let predecessors = Dictionary(requirements.map { ($0.id.value, $0.after.map(\.value)) }) { first, _ in first }
        var broken: Set<String> = []
        for topic in TopicEntries.all(of: base)
        where topic.range.overlaps(time) && !topic.entries.isEmpty
            && topic.entries.count <= CompleteAnswersText.mostEntries
        {
            count += 1
            let answers = CompleteAnswers(topic.entries, fields: topic.fields, after: predecessors, in: topic.library)
            let text = CompleteAnswersText(topic)
            let messages =
                answers.omissions.map { omission in
                    text.omission(
                        omission, of: topic.places[omission.entry][0], topic.places[omission.demandedBy[0]][0])
                } + answers.misorders.map { text.misorder($0) }
            let entry = answers.omissions.first?.entry ?? answers.misorders.first?.entry
            guard let entry, broken.insert(topic.topic).inserted else { continue }
            let place = topic.places[entry][0]
            let moment = first(topic.range)
            breaks.append(
                FutureBreak(
                    .answers, id: topic.topic, title: topic.topic, path: place.item.path,
                    line: line(place.range, in: place.item.path), at: moment, messages: messages.map(\.text),
                    because: moment.map(because) ?? []))
        }
    }

    /// What time alone makes wrong, where a fact changes.
    private mutating func checkContent() {
        var known: Set<Place> = []
        let facts = Set(changes.filter { $0.event == .changes }.map(\.at))
        for moment in [now] + moments.filter(facts.contains) {
            for finding in Validator.timedFindings(base, at: moment) where finding.severity == .error {
                guard known.insert(Place(finding.location.path, finding.location.range)).inserted else { continue }
                let id = finding.item ?? finding.location.path
                breaks.append(
                    FutureBreak(
                        .content, id: id, title: "\(id) [\(finding.rule.code)]", path: finding.location.path,
                        line: line(finding.location.range, in: finding.location.path), at: moment == now ? nil : moment,
                        messages: [finding.message], because: because(moment)))
            }
        }
    }

    private var time: InstantRange { InstantRange(from: now, until: until) }

    /// When something begins; nil where it has already.
    private func first(_ range: InstantRange) -> Instant? { range.from.flatMap { $0 > now ? $0 : nil } }

    private func because(_ moment: Instant) -> [ComingChange] { changes.filter { $0.at == moment } }

    private func line(_ range: Range<Int>, in path: String) -> Int {
        base.source(path).map { LineIndex($0).position(of: range.lowerBound).line } ?? 1
    }

    private struct Place: Hashable {
        let path: String
        let offset: Int

        init(_ path: String, _ range: Range<Int>) {
            self.path = path
            offset = range.lowerBound
        }
    }
}
