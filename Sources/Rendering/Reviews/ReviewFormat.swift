package import Presentation
import Time

/// The formats of `kb review`; the raw value is the name on the command line.
package enum ReviewFormat: String, CaseIterable, Sendable {
    case text, json, jsonl, markdown, ics

    package func render(
        _ report: ReviewReport, width: Int = TextRenderer.standardWidth, palette: Palette = .plain,
        to output: inout some TextOutputStream
    ) {
        switch self {
        case .text: ReviewTextRenderer(width: width, palette: palette).render(report, to: &output)
        case .markdown: ReviewMarkdownRenderer().render(report, to: &output)
        case .ics: ReviewCalendarRenderer().render(report, to: &output)
        case .json:
            let answer: JSONValue = [
                "version": .integer(ReviewRecord.version), "at": .string(report.zone.offsetText(report.now)),
                "total": .integer(report.total),
                "items": .array(report.entries.map { ReviewRecord($0, report.today).json }),
            ]
            JSONWriter.write(answer, to: &output)
            output.write("\n")
        case .jsonl:
            for entry in report.entries {
                JSONWriter.write(ReviewRecord(entry, report.today).json, to: &output)
                output.write("\n")
            }
        }
    }
}
