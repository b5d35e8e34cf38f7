/// The formats of pictures; the raw value is the name on the command line.
package enum PictureFormat: String, CaseIterable, Sendable {
    case dot, mermaid, svg

    /// A drawing with more turning points than can be laid out.
    package struct TooLarge: Error {
        package let steps: Int
    }

    package func text(of drawing: Drawing) throws(TooLarge) -> String {
        switch self {
        case .dot: DOTWriter.text(of: drawing)
        case .mermaid: MermaidWriter.text(of: drawing)
        case .svg: try SVGWriter.text(of: drawing)
        }
    }
}
