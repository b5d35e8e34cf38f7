import Content
package import Presentation
import Time

/// The formats of `kb test --future`.
package enum FutureFormat: String, CaseIterable, Sendable {
    case text, json, jsonl

    package static let version = 1

    package func render(
        _ report: FutureReport, width: Int = TextRenderer.standardWidth, palette: Palette = .plain,
        to output: inout some TextOutputStream
    ) {
        switch self {
        case .text: FutureTextRenderer(width: width, palette: palette).render(report, to: &output)
        case .json:
            let answer: JSONValue = [
                "version": .integer(FutureFormat.version), "at": .string(report.zone.offsetText(report.now)),
                "until": .string(report.zone.offsetText(report.until)), "moments": .integer(report.moments),
                "moments_left_out": .integer(report.momentsLeftOut), "count": .integer(report.count),
                "fixed_count": .integer(report.fixedCount),
                "cases": .array(report.breaks.map { json($0, report) }),
            ]
            JSONWriter.write(answer, to: &output)
            output.write("\n")
        case .jsonl:
            for found in report.breaks {
                JSONWriter.write(json(found, report), to: &output)
                output.write("\n")
            }
        }
    }

    private func json(_ found: FutureBreak, _ report: FutureReport) -> JSONValue {
        [
            "id": .string(found.id), "kind": .string(found.kind.rawValue), "title": .string(found.title),
            "path": .string(found.path), "line": .integer(found.line),
            "at": found.at.map { .string(report.zone.offsetText($0)) },
            "messages": .array(found.messages.map(JSONValue.string)),
            "because": .list(found.because.map { ComingRecord($0, report.zone).json }),
        ]
    }
}
