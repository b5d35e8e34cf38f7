import CommandLine
import Diagnostics
import Presentation
import Validation

/// Lists the rules.
struct RulesAction: Action {
    let format: RulesFormat
    let palette: Palette

    func run(_ console: Console) throws -> ExitStatus {
        switch format {
        case .text:
            var table = TextTable([.init("code"), .init("severity"), .init("name"), .init("what it asks for")])
            for rule in RuleRegistry.all {
                table.append([rule.id.code, rule.severity.rawValue, rule.id.name, rule.summary])
            }
            var text = ""
            let width = console.surroundings.outputIsTerminal ? console.surroundings.columns : .max
            table.write(width: width, palette: palette, to: &text)
            console.output.write(text)
        case .json: console.write(["version": 1, "rules": .array(RuleRegistry.all.map(json))])
        case .jsonl: for rule in RuleRegistry.all { console.output.write(json(rule).serialized + "\n") }
        case .markdown: console.output.write(RulesPage.text)
        }
        return .clean
    }

    private func json(_ rule: any Rule.Type) -> JSONValue {
        [
            "code": .string(rule.id.code), "name": .string(rule.id.name), "severity": .string(rule.severity.rawValue),
            "summary": .string(rule.summary), "why": .string(rule.why), "safety": .bool(rule.isSafety),
            "fixable": .bool(rule.isFixable),
            "examples": [
                "valid": .integer(rule.examples.valid.count), "invalid": .integer(rule.examples.invalid.count),
            ],
            "url": .string(Documentation.url(of: rule.id)),
        ]
    }
}
