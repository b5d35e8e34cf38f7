import Difference
import Presentation

/// A change of content as JSON.
enum ContentJSON {
    static func value(_ change: ContentChange) -> JSONValue {
        [
            "kind": .string(change.kind), "id": .string(change.id), "title": change.title.map { .string($0) },
            "path": .string(change.path), "line": .integer(change.line), "change": .string(change.change.rawValue),
            "weight": .string(name(change.weight)), "compared_as_text": change.isText ? true : nil,
            "before": change.before.map(version), "after": change.after.map(version),
            "fields": .array(change.fields.map(field)), "told_by": .list(change.reach.map(place)),
            "told_by_more": change.moreReach > 0 ? .integer(change.moreReach) : nil,
        ]
    }

    private static func name(_ weight: FieldChange.Weight) -> String {
        switch weight {
        case .seen: "seen"
        case .found: "found"
        case .kept: "kept"
        }
    }

    private static func version(_ version: ContentChange.Version) -> JSONValue {
        [
            "id": .string(version.id), "title": version.title.map { .string($0) }, "path": .string(version.path),
            "line": .integer(version.line), "edition": version.edition.isEmpty ? nil : .string(version.edition),
            "bytes": .integer(version.bytes),
        ]
    }

    private static func field(_ field: FieldChange) -> JSONValue {
        [
            "label": .string(field.label), "pointer": .string(field.pointer), "weight": .string(name(field.weight)),
            "change": .string(field.kind.rawValue), "line": .integer(field.line),
            "before": field.before.map { .string($0) }, "after": field.after.map { .string($0) },
            "words": .list(field.runs.map { ["change": .string($0.kind.rawValue), "text": .string($0.text)] }),
            "note": field.note.map { .string($0) },
        ]
    }

    private static func place(_ place: ContentChange.Reach) -> JSONValue {
        [
            "kind": .string(place.kind), "id": .string(place.id), "title": place.title.map { .string($0) },
            "path": .string(place.path), "line": .integer(place.line), "before": place.before.map { .string($0) },
            "after": place.after.map { .string($0) },
        ]
    }
}
