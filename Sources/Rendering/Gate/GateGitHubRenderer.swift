import Approvals
import Presentation

/// Requirements as annotations of GitHub's: what is missing as errors, what is owed as warnings.
package struct GateGitHubRenderer {
    package init() {}

    package func render(_ report: GateReport, to output: inout some TextOutputStream) {
        var rest: [String] = []
        for (state, command) in [(Requirement.State.missing, "error"), (.owed, "warning")] {
            let entries = report.entries.filter { $0.requirement.state == state }
            for (index, entry) in entries.enumerated() {
                let words = RequirementText(entry, in: report)
                let path = entry.requirement.change.path
                let message = ([words.change, words.need] + words.rejections + [words.advice].compactMap(\.self))
                    .joined(separator: "\n")
                if index < GitHubText.shownOfAKind {
                    output.write(GitHubText.command(command, [("file", path), ("title", "Approval")], message))
                } else {
                    rest.append("\(path): \(words.need)")
                }
            }
        }
        if !rest.isEmpty { output.write(GitHubText.group("\(rest.count) more requirements", rest)) }
        GitHubRenderer().render(report.findings, to: &output)
    }
}
