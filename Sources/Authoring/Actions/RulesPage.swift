import Diagnostics
import Validation

/// The documentation of all rules, `docs/rules.md`.
package enum RulesPage {
    package static var text: String {
        var page = """
            # Rules

            Made by `kb rules --format markdown`; `make docs` writes it again. Each example is also a test: `↓` stands \
            where the rule reports. Examples are laid over a small knowledge base that has no findings.

            | code | name | severity | what it asks for |
            |---|---|---|---|

            """
        for rule in RuleRegistry.all {
            page +=
                "| [\(rule.id.code)](#\(rule.id.code.lowercased())) | \(rule.id.name) | \(rule.severity.rawValue) | \(rule.summary) |\n"
        }
        for rule in RuleRegistry.all { page += "\n" + section(rule) }
        return page
    }

    private static func section(_ rule: any Rule.Type) -> String {
        var text = "## \(rule.id.code)\n**\(rule.id.name)** · \(rule.severity.rawValue)"
        if rule.isSafety { text += " · safety: cannot be suppressed" }
        if rule.isFixable { text += " · `kb validate --fix` can resolve it" }
        text += "\n\n\(rule.summary)\n\n\(rule.why)\n"
        text += examples("Fine", rule.examples.valid) + examples("Not fine", rule.examples.invalid)
        return text
    }

    private static func examples(_ title: String, _ examples: [RuleExample]) -> String {
        examples.map { example in
            "\n\(title):\n"
                + example.files.sorted { $0.key < $1.key }.map { path, text in
                    "\n`\(ExampleText.visible(path))`\n````\(path.hasSuffix(".md") ? "markdown" : "yaml")\n\(ExampleText.visible(text))````\n"
                }.joined()
        }.joined()
    }
}
