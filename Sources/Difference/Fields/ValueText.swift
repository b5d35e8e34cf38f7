import Content
import Decisions
package import YAML

/// Values of YAML as people read them: on one line, conditions in words.
struct ValueText {
    private let reader: ConditionReader
    private let conditions: ConditionText
    private static let longest = 20_000

    /// - Parameter fields: Of callers.
    init(_ fields: [ContextField]) {
        reader = ConditionReader(fields)
        conditions = ConditionText(fields)
    }

    /// A condition in words; as it is written where it cannot be read.
    func condition(_ node: Node) -> String {
        do throws(ConditionReader.Problem) {
            return conditions.text(try reader.condition(node))
        } catch {
            return text(node)
        }
    }

    func text(_ node: Node, under key: String? = nil) -> String {
        if let key, ValueText.isCondition(key) { return condition(node) }
        var text = ""
        write(node, to: &text)
        return text
    }

    static func isCondition(_ key: String) -> Bool { key == "applies" || key == "if" }

    private func write(_ node: Node, to text: inout String, isInner: Bool = false) {
        guard text.utf8.count < ValueText.longest else { return }
        switch node.content {
        case .scalar(let scalar): text += scalar.text
        case .sequence(let nodes):
            if isInner { text += "[" }
            for (index, node) in nodes.enumerated() {
                if index > 0 { text += ", " }
                write(node, to: &text, isInner: true)
            }
            if isInner { text += "]" }
        case .mapping(let mapping):
            if isInner { text += "{" }
            for (index, entry) in mapping.entries.enumerated() {
                if index > 0 { text += ", " }
                text += entry.key.text + ": "
                if ValueText.isCondition(entry.key.text) {
                    text += condition(entry.value)
                } else {
                    write(entry.value, to: &text, isInner: true)
                }
            }
            if isInner { text += "}" }
        }
    }
}

extension Node {
    /// Whether two values say the same, however they are written.
    package func says(_ other: Node) -> Bool {
        switch (content, other.content) {
        case (.scalar(let left), .scalar(let right)): return left.text == right.text
        case (.sequence(let left), .sequence(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { $0.says($1) }
        case (.mapping(let left), .mapping(let right)):
            guard left.entries.count == right.entries.count else { return false }
            if zip(left.entries, right.entries).allSatisfy({ $0.key.text == $1.key.text && $0.value.says($1.value) }) {
                return true
            }
            let values = Dictionary(right.entries.map { ($0.key.text, $0.value) }) { first, _ in first }
            return left.entries.allSatisfy { entry in values[entry.key.text].map { entry.value.says($0) } ?? false }
        default: return false
        }
    }

    /// Equal for values that say the same with the keys of mappings in the same order.
    package var saying: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch content {
        case .scalar(let scalar): text += "s\(scalar.text.utf8.count):\(scalar.text)"
        case .sequence(let nodes):
            text += "l\(nodes.count)"
            for node in nodes { node.write(to: &text) }
        case .mapping(let mapping):
            text += "m\(mapping.entries.count)"
            for entry in mapping.entries.sorted(by: { $0.key.text < $1.key.text }) {
                text += "k\(entry.key.text.utf8.count):\(entry.key.text)"
                entry.value.write(to: &text)
            }
        }
    }
}
