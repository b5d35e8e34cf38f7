package import Presentation
import Time

/// The formats of `kb next`; the raw value is the name on the command line.
package enum ComingFormat: String, CaseIterable, Sendable {
    case text, json, jsonl

    package func render(
        _ report: ComingReport, width: Int = TextRenderer.standardWidth, palette: Palette = .plain,
        to output: inout some TextOutputStream
    ) {
        switch self {
        case .text: ComingTextRenderer(width: width, palette: palette).render(report, to: &output)
        case .json:
            let answer: JSONValue = [
                "version": .integer(ComingRecord.version), "at": .string(report.zone.offsetText(report.now)),
                "until": .string(report.zone.offsetText(report.until)),
                "changes": .array(report.changes.map { ComingRecord($0, report.zone).json }),
            ]
            JSONWriter.write(answer, to: &output)
            output.write("\n")
        case .jsonl:
            for change in report.changes {
                JSONWriter.write(ComingRecord(change, report.zone).json, to: &output)
                output.write("\n")
            }
        }
    }
}
