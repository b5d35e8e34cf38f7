import Decisions
import Time
import YAML

/// What reading a file gathers beside its model.
final class Findings {
    /// Problems of one file of which each names what was probably meant.
    static let mostSuggestions = 100

    var problems: [ContentProblem] = []
    var references: [Reference] = []

    func report(_ reason: ContentProblem.Reason, _ range: Range<Int>) {
        problems.append(ContentProblem(reason, range))
    }

    func refer(_ target: Reference.Target, _ role: String, _ range: Range<Int>) {
        references.append(Reference(target, role: role, range: range))
    }
}

/// Reads the fields of one mapping. What has the wrong form reads as absent: the schema says so already.
struct FieldReader {
    let node: Node
    let findings: Findings

    init?(_ node: Node?, _ findings: Findings) {
        guard let node, node.mapping != nil else { return nil }
        self.node = node
        self.findings = findings
    }

    var entries: [Mapping.Entry] { node.mapping?.entries ?? [] }

    func child(_ name: String) -> FieldReader? { FieldReader(node[name], findings) }

    func children(_ name: String) -> [FieldReader] {
        (node[name]?.sequence ?? []).compactMap { FieldReader($0, findings) }
    }

    func text(_ name: String) -> Located<String>? { FieldReader.text(node[name]) }

    /// A list of texts; a single text reads as a list of one.
    func texts(_ name: String) -> [Located<String>] { FieldReader.texts(node[name]) }

    func integer(_ name: String) -> Int? { node[name]?.scalar?.integer }

    func boolean(_ name: String) -> Bool? { node[name]?.scalar?.boolean }

    func date(_ name: String) -> Located<CivilDate>? {
        parsed(name, help: "write a day of the calendar as YYYY-MM-DD") { CivilDate($0) }
    }

    func moment(_ name: String) -> Located<Moment>? {
        parsed(name, help: "write YYYY-MM-DD, YYYY-MM-DDTHH:MM, or a time with its offset such as +02:00") {
            Moment($0)
        }
    }

    func period(_ name: String) -> Located<Period>? {
        parsed(name, help: "write a number and h, d or w, such as 90d") { Period($0) }
    }

    private func parsed<Value>(_ name: String, help: String, _ parse: (String) -> Value?) -> Located<Value>? {
        guard let text = text(name) else { return nil }
        guard let value = parse(text.value) else {
            findings.report(.time("'\(text.value)' in '\(name)' does not exist", help: help), text.range)
            return nil
        }
        return Located(value, range: text.range)
    }

    static func text(_ node: Node?) -> Located<String>? {
        guard let node, let text = node.text else { return nil }
        return Located(text, range: node.range)
    }

    static func texts(_ node: Node?) -> [Located<String>] {
        guard let node else { return [] }
        return (node.sequence ?? [node]).compactMap { text($0) }
    }
}
