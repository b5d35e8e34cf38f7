import Approvals
import Content
package import Presentation
import Time

/// One JSON object: `schemas/output/gate.schema.json`.
package struct GateJSONRenderer {
    package init() {}

    package func render(_ report: GateReport, to output: inout some TextOutputStream) {
        let answer: JSONValue = [
            "version": 1, "passed": .bool(report.isPassed), "base": .string(report.base), "head": .string(report.head),
            "base_commit": report.commits.base.map { .string($0) }, "head_commit": .string(report.commits.head),
            "requirements": .array(report.entries.map { json($0, report) }),
            "findings": .array(
                report.findings.newFirst.map { FindingRecord($0, in: report.findings).json }),
        ]
        JSONWriter.write(answer, to: &output)
        output.write("\n")
    }

    package func renderLines(_ report: GateReport, to output: inout some TextOutputStream) {
        for entry in report.entries { output.write(json(entry, report).serialized + "\n") }
    }

    private func json(_ entry: GateReport.Entry, _ report: GateReport) -> JSONValue {
        let requirement = entry.requirement
        let change = requirement.change
        var role: String?
        var count: Int?
        let need: String
        var reason: String?
        switch requirement.need {
        case .approvals(let name, let number, _): (need, role, count) = ("approvals", name, number)
        case .editing: need = "editing"
        case .statement(let why): (need, reason) = ("statement", why)
        case .merge: need = "merge"
        }
        return [
            "state": .string(requirement.state.rawValue), "need": .string(need),
            "action": .string(change.action.rawValue),
            "path": .string(change.path), "from": change.from.map { .string($0) }, "line": 1,
            "kind": .string(change.kind), "id": change.id.map { .string($0) },
            "title": change.title.map { .string($0) },
            "risk": change.risk.map { .string($0.rawValue) }, "before": json(change.before),
            "after": json(change.after),
            "scenarios": .integer(entry.importance.scenarios), "reach": .integer(entry.importance.reach),
            "weight": .integer(entry.importance.weight), "role": role.map { .string($0) },
            "count": count.map { .integer($0) }, "missing": .integer(requirement.missingCount),
            "reason": reason.map { .string($0) },
            "owed_until": requirement.owedUntil.map { .string(report.zone.offsetText($0)) },
            "authors": .array(requirement.authors.persons.sorted().map { .string($0) }),
            "unknown_author": .bool(requirement.authors.hasUnknown),
            "approvals": .array(requirement.approvals.map { json($0, report) }),
            "rejections": .array(
                requirement.rejections.map {
                    [
                        "statement": .string($0.path), "person": .string($0.person),
                        "reason": .string($0.reason.description),
                    ]
                }),
            "candidates": .array(requirement.candidates.map { .string($0) }),
            "unpermitted": .list(requirement.unpermitted.map { .string($0) }),
        ]
    }

    private func json(_ version: Change.Version?) -> JSONValue? {
        version.map { ["blob": .string($0.content.blob), "sha256": .string($0.content.digest)] }
    }

    private func json(_ approval: Approval, _ report: GateReport) -> JSONValue {
        [
            "person": .string(approval.person), "key": .string(approval.fingerprint),
            "time": .string(report.zone.offsetText(approval.time)), "statement": .string(approval.path),
            "attested_by": approval.attestedBy.map { .string($0) }, "evidence": approval.evidence.map { .string($0) },
        ]
    }
}
