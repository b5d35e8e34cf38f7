import Governance
package import Presentation
import Time

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
