package import Time

/// Everything that a run of the tests found out.
package struct GoldenReport: Sendable {
    /// In order of their files and places; those that are asked no longer come last.
    package let questions: [PlayedQuestion]
    /// In the same order.
    package let scenarios: [PlayedScenario]
    /// How much of each workflow its scenarios try out; nil: nobody wants to know.
    package let coverage: [WorkflowCoverage]?
    package let zone: TimeZoneRules
    /// The revision that was asked; nil: the working tree.
    package let revision: String?
    /// The revision that is compared with.
    package let base: String?

    package init(
        _ questions: [PlayedQuestion], _ scenarios: [PlayedScenario] = [], coverage: [WorkflowCoverage]? = nil,
        zone: TimeZoneRules, revision: String? = nil, base: String? = nil
    ) {
        self.questions = questions
        self.scenarios = scenarios
        self.coverage = coverage
        self.zone = zone
        self.revision = revision
        self.base = base
    }

    package var isComparison: Bool { base != nil }

    /// The questions, then the scenarios.
    package var tests: [any PlayedTest] { questions + scenarios }

    /// The tests that stand in the files still.
    package var asked: [any PlayedTest] { tests.filter { $0.change != .removed } }

    /// Whether a test fails that decides.
    package var isFailed: Bool { tests.contains { $0.isDecisive } }

    /// What there is to show: of a comparison what changed, the most important first; otherwise everything.
    package var shown: [any PlayedTest] {
        guard isComparison else { return tests }
        return TestChange.allCases.flatMap(changed)
    }

    package func changed(_ change: TestChange) -> [any PlayedTest] { tests.filter { $0.change == change } }

    /// `36 of 38 golden questions and 39 of 39 workflow scenarios pass`, and what changed.
    package var summary: String {
        let counts = [
            count(questions, "golden question"), count(scenarios, "workflow scenario"),
        ].compactMap(\.self)
        guard let last = counts.last else { return "no golden questions and no workflow scenarios" }
        let isOne = counts.count == 1 && last.isOne
        let text = counts.map(\.text).joined(separator: " and ") + (isOne ? " passes" : " pass")
        guard isComparison else { return text }
        let older = asked.count { !$0.isPassed && $0.change != .failing }
        let changes = TestChange.allCases.compactMap { change in
            let count = changed(change).count
            return count == 0 ? nil : "\(count) \(change.label)"
        }
        return text + (older == 0 ? "" : ", \(older) \(older == 1 ? "fails" : "fail") as before")
            + "; " + (changes.isEmpty ? "nothing changed" : changes.joined(separator: ", "))
    }

    private func count(_ tests: [any PlayedTest], _ noun: String) -> (text: String, isOne: Bool)? {
        guard !tests.isEmpty else { return nil }
        let asked = tests.filter { $0.change != .removed }
        let passed = asked.count { $0.isPassed }
        return ("\(passed) of \(asked.count) \(noun)\(asked.count == 1 ? "" : "s")", asked.count == 1)
    }
}
