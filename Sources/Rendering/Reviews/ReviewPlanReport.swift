import Content
package import Governance
package import Presentation
package import Time

/// The formats of `kb review plan`; the raw value is the name on the command line.
package enum ReviewPlanFormat: String, CaseIterable, Sendable {
    case text, json, jsonl, markdown

    package func render(
        _ report: ReviewPlanReport, width: Int = TextRenderer.standardWidth, palette: Palette = .plain,
        to output: inout some TextOutputStream
    ) {
        switch self {
        case .text: ReviewPlanTextRenderer(width: width, palette: palette).render(report, to: &output)
        case .markdown: ReviewPlanMarkdownRenderer().render(report, to: &output)
        case .json:
            let answer: JSONValue = [
                "version": .integer(ReviewPlanReport.version), "at": .string(report.zone.offsetText(report.now)),
                "items": .array(report.plan.reviews.map(ReviewPlanReport.json)),
            ]
            JSONWriter.write(answer, to: &output)
            output.write("\n")
        case .jsonl:
            for review in report.plan.reviews {
                JSONWriter.write(ReviewPlanReport.json(review), to: &output)
                output.write("\n")
            }
        }
    }
}

/// A plan of reviews, owner by owner: the form of `schemas/output/review-plan.schema.json`, version 1.
package struct ReviewPlanReport: Sendable {
    static let version = 1
    package let plan: ReviewPlan
    package let today: CivilDate
    package let now: Instant
    package let zone: TimeZoneRules

    package init(_ plan: ReviewPlan, today: CivilDate, now: Instant, zone: TimeZoneRules) {
        self.plan = plan
        self.today = today
        self.now = now
        self.zone = zone
    }

    struct Owner {
        let name: String
        let weeks: [(monday: CivilDate, reviews: [ReviewPlan.Review])]

        var count: Int { weeks.reduce(0) { $0 + $1.reviews.count } }
        var most: Int { weeks.map(\.reviews.count).max() ?? 0 }
        var heading: String { "\(CountText.of(count, "review")), at most \(most) a week" }
    }

    var owners: [Owner] {
        var owners: [Owner] = []
        var rest = plan.reviews[...]
        while let first = rest.first {
            let own = rest.prefix { $0.entry.owner == first.entry.owner }
            rest = rest.dropFirst(own.count)
            let weeks = Dictionary(grouping: own, by: \.week).sorted { $0.key < $1.key }
            owners.append(
                Owner(name: first.entry.owner ?? "nobody", weeks: weeks.map { (monday: $0.key, reviews: $0.value) }))
        }
        return owners
    }

    static func json(_ review: ReviewPlan.Review) -> JSONValue {
        let entry = review.entry
        return [
            "id": .string(entry.id), "kind": .string(entry.kind), "title": .string(entry.title),
            "path": .string(entry.path), "line": .integer(entry.line), "owner": entry.owner.map(JSONValue.string),
            "risk": .string(entry.risk), "language": entry.language.map(JSONValue.string),
            "week": .string("\(review.week)"), "due": review.due.map { .string("\($0)") },
            "state": .string(review.due == nil ? "owed" : "due"),
        ]
    }
}

/// For a terminal: under each owner a line for each week.
struct ReviewPlanTextRenderer {
    let width: Int
    let palette: Palette

    func render(_ report: ReviewPlanReport, to output: inout some TextOutputStream) {
        for (number, owner) in report.owners.enumerated() {
            let heading = "\(VisibleText.of(owner.name)): \(owner.heading)"
            output.write(
                (number == 0 ? "" : "\n") + palette.paint(TextWidth.truncated(heading, to: width), .bold) + "\n")
            let digits = "\(owner.most)".utf8.count
            for (monday, reviews) in owner.weeks {
                let count = "\(reviews.count)"
                let start = "  \(monday)  " + String(repeating: " ", count: digits - count.utf8.count) + count + "  "
                let names = reviews.map { $0.entry.id + ($0.due == nil ? "*" : "") }.joined(separator: ", ")
                output.write(
                    start + TextWidth.truncated(VisibleText.of(names), to: max(0, width - start.utf8.count)) + "\n")
            }
        }
        if report.plan.reviews.contains(where: { $0.due == nil }) { output.write("\n* owed already\n") }
    }
}

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
