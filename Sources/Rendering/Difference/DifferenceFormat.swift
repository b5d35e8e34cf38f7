package import Presentation

/// The formats of `kb diff`; the raw value is the name on the command line.
package enum DifferenceFormat: String, CaseIterable, Sendable {
    case text, markdown, html, json, jsonl

    package func renderer(
        width: Int = TextRenderer.standardWidth, palette: Palette = .plain
    ) -> any DifferenceRenderer {
        switch self {
        case .text: DifferenceTextRenderer(width: width, palette: palette)
        case .markdown: DifferenceMarkdownRenderer()
        case .html: DifferenceHTMLRenderer()
        case .json: DifferenceJSONRenderer()
        case .jsonl: DifferenceJSONRenderer(isLines: true)
        }
    }
}

/// Writes a difference in one format.
package protocol DifferenceRenderer: Sendable {
    func render(_ report: DifferenceReport, to output: inout some TextOutputStream)
}
