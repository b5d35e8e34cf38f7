import Content

/// What came up for one question, as far as it decides whether the expectations hold.
struct Evidence {
    /// The ids of all results, the best first.
    var ranking: [String] = []
    /// What is shown of the item that is expected, or of the first result where none is.
    var subject: ShownAnswer?
    /// An item is expected by its id.
    var namesItem = false
    /// Active for everyone.
    var announcements: [String] = []
    /// Why an item does not come up.
    var absence: (String) -> Absence = { _ in .notFound }
    /// A fact as this caller is told it now; nil: it has no value.
    var fact: (String) -> String? = { _ in nil }
}

/// Holds the expectations of a golden question against what came up.
struct Judge {
    let evidence: Evidence

    func failures(_ expected: [GoldenQuestion.Expectation]) -> [Failure] { expected.compactMap(failure) }

    private func failure(_ expectation: GoldenQuestion.Expectation) -> Failure? {
        switch expectation {
        case .first(let id): place(id.value, within: 1, expectation)
        case .within(let id, let n): place(id.value, within: n, expectation)
        case .absent(let id, let n): absent(id.value, n, expectation)
        case .nothing: nothing(expectation)
        case .says(let phrase): says(phrase.value, expectation)
        case .fact(let name): fact(name.value, expectation)
        case .alert(let id): alert(id.value, expectation)
        }
    }

    private func rank(_ id: String) -> Int? { evidence.ranking.firstIndex(of: id).map { $0 + 1 } }

    private func place(_ id: String, within n: Int, _ expectation: GoldenQuestion.Expectation) -> Failure? {
        let wanted = n == 1 ? "'\(id)' should stand first" : "'\(id)' should stand within the first \(n)"
        guard let rank = rank(id) else {
            let absence = evidence.absence(id)
            return Failure(expectation, id, absence.reason, "\(wanted), but it \(absence.text)")
        }
        return rank <= n ? nil : Failure(expectation, id, .rank, "\(wanted), but it comes \(rank.ordinal)")
    }

    private func absent(_ id: String, _ n: Int?, _ expectation: GoldenQuestion.Expectation) -> Failure? {
        guard let rank = rank(id), rank <= n ?? .max else { return nil }
        let wanted = n.map { "should not stand within the first \($0)" } ?? "should not come up"
        return Failure(expectation, id, .unwanted, "'\(id)' \(wanted), but it comes \(rank.ordinal)")
    }

    private func nothing(_ expectation: GoldenQuestion.Expectation) -> Failure? {
        evidence.ranking.first.map {
            Failure(expectation, "nothing", .unwanted, "nothing should be found, but '\($0)' comes first")
        }
    }

    private func says(_ text: String, _ expectation: GoldenQuestion.Expectation) -> Failure? {
        guard let shown = evidence.subject else { return unanswered("say “\(text)”", text, .notSaid, expectation) }
        let phrase = Phrase(text)
        guard !shown.texts.contains(where: phrase.occurs) else { return nil }
        let instead =
            phrase.nearest(in: shown.texts).map { "nearest to it is “\($0)”" } ?? shown.text.map { "it says “\($0)”" }
            ?? "search shows no text of it"
        return Failure(
            expectation, text, .notSaid, "the answer of '\(shown.id)' should say “\(text)”; \(instead.shortened)")
    }

    private func fact(_ name: String, _ expectation: GoldenQuestion.Expectation) -> Failure? {
        guard let value = evidence.fact(name) else {
            return Failure(
                expectation, name, .noValue, "the fact '\(name)' has no value for this caller at this moment")
        }
        guard let shown = evidence.subject else {
            return unanswered("show the fact '\(name)'", name, .notSaid, expectation)
        }
        guard !shown.texts.contains(where: Phrase(value).standsAlone) else { return nil }
        return Failure(
            expectation, name, .notSaid,
            "the answer of '\(shown.id)' should show the fact '\(name)', which is “\(value)”")
    }

    private func alert(_ id: String, _ expectation: GoldenQuestion.Expectation) -> Failure? {
        guard !evidence.announcements.contains(id) else { return nil }
        guard let shown = evidence.subject else {
            return unanswered("come with the alert '\(id)'", id, .notBeside, expectation)
        }
        guard !shown.alerts.contains(where: { $0.id == id }) else { return nil }
        let wanted = "the alert '\(id)' should stand beside '\(shown.id)'"
        let absence = evidence.absence(id)
        guard absence == .notFound else {
            return Failure(expectation, id, absence.reason, "\(wanted), but it \(absence.text)")
        }
        return Failure(expectation, id, .notBeside, "\(wanted), but it does not target it")
    }

    /// There is no answer to look at. Where an item was expected by its id, that is said already.
    private func unanswered(
        _ wanted: String, _ expected: String, _ reason: Failure.Reason, _ expectation: GoldenQuestion.Expectation
    ) -> Failure? {
        guard !evidence.namesItem else { return nil }
        return Failure(expectation, expected, reason, "the answer should \(wanted), but nothing is found")
    }
}

extension Failure {
    fileprivate init(
        _ expectation: GoldenQuestion.Expectation, _ expected: String, _ reason: Reason, _ message: String
    ) {
        self.init(
            expectation: expectation.name, expected: expected, reason: reason, message: message,
            range: expectation.range)
    }
}

extension Int {
    /// "2nd".
    package var ordinal: String {
        let isTeen = (11...13).contains(self % 100)
        let ending = isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][self % 10] ?? "th"
        return "\(self)\(ending)"
    }
}

extension String {
    /// As much of an answer as a message can hold.
    fileprivate var shortened: String { count > 200 ? prefix(200) + "…”" : self }
}
