import ArgumentParser
import CommandLine
import Diagnostics
import Validation

enum RulesFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, jsonl, markdown
}

struct RulesCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "List the rules that content is held to.",
        discussion: """
            Examples:
              kb rules
              kb rules --format json
            """)

    @Option(help: ArgumentHelp("text, json, jsonl or markdown.", valueName: "format")) var format = RulesFormat.text
    @OptionGroup var color: ColorOptions

    func action(_ console: Console) -> any Action {
        RulesAction(format: format, palette: console.palette(color.color))
    }
}

struct ExplainCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain a rule, with examples.",
        discussion: """
            Examples:
              kb explain KB201
              kb explain unknown-reference
            """)

    @Argument(
        help: ArgumentHelp("A rule's code or name.", valueName: "code"),
        completion: .list(RuleRegistry.all.map { $0.id.code }))
    var code: String
    @OptionGroup var color: ColorOptions

    func action(_ console: Console) -> any Action {
        ExplainAction(code: code, palette: console.palette(color.color))
    }
}
