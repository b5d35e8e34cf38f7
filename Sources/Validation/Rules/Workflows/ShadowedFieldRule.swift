import Content
import Decisions
import Diagnostics
import YAML

/// KB507
struct ShadowedFieldRule: FileRule {
    static let id = RuleID("KB507", "shadowed-field")
    static let severity = Severity.error
    static let summary = "A workflow's own field has another name than every field of kb.yaml."
    static let why = """
        What is known of a caller is known by the name of the field. One name for two fields lets the answer to one stand for the \
        other, here and in every workflow that calls this one.
        """
    static let examples = RuleExamples(
        valid: [RuleExample("workflows/visit.yaml", text("is_new"))],
        invalid: [RuleExample("workflows/visit.yaml", text("↓age"))])

    private static func text(_ field: String) -> String {
        let name = field.split(separator: "↓").joined()
        return WorkflowExample.text(
            next: "{routine: book, urgent: second}",
            more:
                "  second: {ask: And so?, field: \(name), next: {\(name == "age" ? "\"< 18\": call, \">= 18\": book" : "true: call, false: book")}}\n"
        ).split(separator: "start:").joined(
            separator: "fields: {\(field): {type: \(name == "age" ? "integer, min: 0, max: 120" : "boolean")}}\nstart:")
    }

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        guard let item = file.item, case .workflow = item.details else { return }
        let common = Set(context.configuration.context.map(\.name))
        for entry in file.content.root?["fields"]?.mapping?.entries ?? [] where common.contains(entry.key.text) {
            report.add(.shadowed(entry.key.text), in: item, at: entry.keyRange)
        }
    }
}

extension Message {
    fileprivate static func shadowed(_ name: String) -> Message {
        Message(
            "kb.yaml declares a field '\(name)' too",
            help: "remove this declaration where both mean the same, or give it another name")
    }
}
