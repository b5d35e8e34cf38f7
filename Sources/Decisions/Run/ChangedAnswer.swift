extension WorkflowRun {
    /// An answer that was given in a run.
    package struct GivenAnswer: Hashable, Sendable {
        package let field: String
        package let value: ContextValue

        package init(_ field: String, _ value: ContextValue) {
            self.field = field
            self.value = value
        }
    }

    /// The answers that stand when one of them is changed: those for which the caller is asked again, whatever the answers to
    /// questions that are now open turn out to be. The others were asked because of the answer that changed.
    ///
    /// - Parameters:
    ///   - answers: In the order in which they were given.
    ///   - known: What was known before the first question; it always stands.
    package func changing(
        _ change: GivenAnswer, in answers: [GivenAnswer], known: CallerContext
    ) -> [GivenAnswer] {
        var values: [String: ContextValue] = [:]
        for answer in answers { values[answer.field] = answer.value }
        values[change.field] = change.value
        var search = NeededAnswers(run: self, values: values)
        let needed = search.needed(known).union([change.field])
        return answers.compactMap { answer in
            guard needed.contains(answer.field) else { return nil }
            return answer.field == change.field ? change : answer
        }
    }
}

/// Finds the fields that are asked for on every way that a run can go on.
private struct NeededAnswers {
    let run: WorkflowRun
    let values: [String: ContextValue]
    /// Beyond this many positions an answer counts as not needed: it is then asked again, which does no harm.
    private var budget = 2_000

    init(run: WorkflowRun, values: [String: ContextValue]) {
        self.run = run
        self.values = values
    }

    mutating func needed(_ known: CallerContext) -> Set<String> {
        var known = known
        var needed: Set<String> = []
        while budget > 0 {
            budget -= 1
            guard case .question(let question) = run.position(for: known).state else { return needed }
            let field = question.field
            if let value = values[field.name] {
                known[field.name] = value
                needed.insert(field.name)
                continue
            }
            var common: Set<String>?
            for value in field.representatives(for: run.closure.tests[field.name] ?? []) {
                let rest = self.needed(known.merging([field.name: value]) { $1 })
                common = common?.intersection(rest) ?? rest
                if common!.isEmpty { break }
            }
            return needed.union(common ?? [])
        }
        return needed
    }
}
