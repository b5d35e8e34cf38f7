package import Decisions
package import Diagnostics
package import Time

/// What was proven of workflows, and what was not.
package struct ProofReport: Sendable {
    package let workflows: [ProvenWorkflow]
    /// The revision whose workflows these are; nil for the working tree.
    package let revision: String?
    let zone: TimeZoneRules
    /// Whether means are those of all contexts, each as likely as any other.
    let isEven: Bool

    package init(
        _ workflows: [ProvenWorkflow], zone: TimeZoneRules, revision: String? = nil, isEven: Bool = true
    ) {
        self.workflows = workflows
        self.zone = zone
        self.revision = revision
        self.isEven = isEven
    }

    /// Whether something does not hold that no comment suppresses.
    package var isFailed: Bool { workflows.contains(where: \.isFailed) }

    /// One sentence without a full stop: "12 workflows proven, 1 not proven".
    package var summary: String {
        func count(_ verdict: ProvenWorkflow.Verdict) -> Int { workflows.count { $0.verdict == verdict } }
        let parts = ProvenWorkflow.Verdict.allCases.compactMap { verdict in
            count(verdict) == 0 ? nil : "\(count(verdict)) \(verdict.text)"
        }
        let noun = workflows.count == 1 ? "workflow" : "workflows"
        return parts.isEmpty ? "no workflows" : "\(noun): " + parts.joined(separator: ", ")
    }
}

/// One edition of a workflow, proven.
package struct ProvenWorkflow: Sendable {
    package enum Verdict: String, CaseIterable, Sendable {
        case proven, failed, undecided, unreadable

        var text: String {
            switch self {
            case .proven: "proven"
            case .failed: "not proven"
            case .undecided: "not decided in full"
            case .unreadable: "cannot be read"
            }
        }
    }

    /// Something that does not hold, in words.
    package struct Failure: Sendable {
        package let diagnostic: Diagnostic
        package let property: FlowProperty
        /// A caller of whom it is true, and the same in words.
        package let witness: CallerContext?
        package let witnessText: String?
        package let callers: Natural?

        package init(
            _ diagnostic: Diagnostic, _ property: FlowProperty, witness: CallerContext?, text: String?,
            callers: Natural?
        ) {
            self.diagnostic = diagnostic
            self.property = property
            self.witness = witness
            witnessText = text
            self.callers = callers
        }
    }

    /// A workflow that could be shorter for callers.
    package enum Hint: Sendable {
        /// No outcome depends on a field that is asked for.
        case unneeded(field: String)
        /// Branches look at fields for which no question asked before.
        case assumed(fields: [String])
        /// The same outcomes, found with fewer questions on average.
        case order(BetterOrder)
    }

    package struct BetterOrder: Sendable {
        let asked: Double
        let needed: Double
        /// No order asks less.
        let isBest: Bool
        let plan: QuestionPlan

        package init(asked: Double, needed: Double, isBest: Bool, plan: QuestionPlan) {
            self.asked = asked
            self.needed = needed
            self.isBest = isBest
            self.plan = plan
        }
    }

    package let id: String
    package let title: String
    package let path: String
    package let line: Int
    package let range: InstantRange
    /// Nil where the workflow cannot be read in full.
    package let proof: FlowProof?
    package let budget: Int?
    /// Callers are asked so many questions at most; nil where somebody may be asked for ever.
    package let questions: Int?
    /// How many questions callers are asked on average; nil where it was not found.
    package let average: Double?
    /// What was not decided within the budget, and what to do about it.
    package let undecidedText: String?
    package let failures: [Failure]
    package let hints: [Hint]
    /// The failures as findings.
    package let findings: FindingSet

    package init(
        id: String, title: String, path: String, line: Int, range: InstantRange = InstantRange(),
        proof: FlowProof? = nil,
        budget: Int? = nil, questions: Int? = nil, average: Double? = nil, undecidedText: String? = nil,
        failures: [Failure] = [],
        hints: [Hint] = [], findings: FindingSet
    ) {
        self.id = id
        self.title = title
        self.path = path
        self.line = line
        self.range = range
        self.proof = proof
        self.budget = budget
        self.questions = questions
        self.average = average
        self.undecidedText = undecidedText
        self.failures = failures
        self.hints = hints
        self.findings = findings
    }

    package var verdict: Verdict {
        guard let proof else { return .unreadable }
        if !failures.isEmpty { return .failed }
        return proof.undecided.isEmpty ? .proven : .undecided
    }

    package var isFailed: Bool { proof == nil || !findings.active.isEmpty }
}
