import Content
import Decisions
import Diagnostics
package import Presentation
import Time

/// A proven workflow as programs read it: the form of `schemas/output/prove.schema.json`, version 1.
package struct ProofRecord: Sendable {
    package static let version = 1

    private let workflow: ProvenWorkflow
    private let zone: TimeZoneRules
    private let hintText: HintText

    package init(_ workflow: ProvenWorkflow, in report: ProofReport) {
        self.workflow = workflow
        zone = report.zone
        hintText = HintText(isEven: report.isEven)
    }

    package var json: JSONValue {
        let proof = workflow.proof
        return [
            "id": .string(workflow.id), "kind": "workflow", "title": .string(workflow.title),
            "path": .string(workflow.path), "line": .integer(workflow.line),
            "from": workflow.range.from.map { .string(zone.offsetText($0)) },
            "until": workflow.range.until.map { .string(zone.offsetText($0)) },
            "verdict": .string(workflow.verdict.rawValue),
            // More than a program's numbers may hold.
            "contexts": proof.map { .string($0.contexts.description) },
            "fields": proof.map { .array($0.fields.map { .string($0.name) }) },
            "questions": workflow.questions.map(JSONValue.integer), "budget": workflow.budget.map(JSONValue.integer),
            "average": workflow.average.map(number),
            "proven": .array(names { $0.proven }), "undecided": .list(names { $0.undecided }),
            "findings": .array(findings), "hints": .list(workflow.hints.map(hint)),
        ]
    }

    /// To three digits after the point.
    private func number(_ value: Double) -> JSONValue { .double((value * 1000).rounded() / 1000) }

    private func names(_ properties: (FlowProof) -> Set<FlowProperty>) -> [JSONValue] {
        let chosen = workflow.proof.map(properties) ?? []
        return FlowProperty.allCases.filter(chosen.contains).map { .string($0.name) }
    }

    private var findings: [JSONValue] {
        let failures = Dictionary(workflow.failures.map { ($0.diagnostic.message, $0) }) { first, _ in first }
        return workflow.findings.findings.map { finding in
            guard case .object(let members) = FindingRecord(finding, in: workflow.findings).json else { return .null }
            let failure = failures[finding.diagnostic.message]
            let more: JSONValue = [
                "property": failure.map { .string($0.property.name) },
                "witness": failure?.witness.map { witness($0, failure?.witnessText) },
                "callers": failure?.callers.map { .string($0.description) },
            ]
            guard case .object(let added) = more else { return .null }
            return .object(members + added)
        }
    }

    private func witness(_ context: CallerContext, _ text: String?) -> JSONValue {
        let members = context.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .string($0.value.text)) }
        return ["text": text.map(JSONValue.string), "context": .object(members)]
    }

    private func hint(_ hint: ProvenWorkflow.Hint) -> JSONValue {
        let text = hintText.text(hint)
        switch hint {
        case .unneeded(let field): return ["kind": "unneeded-field", "message": .string(text), "field": .string(field)]
        case .assumed(let fields):
            return [
                "kind": "assumed-fields", "message": .string(text), "fields": .array(fields.map { .string($0) }),
            ]
        case .order(let order):
            return [
                "kind": "better-order", "message": .string(text), "asked": number(order.asked),
                "needed": number(order.needed), "best": .bool(order.isBest),
                "plan": PlanText(workflow.proof?.fields ?? []).json(order.plan),
            ]
        }
    }
}

extension FlowProperty {
    /// As programs name it.
    fileprivate var name: String {
        switch self {
        case .noGap: "no-gap"
        case .everyStepReached: "every-step-reached"
        case .everyAnswerMatches: "every-answer-matches"
        case .noCycle: "no-cycle"
        case .everyQuestionMatters: "every-question-matters"
        case .withinBudget: "within-budget"
        }
    }
}
