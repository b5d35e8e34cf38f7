package import Presentation

/// The formats in which proofs are reported; the raw value is the name on the command line.
package enum ProofFormat: String, CaseIterable, Sendable {
    case text, json, jsonl

    /// - Parameters:
    ///   - width: Columns of a line of text.
    ///   - palette: Colours of text.
    package func render(
        _ report: ProofReport, width: Int = TextRenderer.standardWidth, palette: Palette = .plain,
        to output: inout some TextOutputStream
    ) {
        switch self {
        case .text: ProofTextRenderer(width: width, palette: palette).render(report, to: &output)
        case .json:
            let answer: JSONValue = [
                "version": .integer(ProofRecord.version), "revision": report.revision.map(JSONValue.string),
                "workflows": .array(report.workflows.map { ProofRecord($0, in: report).json }),
            ]
            JSONWriter.write(answer, to: &output)
            output.write("\n")
        case .jsonl:
            for workflow in report.workflows {
                JSONWriter.write(ProofRecord(workflow, in: report).json, to: &output)
                output.write("\n")
            }
        }
    }
}
