package import Time

/// Everything that a run of the golden questions found out.
package struct GoldenReport: Sendable {
    /// In order of their files and places; those that are asked no longer come last.
    package let questions: [PlayedQuestion]
    package let zone: TimeZoneRules
    /// The revision that was asked; nil: the working tree.
    package let revision: String?
    /// The revision that is compared with.
    package let base: String?

    package init(_ questions: [PlayedQuestion], zone: TimeZoneRules, revision: String? = nil, base: String? = nil) {
        self.questions = questions
        self.zone = zone
        self.revision = revision
        self.base = base
    }

    package var isComparison: Bool { base != nil }

    /// The questions that are asked still.
    package var asked: [PlayedQuestion] { questions.filter { $0.change != .removed } }

    /// Whether a question fails that decides.
    package var isFailed: Bool { questions.contains(where: \.isDecisive) }

    /// What there is to show: of a comparison what changed, the most important first; otherwise everything.
    package var shown: [PlayedQuestion] {
        guard isComparison else { return questions }
        return PlayedQuestion.Change.allCases.flatMap(changed)
    }

    package func changed(_ change: PlayedQuestion.Change) -> [PlayedQuestion] {
        questions.filter { $0.change == change }
    }

    /// `36 of 38 golden questions pass`, and what changed.
    package var summary: String {
        let asked = asked
        guard !asked.isEmpty || !questions.isEmpty else { return "no golden questions" }
        let passed = asked.count { $0.outcome.isPassed }
        let noun = asked.count == 1 ? "golden question passes" : "golden questions pass"
        let text = "\(passed) of \(asked.count) \(noun)"
        guard isComparison else { return text }
        let older = asked.count { !$0.outcome.isPassed && $0.change != .failing }
        let changes = PlayedQuestion.Change.allCases.compactMap { change in
            let count = changed(change).count
            return count == 0 ? nil : "\(count) \(change.label)"
        }
        return text + (older == 0 ? "" : ", \(older) \(older == 1 ? "fails" : "fail") as before")
            + "; " + (changes.isEmpty ? "nothing changed" : changes.joined(separator: ", "))
    }
}

extension PlayedQuestion.Change {
    /// As a heading or after a number.
    package var label: String {
        switch self {
        case .failing: "newly failing"
        case .passing: "newly passing"
        case .changed: "changed"
        case .rewritten: "expecting something else"
        case .removed: "asked no longer"
        }
    }
}
