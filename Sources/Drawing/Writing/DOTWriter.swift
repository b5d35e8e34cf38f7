import Presentation

/// A drawing in the language of Graphviz.
enum DOTWriter {
    static func text(of drawing: Drawing) -> String {
        var text = """
            digraph {
              label=\(quoted(([drawing.title] + [drawing.subtitle].compactMap(\.self)).joined(separator: "\n")))
              labelloc=t
              fontname="Helvetica"
              node [fontname="Helvetica", fontsize=11, style=filled]
              edge [fontname="Helvetica", fontsize=10]

            """
        let sections = Sections(drawing).members
        for (number, nodes) in sections.enumerated() {
            let isCluster = sections.count > 1
            let indent = isCluster ? "    " : "  "
            if isCluster {
                text += "  subgraph cluster_\(number) {\n"
                text += "    label=\(quoted("\(number + 1). \(drawing.nodes[nodes[0]].name)"))\n"
            }
            for node in nodes { text += "\(indent)n\(node) [\(attributes(drawing.nodes[node]))]\n" }
            if isCluster { text += "  }\n" }
        }
        if let start = drawing.start { text += "  start [shape=point, width=0.12]\n  start -> n\(start)\n" }
        for edge in drawing.edges { text += "  n\(edge.from) -> n\(edge.to) [\(attributes(edge))]\n" }
        return text + "}\n"
    }

    private static func attributes(_ node: Drawing.Node) -> String {
        let lines = TextMeasure.lines(node.text, width: 180, size: 12, most: 8) + node.details
        let (shape, fill): (String, String) =
            switch node.shape {
            case .question: ("box", "#eef4fb")
            case .branch: ("hexagon", "#fdf6e3")
            case .call: ("component", "#f3eefb")
            case .outcome: ("oval", "#eaf6ec")
            case .missing, .reference: ("note", "#ffffff")
            }
        let colors: (fill: String, line: String, width: Int) =
            switch node.mark?.tone ?? .plain {
            case .plain: (fill, "#5a6672", 1)
            case .good: ("#d5efd9", "#2e7d43", 1)
            case .weak: ("#fdeccb", "#b97a00", 1)
            case .bad: ("#fbdedb", "#c0392b", 3)
            }
        return [
            "label=\(quoted(([node.name] + lines).joined(separator: "\n")))", "shape=\(shape)",
            "fillcolor=\"\(colors.fill)\"", "color=\"\(colors.line)\"", "penwidth=\(colors.width)",
            "tooltip=\(quoted(([node.name] + (node.mark?.notes ?? [])).joined(separator: "\n")))",
        ].joined(separator: ", ")
    }

    private static func attributes(_ edge: Drawing.Edge) -> String {
        let color =
            switch edge.mark?.tone ?? .plain {
            case .plain: "#5a6672"
            case .good: "#2e7d43"
            case .weak: "#b97a00"
            case .bad: "#c0392b"
            }
        let label = TextMeasure.lines(edge.labels.joined(separator: ", "), width: 150, size: 11, most: 6)
        var attributes = ["label=\(quoted(label.joined(separator: "\n")))", "color=\"\(color)\""]
        if let notes = edge.mark?.notes, !notes.isEmpty {
            attributes.append("edgetooltip=\(quoted(notes.joined(separator: "\n")))")
        }
        return attributes.joined(separator: ", ")
    }

    /// In quotes, a backslash begins an escape of Graphviz's own; line breaks are `\n`.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in VisibleText.of(text, keeping: .lineFeed).unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            // Graphviz reads character references in labels.
            case "&": quoted += "&amp;"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
