package import GoldenQuestions
package import Presentation

/// The formats in which golden questions are reported; the raw value is the name on the command line.
package enum GoldenFormat: String, CaseIterable, Sendable {
    case text, json, jsonl, junit, markdown, github

    /// - Parameters:
    ///   - width: Columns of a line of text.
    ///   - palette: Colours of text.
    package func renderer(width: Int = TextRenderer.standardWidth, palette: Palette = .plain) -> any GoldenRenderer {
        switch self {
        case .text: GoldenTextRenderer(width: width, palette: palette)
        case .json: GoldenJSONRenderer()
        case .jsonl: GoldenJSONLinesRenderer()
        case .junit: GoldenJUnitRenderer()
        case .markdown: GoldenMarkdownRenderer()
        case .github: GoldenGitHubRenderer()
        }
    }
}

/// Writes a run of the golden questions in one format.
package protocol GoldenRenderer: Sendable {
    func render(_ report: GoldenReport, to output: inout some TextOutputStream)
}
