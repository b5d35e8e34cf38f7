import Decisions
import Difference
import Presentation
import Time

/// One JSON object: `schemas/output/diff.schema.json`; or its changes, one a line.
package struct DifferenceJSONRenderer: DifferenceRenderer {
    private let isLines: Bool

    package init(isLines: Bool = false) {
        self.isLines = isLines
    }

    package func render(_ report: DifferenceReport, to output: inout some TextOutputStream) {
        if isLines {
            for entry in report.entries {
                JSONWriter.write(json(entry, report), to: &output)
                output.write("\n")
            }
            return
        }
        let answer: JSONValue = [
            "version": 1, "before": .string(report.before), "after": report.after.map { .string($0) },
            "changes": .array(report.entries.map { json($0, report) }),
            "formatting_only": .array(report.formatted.map { .string($0) }),
        ]
        JSONWriter.write(answer, to: &output)
        output.write("\n")
    }

    private func json(_ entry: DifferenceReport.Entry, _ report: DifferenceReport) -> JSONValue {
        switch entry {
        case .behaviour(let change): json(change, report)
        case .content(let change): ContentJSON.value(change)
        }
    }

    private func json(_ change: WorkflowChange, _ report: DifferenceReport) -> JSONValue {
        let words = WorkflowChangeText(change)
        var contexts: JSONValue?
        if case .compared(let difference) = change.kind { contexts = .string("\(difference.contexts)") }
        return [
            "kind": "behaviour", "id": .string(change.id), "path": .string(change.path), "line": .integer(change.line),
            "from": change.range.from.map { .string(report.zone.offsetText($0)) },
            "until": change.range.until.map { .string(report.zone.offsetText($0)) },
            "change": .string(name(change.kind)), "causes": .array(change.causes.map(json)), "contexts": contexts,
            "rewordings": .array(
                change.rewordings.map {
                    ["step": .string($0.step), "before": .string($0.before), "after": .string($0.after)]
                }),
            "affected": .array(words.affected.map { json($0, words) }),
        ]
    }

    private func name(_ kind: WorkflowChange.Kind) -> String {
        switch kind {
        case .added: return "added"
        case .removed: return "removed"
        case .compared(let difference):
            switch difference.verdict {
            case .noCallerAffected: return "unaffected"
            case .affected: return "affected"
            case .undecided: return "undecided"
            case .defective: return "defective"
            }
        }
    }

    private func json(_ cause: WorkflowChange.Cause) -> JSONValue {
        switch cause {
        case .file(let path): ["kind": "file", "name": .string(path)]
        case .fact(let name): ["kind": "fact", "name": .string(name)]
        case .field(let name): ["kind": "field", "name": .string(name)]
        }
    }

    private func json(_ affected: BehaviouralDifference.Change, _ words: WorkflowChangeText) -> JSONValue {
        [
            "before": json(affected.before), "after": json(affected.after),
            "callers": affected.callers.map { .string("\($0)") }, "complete": .bool(affected.isComplete),
            "smallest": .bool(affected.isSmallest),
            "groups": .array(
                affected.groups.map { group in
                    let witness = group.witness.sorted { $0.key < $1.key }.map {
                        JSONValue.Member($0.key, .string($0.value.text))
                    }
                    return [
                        "condition": .string(words.condition(group)), "witness": .object(witness),
                        "asked_before": .array(group.askedBefore.map { .string($0) }),
                        "asked_after": .array(group.askedAfter.map { .string($0) }),
                    ]
                }),
        ]
    }

    private func json(_ ending: FlowEnding) -> JSONValue {
        switch ending {
        case .nowhere: return ["kind": "nowhere"]
        case .undeclared: return ["kind": "undeclared"]
        case .told(let outcome):
            return [
                "kind": "outcome", "text": .string(outcome.text), "article": outcome.article.map { .string($0) },
                "requires": .array(outcome.requirements.map { .string($0) }),
                "handoff": outcome.handoff.map { .string($0.to) },
            ]
        }
    }
}
