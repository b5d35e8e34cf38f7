package import Difference
package import Presentation
package import Time

/// What changed between two versions of a knowledge base.
package struct DifferenceReport: Sendable {
    package let workflows: [WorkflowChange]
    package let zone: TimeZoneRules
    /// The earlier version, as the command line names it.
    package let before: String
    /// The later one; nil: the working tree.
    package let after: String?

    package init(_ workflows: [WorkflowChange], zone: TimeZoneRules, before: String, after: String?) {
        self.workflows = workflows
        self.zone = zone
        self.before = before
        self.after = after
    }

    package var isEmpty: Bool { workflows.isEmpty }
}

/// The formats of `kb diff`; the raw value is the name on the command line.
package enum DifferenceFormat: String, CaseIterable, Sendable {
    case text, markdown, json

    package func renderer(
        width: Int = TextRenderer.standardWidth, palette: Palette = .plain
    ) -> any DifferenceRenderer {
        switch self {
        case .text: DifferenceTextRenderer(width: width, palette: palette)
        case .markdown: DifferenceMarkdownRenderer()
        case .json: DifferenceJSONRenderer()
        }
    }
}

/// Writes a difference in one format.
package protocol DifferenceRenderer: Sendable {
    func render(_ report: DifferenceReport, to output: inout some TextOutputStream)
}
