package import GoldenQuestions

/// Tests for a comment on a pull request: a table of what failed or changed, with details to unfold.
package struct GoldenMarkdownRenderer: GoldenRenderer {
    /// A comment on GitHub holds 65,536 characters: so many bytes are for rows of tables, and so many for details.
    private static let mostRowBytes = 30_000
    private static let mostDetailBytes = 30_000

    package init() {}

    package func render(_ report: GoldenReport, to output: inout some TextOutputStream) {
        let title = report.scenarios.isEmpty ? "Golden questions" : "Golden questions and workflow scenarios"
        output.write("### \(title)\n\n\(MarkdownEscape.text(report.summary.capitalised)).\n")
        if let base = report.base { output.write("Compared with \(MarkdownEscape.code(base)).\n") }
        var rowBytes = GoldenMarkdownRenderer.mostRowBytes
        var detailBytes = GoldenMarkdownRenderer.mostDetailBytes
        var leftOut = 0
        for group in groups(report) where !group.tests.isEmpty {
            let rows = fitting(group.tests.lazy.map { $0.row(report.isComparison) }, &rowBytes)
            let details = fitting(group.tests.lazy.prefix(rows.count).map(\.details), &detailBytes)
            leftOut += group.tests.count - rows.count
            guard !rows.isEmpty else { continue }
            output.write("\n#### \(group.heading.capitalised)\n\n\(group.table)")
            output.write((rows + details).joined())
        }
        if leftOut > 0 { output.write("\n\(leftOut) more are left out, because a comment has a largest length.\n") }
        if let coverage = report.coverage { write(coverage, report, to: &output) }
    }

    private func write(
        _ coverage: [WorkflowCoverage], _ report: GoldenReport, to output: inout some TextOutputStream
    ) {
        guard !coverage.isEmpty else { return }
        output.write("\n#### Parts of workflows with a scenario\n\n| workflow | edition | parts |\n|---|---|---|\n")
        for workflow in coverage {
            let edition = MarkdownEscape.text(workflow.editionText(in: report.zone))
            output.write("| \(MarkdownEscape.code(workflow.id)) | \(edition) | \(CoverageText.count(workflow)) |\n")
        }
    }

    /// The first texts that fit, as many as there is room for.
    private func fitting(_ texts: some Sequence<String>, _ room: inout Int) -> [String] {
        var fitting: [String] = []
        for text in texts {
            // What comes after one that did not fit is less important.
            guard text.utf8.count <= room else {
                room = 0
                break
            }
            room -= text.utf8.count
            fitting.append(text)
        }
        return fitting
    }

    private struct Group {
        let heading: String
        let table: String
        let tests: [any TestMarkdown]
    }

    /// Questions and scenarios apart, because their tables have other columns.
    private func groups(_ report: GoldenReport) -> [Group] {
        guard report.isComparison else { return groups("failing", report.tests.filter { !$0.isPassed }, report) }
        return TestChange.allCases.flatMap { groups($0.label, report.changed($0), report) }
    }

    private func groups(_ heading: String, _ tests: [any PlayedTest], _ report: GoldenReport) -> [Group] {
        let texts = tests.map { report.text(of: $0) }
        return [
            Group(
                heading: heading, table: QuestionMarkdown.table(report.isComparison),
                tests: texts.compactMap { ($0 as? QuestionText).map { QuestionMarkdown(text: $0) } }),
            Group(
                heading: heading + ": workflow scenarios", table: ScenarioMarkdown.table(report.isComparison),
                tests: texts.compactMap { ($0 as? ScenarioText).map { ScenarioMarkdown(text: $0) } }),
        ]
    }
}

/// A test in a Markdown table, and what unfolds below it.
protocol TestMarkdown {
    /// The head of a table.
    static func table(_ isComparison: Bool) -> String
    func row(_ isComparison: Bool) -> String
    var details: String { get }
}

extension String {
    /// With a capital at its beginning.
    package var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
