package import Content
package import Presentation
package import Time

/// A coming change as programs read it: the form of `schemas/output/next.schema.json`, version 1.
package struct ComingRecord: Sendable {
    package static let version = 1

    private let change: ComingChange
    private let zone: TimeZoneRules

    package init(_ change: ComingChange, _ zone: TimeZoneRules) {
        self.change = change
        self.zone = zone
    }

    package var json: JSONValue {
        [
            "id": .string(change.id), "kind": .string(change.kind), "title": .string(change.title),
            "path": .string(change.path), "line": .integer(change.line), "at": .string(zone.offsetText(change.at)),
            "event": .string(change.event.rawValue), "owner": change.owner.map(JSONValue.string),
            "language": change.language.map(JSONValue.string), "before": change.before.map(JSONValue.string),
            "after": change.after.map(JSONValue.string),
        ]
    }
}
