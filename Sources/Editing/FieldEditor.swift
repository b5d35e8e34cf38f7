import Content
import Diagnostics
import YAML

/// Makes edits to the fields of one mapping that leave its comments, quotes and layout alone.
struct FieldEditor {
    private let source: SourceFile
    private let node: Node

    /// - Parameter node: The mapping; its first entry gives the layout.
    init(_ source: SourceFile, _ node: Node) {
        self.source = source
        self.node = node
    }

    /// A new field after another one, in the same layout.
    ///
    /// - Parameter value: As YAML, on one line.
    func adding(_ name: String, _ value: String, after neighbour: String) -> TextEdit? {
        guard let entry = node.mapping?.entry(neighbour) else { return nil }
        let end = entry.value.range.upperBound
        if isFlow { return edit(end..<end, ", \(name): \(value)") }
        let place = lineEnd(from: end)
        return edit(place..<place, newline + indentation(of: entry.keyRange.lowerBound) + "\(name): \(value)")
    }

    /// Sets a field: replaces its value, or adds it.
    func setting(_ name: String, _ value: String, after neighbour: String) -> TextEdit? {
        guard let entry = node.mapping?.entry(name) else { return adding(name, value, after: neighbour) }
        return edit(entry.value.range, value)
    }

    /// Sets fields of the mapping to plain values: replaces what they have, and adds the others behind the last.
    func setting(_ fields: [(name: String, value: String)]) -> [TextEdit] {
        let known = fields.compactMap { field in
            node.mapping?.entry(field.name).map { edit($0.value.range, field.value) }
        }
        let missing = fields.filter { node.mapping?.entry($0.name) == nil }.map { "\($0.name): \($0.value)" }
        guard !missing.isEmpty else { return known }
        guard let last = node.mapping?.entries.last else {
            return [edit(node.range, "{\(missing.joined(separator: ", "))}")]
        }
        let end = last.value.range.upperBound
        if isFlow { return known + [edit(end..<end, missing.map { ", " + $0 }.joined())] }
        let start = newline + indentation(of: last.keyRange.lowerBound)
        let place = lineEnd(from: end)
        return known + [edit(place..<place, missing.map { start + $0 }.joined())]
    }

    /// The mapping under a field.
    func mapping(_ name: String) -> FieldEditor? {
        guard let value = node[name], value.mapping != nil else { return nil }
        return FieldEditor(source, value)
    }

    /// One more member of a list field, which is made where it is missing.
    func appending(_ value: String, to name: String, after neighbour: String) -> TextEdit? {
        guard let list = node[name] else { return adding(name, "[\(value)]", after: neighbour) }
        guard let members = list.sequence else { return edit(list.range, "[\(source.text(list.range)), \(value)]") }
        guard let last = members.last else { return edit(list.range, "[\(value)]") }
        if source.bytes[list.range.lowerBound] == UInt8(ascii: "[") {
            return edit(last.range.upperBound..<last.range.upperBound, ", \(value)")
        }
        let place = lineEnd(from: last.range.upperBound)
        return edit(place..<place, newline + indentation(of: list.range.lowerBound) + "- \(value)")
    }

    private var isFlow: Bool {
        node.range.lowerBound < source.bytes.count && source.bytes[node.range.lowerBound] == UInt8(ascii: "{")
    }

    private var newline: String {
        let first = source.bytes.firstIndex(of: UInt8(ascii: "\n"))
        return first.map { $0 > 0 && source.bytes[$0 - 1] == UInt8(ascii: "\r") } == true ? "\r\n" : "\n"
    }

    /// Spaces in the amount of the column at which something begins; the mapping may begin within a list's dash.
    private func indentation(of offset: Int) -> String {
        let start = source.bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return String(repeating: " ", count: offset - start)
    }

    /// The end of a line's text, after any comment.
    private func lineEnd(from offset: Int) -> Int {
        source.bytes[offset...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? source.bytes.count
    }

    private func edit(_ range: Range<Int>, _ text: String) -> TextEdit {
        TextEdit(Location(path: source.path, range: range), replacement: text)
    }
}
