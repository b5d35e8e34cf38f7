import Content
import Diagnostics
import YAML

/// Compares two versions of one thing.
struct UnitDifference {
    /// Nil where nothing is said otherwise: layout, quotes, comments.
    private(set) var change: ContentChange?

    init(_ before: ContentUnit?, _ after: ContentUnit?) {
        let old = before.map(UnitDifference.version)
        let new = after.map(UnitDifference.version)
        guard let before, let after else {
            guard let unit = before ?? after else { return }
            change = ContentChange(
                kind: unit.kind, change: before == nil ? .added : .removed, before: old, after: new,
                fields: UnitDifference.summary(unit, isNew: before == nil), isText: unit.isUnread && unit.kind != "file"
            )
            return
        }
        let isText = before.isUnread || after.isUnread
        let lines = (before: before.line(of:), after: after.line(of:))
        var fields: [FieldChange] = []
        if before.kind == "asset", after.kind == "asset" {
            guard before.source.bytes != after.source.bytes || before.path != after.path else { return }
        } else if isText {
            fields = TextDifference(before.source, after.source).changes
        } else {
            if let old = before.node, let new = after.node {
                fields =
                    FieldDifference(
                        after.kind, old, new, values: (before.values, after.values), lines: lines,
                        leavingOut: before.isRetired != after.isRetired ? ["status"] : []
                    ).changes
            }
            fields += UnitDifference.prose(before, after, lines)
        }
        fields = fields.enumerated().sorted {
            ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset)
        }.map(\.element)
        let kind: ContentChange.Kind =
            before.id != after.id && before.kind == after.kind
            ? .renamed : after.isRetired && !before.isRetired ? .retired : .changed
        let isSame = fields.isEmpty && kind == .changed && before.path == after.path && before.kind != "asset"
        guard !isSame else { return }
        change = ContentChange(
            kind: after.kind, change: kind, before: old, after: new, fields: fields, isText: isText)
    }

    private static func version(_ unit: ContentUnit) -> ContentChange.Version {
        ContentChange.Version(
            id: unit.id, title: unit.title, path: unit.path, line: unit.line, edition: unit.edition,
            bytes: unit.source.bytes.count)
    }

    private static func prose(
        _ before: ContentUnit, _ after: ContentUnit, _ lines: (before: (Int) -> Int, after: (Int) -> Int)
    ) -> [FieldChange] {
        guard let old = before.body, let new = after.body else { return [] }
        let texts = (before.source.bytes[old], after.source.bytes[new])
        guard !texts.0.elementsEqual(texts.1) else { return [] }
        guard let oldBlocks = before.prose, let newBlocks = after.prose else {
            return TextDifference(before.source, after.source, (old, new)).changes
        }
        let changes = ProseDifference(oldBlocks, newBlocks, lines: lines).changes
        // What a page shows is what counts: a rule, where a list starts, how it is nested.
        guard changes.isEmpty, RenderedText(texts.0) != RenderedText(texts.1) else { return changes }
        return TextDifference(before.source, after.source, (old, new)).changes
    }

    /// What a new thing says first, so that it can be judged without opening it.
    private static func summary(_ unit: ContentUnit, isNew: Bool) -> [FieldChange] {
        guard let node = unit.node?.mapping else { return [] }
        let names = ["answer", "say", "message", "applies", "from", "until", "values", "replaced_by"]
        var fields = names.compactMap { name -> FieldChange? in
            guard let value = node[name] else { return nil }
            let text = unit.values.text(value, under: name)
            return FieldChange(
                FieldName.field(name), pointer: "/" + name, weight: .seen, kind: isNew ? .added : .removed,
                before: isNew ? nil : text, after: isNew ? text : nil, line: unit.line(of: value.range.lowerBound))
        }
        let blocks = unit.prose ?? []
        for block in blocks.prefix(200) {
            fields.append(
                FieldChange(
                    ProseDifference.label(block), pointer: "body", weight: .seen, kind: isNew ? .added : .removed,
                    before: isNew ? nil : block.text,
                    after: isNew ? block.text : nil, note: block.readers.map { "for \($0)" },
                    isCode: block.hasLines, line: unit.line(of: block.offset)))
        }
        return fields
    }
}
