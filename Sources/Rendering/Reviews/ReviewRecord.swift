package import Governance
package import Presentation
package import Time

/// An item to review as programs read it: the form of `schemas/output/review.schema.json`, version 1.
package struct ReviewRecord: Sendable {
    package static let version = 1

    private let entry: ReviewEntry
    private let today: CivilDate

    package init(_ entry: ReviewEntry, _ today: CivilDate) {
        self.entry = entry
        self.today = today
    }

    package var json: JSONValue {
        [
            "id": .string(entry.id), "kind": .string(entry.kind), "title": .string(entry.title),
            "path": .string(entry.path), "line": .integer(entry.line), "owner": entry.owner.map(JSONValue.string),
            "risk": .string(entry.risk), "language": entry.language.map(JSONValue.string),
            "state": .string(entry.standing.rawValue), "verification": .string(entry.verification.rawValue),
            "last": entry.last.map { .string("\($0)") }, "every": .string("\(entry.every)"),
            "due": entry.due.map { .string("\($0)") },
            "days": entry.due.map { .integer($0.dayNumber - today.dayNumber) },
        ]
    }
}
