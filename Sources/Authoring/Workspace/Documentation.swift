import CommandLine
import Diagnostics
import Rendering
import Validation

/// Where people read about the program and its rules.
enum Documentation {
    static let home = "https://kb.example"

    static func url(of rule: RuleID) -> String { "\(home)/rules#\(rule.code.lowercased())" }

    /// What reports say of the program that made them.
    static var tool: ToolDescription {
        ToolDescription(
            name: "kb", version: Version.current, url: home,
            rules: RuleRegistry.all.map { rule in
                RuleDescription(
                    id: rule.id, severity: rule.severity, summary: rule.summary, why: rule.why, url: url(of: rule.id))
            })
    }
}
