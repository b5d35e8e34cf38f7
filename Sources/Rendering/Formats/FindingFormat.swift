package import Presentation

/// The formats in which findings can be written; the raw value is the name on the command line.
package enum FindingFormat: String, CaseIterable, Sendable {
    case text, json, jsonl, sarif, github, gitlab, junit, rdjson

    /// - Parameters:
    ///   - tool: for the formats that name it.
    ///   - width: columns of a line of text.
    ///   - palette: colours of text.
    package func renderer(
        tool: ToolDescription, width: Int = TextRenderer.standardWidth, palette: Palette = .plain
    ) -> any FindingRenderer {
        switch self {
        case .text: TextRenderer(width: width, palette: palette)
        case .json: JSONRenderer()
        case .jsonl: JSONLinesRenderer()
        case .sarif: SARIFRenderer(tool: tool)
        case .github: GitHubRenderer()
        case .gitlab: GitLabRenderer()
        case .junit: JUnitRenderer(tool: tool)
        case .rdjson: ReviewdogRenderer(tool: tool)
        }
    }
}
