import Content
import Diagnostics
import YAML

/// KB115
struct TemplateSectionRule: FileRule {
    static let id = RuleID("KB115", "template-section")
    static let severity = Severity.error
    static let summary = "An article has the sections and fields that its type requires."
    static let why = """
        An agent who knows one procedure knows where to look in all of them. The template of a type says which headings of \
        level two and which fields its articles have.
        """
    static let examples = RuleExamples(
        valid: [.article("type: procedure", body: "## Steps\n\nTake the lift.")],
        invalid: [
            .article("type: ↓procedure", body: "## Ways\n\nTake the lift."),
            .article("type: ↓procedur", body: "## Steps\n\nTake the lift."),
        ])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        guard let item = file.item, let article = file.article, let type = article.type, !item.isRetired else { return }
        guard let template = context.templates[type.value] else {
            let suggestion = report.suggestion(for: type.value, among: context.templates.keys.sorted())
            report.add(.unknownType(type.value, suggestion: suggestion), in: item, at: type.range)
            return
        }
        // A translation has the same sections under other words.
        guard item.translation == nil else { return }
        let present = Set(article.headings.filter { $0.level == 2 }.map { $0.text.lowercased() })
        let optional = Set(template.optionalSections.map { $0.value.lowercased() })
        for section in template.sections {
            let name = section.lowercased()
            guard !present.contains(name), !optional.contains(name) else { continue }
            let near = Suggestion.closest(to: section, among: article.headings.map(\.text))
            report.add(.missingSection(section, type.value, near: near), in: item, at: type.range)
        }
        let findings = file.schemaFindings
        for field in template.fields where file.content.root?[field.value] == nil {
            // A misspelt field is one finding, of KB102.
            guard !findings.contains(where: { $0.misspells(field.value, in: []) }) else { continue }
            report.add(.missingField(field.value, type.value), in: item, at: type.range)
        }
    }
}

extension Message {
    fileprivate static func unknownType(_ type: String, suggestion: String?) -> Message {
        Message("there is no template for the type '\(type)'", help: suggestion ?? "add templates/\(type).md")
    }

    fileprivate static func missingSection(_ section: String, _ type: String, near: String?) -> Message {
        Message(
            "the section '\(section)' is missing, which every \(type) has",
            help: near.map { "did you mean '## \(section)' where it says '\($0)'?" }
                ?? "add the heading '## \(section)'")
    }

    fileprivate static func missingField(_ field: String, _ type: String) -> Message {
        Message("the field '\(field)' is missing, which every \(type) has", help: "add it to the front matter")
    }
}
