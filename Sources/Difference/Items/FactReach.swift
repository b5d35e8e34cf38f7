import Content
import Diagnostics
import YAML

/// Finds what tells some facts, and what it said before and says now.
struct FactReach {
    /// Places kept of one fact; the rest is counted.
    static let most = 200
    private(set) var found: [String: [ContentChange.Reach]] = [:]
    private(set) var counts: [String: Int] = [:]
    private var values: [String: (before: String?, after: String?)] = [:]
    private static let word = Array("fact".utf8)

    mutating func watch(_ name: String, before: ContentUnit?, after: ContentUnit?) {
        var old = before.map(FactReach.texts) ?? []
        var new = after.map(FactReach.texts) ?? []
        // Values that stay say nothing of the change.
        let common = Set(old).intersection(new)
        if old.contains(where: { !common.contains($0) }), new.contains(where: { !common.contains($0) }) {
            old.removeAll(where: common.contains)
            new.removeAll(where: common.contains)
        }
        values[name] = (
            before == nil ? nil : old.joined(separator: " or "), after == nil ? nil : new.joined(separator: " or ")
        )
    }

    /// Whether a file may tell a fact, without reading it.
    func mayTell(_ bytes: [UInt8]) -> Bool {
        guard bytes.firstOffset(of: FactReach.word) != nil else { return false }
        if values.count > 8 { return true }
        return values.keys.contains { bytes.firstOffset(of: Array($0.utf8)) != nil }
    }

    mutating func look(at unit: ContentUnit) {
        guard unit.kind != "fact" else { return }
        var told: Set<String> = []
        func tell(_ text: String, at offset: Int) {
            let bytes = Array(text.utf8)
            for name in Set(FactPlaceholder.all(in: bytes).map(\.name)).sorted() where values[name] != nil {
                add(name, unit, offset, text, &told)
            }
        }
        func walk(_ node: Node, key: String?) {
            switch node.content {
            case .scalar(let scalar):
                if key == "fact", values[scalar.text] != nil {
                    add(scalar.text, unit, node.range.lowerBound, nil, &told)
                } else {
                    tell(scalar.text, at: node.range.lowerBound)
                }
            case .sequence(let nodes): for node in nodes { walk(node, key: key) }
            case .mapping(let mapping): for entry in mapping.entries { walk(entry.value, key: entry.key.text) }
            }
        }
        if let node = unit.node { walk(node, key: nil) }
        guard let body = unit.body, unit.source.bytes[body].contains(UInt8(ascii: "{")) else { return }
        for block in unit.prose ?? [] { tell(block.text, at: block.offset) }
    }

    /// One place of an item for each fact: the first.
    private mutating func add(
        _ name: String, _ unit: ContentUnit, _ offset: Int, _ text: String?, _ told: inout Set<String>
    ) {
        guard told.insert(name).inserted else { return }
        counts[name, default: 0] += 1
        guard found[name, default: []].count < FactReach.most else { return }
        func filled(_ value: KeyPath<(before: String?, after: String?), String?>) -> String? {
            text.map { FactReach.filled($0) { other in values[other].flatMap { $0[keyPath: value] } } }
        }
        found[name, default: []].append(
            .init(
                kind: unit.kind, id: unit.id, title: unit.title, path: unit.path, line: unit.line(of: offset),
                before: values[name]?.before == nil ? nil : filled(\.before), after: filled(\.after)))
    }

    private static func filled(_ text: String, _ value: (String) -> String?) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var start = 0
        for placeholder in FactPlaceholder.all(in: bytes) {
            guard let value = value(placeholder.name) else { continue }
            result += bytes[start..<placeholder.range.lowerBound] + Array(value.utf8)
            start = placeholder.range.upperBound
        }
        return String(decoding: result + bytes[start...], as: UTF8.self)
    }

    /// `4`, `6 (location is main, from 2027-01-01)`.
    private static func texts(_ unit: ContentUnit) -> [String] {
        (unit.node?["values"]?.sequence ?? []).prefix(20).map { value in
            let limits = [
                value["applies"].map { unit.values.condition($0) }, value["from"]?.text.map { "from \($0)" },
                value["until"]?.text.map { "until \($0)" },
            ].compactMap(\.self)
            let text = value["value"].map { unit.values.text($0) } ?? ""
            return limits.isEmpty ? text : "\(text) (\(limits.joined(separator: ", ")))"
        }
    }
}
