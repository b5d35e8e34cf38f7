import Governance
import Presentation
import Time

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
