import Diagnostics
import Presentation

/// SARIF 2.1.0 with one run. Paths are relative to `%SRCROOT%`, the top of the repository.
package struct SARIFRenderer: FindingRenderer {
    private static let schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

    private let tool: ToolDescription

    package init(tool: ToolDescription) {
        self.tool = tool
    }

    package func render(_ set: FindingSet, to output: inout some TextOutputStream) {
        let rules = descriptions(for: set)
        let indices = Dictionary(uniqueKeysWithValues: zip(rules.map(\.id), rules.indices))
        let log: JSONValue = [
            "$schema": .string(SARIFRenderer.schema),
            "version": "2.1.0",
            "runs": [
                [
                    "tool": [
                        "driver": [
                            "name": .string(tool.name), "version": .string(tool.version),
                            "informationUri": .string(tool.url), "rules": .array(rules.map { json(of: $0) }),
                        ]
                    ],
                    "columnKind": "unicodeCodePoints",
                    "results": .array(
                        set.findings.map { finding in
                            SARIFResult(finding, ruleIndex: indices[finding.diagnostic.rule]!, set: set).json
                        }),
                ]
            ],
        ]
        JSONWriter.write(log, to: &output)
        output.write("\n")
    }

    /// The tool's rules, then those that findings name beside them; each once.
    private func descriptions(for set: FindingSet) -> [RuleDescription] {
        var known: Set<RuleID> = []
        let used = set.findings.map { finding in
            let rule = finding.diagnostic.rule
            return RuleDescription(
                id: rule, severity: finding.diagnostic.severity, summary: rule.name, url: set.url(of: rule))
        }
        return (tool.rules + used).filter { known.insert($0.id).inserted }
    }

    private func json(of rule: RuleDescription) -> JSONValue {
        let explanation: JSONValue = ["text": .string(rule.why ?? rule.summary)]
        return [
            "id": .string(rule.id.code),
            "name": .string(rule.id.name),
            "shortDescription": ["text": .string(rule.summary)],
            "fullDescription": explanation,
            "help": explanation,
            "helpUri": rule.url.map(JSONValue.string),
            "defaultConfiguration": ["level": .string(rule.severity.rawValue)],
        ]
    }
}
