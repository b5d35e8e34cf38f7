import Governance
import Time

/// For a message or an issue.
struct ReviewPlanMarkdownRenderer {
    private static let mostBytes = 60_000

    func render(_ report: ReviewPlanReport, to output: inout some TextOutputStream) {
        output.write("# Reviews planned from \(report.today)\n")
        var bytes = ReviewPlanMarkdownRenderer.mostBytes
        var leftOut = 0
        for owner in report.owners {
            var rows = ""
            for (monday, reviews) in owner.weeks {
                let names = reviews.map { MarkdownEscape.code($0.entry.id) + ($0.due == nil ? " (owed)" : "") }
                let row = "| \(monday) | \(reviews.count) | \(names.joined(separator: ", ")) |\n"
                bytes -= row.utf8.count
                if bytes >= 0 { rows += row } else { leftOut += reviews.count }
            }
            guard !rows.isEmpty else { continue }
            output.write("\n## \(MarkdownEscape.text(owner.name))\n\n\(owner.heading.capitalised).\n\n")
            output.write("| week of | reviews | items |\n|---|--:|---|\n" + rows)
        }
        if leftOut > 0 {
            output.write(
                "\n\(CountText.of(leftOut, "review")) more are left out, because a comment has a largest length.\n")
        }
    }
}
