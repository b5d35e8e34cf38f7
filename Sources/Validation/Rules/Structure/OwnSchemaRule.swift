import Content
import Diagnostics
import JSONSchema

/// KB107
struct OwnSchemaRule: FileRule {
    static let id = RuleID("KB107", "own-schema")
    static let severity = Severity.error
    static let isSafety = true
    static let summary = "The repository's own schemas can be used, and add to the built-in ones."
    static let why = """
        A file under schemas/ adds fields to a kind and demands more of it. One that cannot be compiled would check nothing, \
        and a check that silently does not happen is worse than none.
        """
    static let examples = RuleExamples(
        valid: [
            .article("cost-centre: 12").adding(
                "schemas/article.schema.json", #"{"properties": {"cost-centre": {"type": "string"}}}"#)
        ],
        invalid: [
            RuleExample("schemas/article.schema.json", #"{"properties": {"x": {"type": ↓"text"}}}"#),
            RuleExample("schemas/articles.schema.json", "↓{}"),
            RuleExample("schemas/article.schema.json", "{↓properties: {}}"),
        ])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        guard file.kind == .schema else { return }
        for defect in SchemaSet.defects(in: file.content.source) {
            report.add(.defect(defect.message), in: file, at: defect.range)
        }
    }
}

extension Message {
    fileprivate static func defect(_ message: String) -> Message {
        let text = message.hasSuffix(".") ? message.dropLast() : message[...]
        return Message(
            "this schema cannot be used: \(text.prefix(1).lowercased() + text.dropFirst())",
            help: "write a JSON Schema (2020-12) named KIND.schema.json that refers to nothing outside itself")
    }
}
