import Presentation

/// A drawing in the language of Mermaid, which forges show in Markdown.
enum MermaidWriter {
    static func text(of drawing: Drawing) -> String {
        var text = "---\ntitle: \(title(drawing.title))\n---\nflowchart TD\n"
        if let subtitle = drawing.subtitle { text += "  %% \(comment(subtitle))\n" }
        let sections = Sections(drawing).members
        for (number, nodes) in sections.enumerated() {
            let isCluster = sections.count > 1
            if isCluster {
                text += "  subgraph s\(number)[\"\(escaped("\(number + 1). \(drawing.nodes[nodes[0]].name)"))\"]\n"
            }
            for node in nodes { text += (isCluster ? "    " : "  ") + self.node(drawing.nodes[node], node) + "\n" }
            if isCluster { text += "  end\n" }
        }
        if let start = drawing.start { text += "  start((\" \")) --> n\(start)\n" }
        for edge in drawing.edges {
            let label = escaped(edge.labels.joined(separator: ", "))
            let arrow = edge.mark?.tone == .weak ? "-.->" : "-->"
            text += "  n\(edge.from) \(arrow)\(label.isEmpty ? "" : "|\"\(label)\"|") n\(edge.to)\n"
        }
        text += """
              classDef good fill:#d5efd9,stroke:#2e7d43
              classDef weak fill:#fdeccb,stroke:#b97a00
              classDef bad fill:#fbdedb,stroke:#c0392b,stroke-width:3px

            """
        let ways = drawing.edges.enumerated().filter { $1.mark?.tone == .bad }.map { number, _ in
            // The way from the start counts too.
            String(number + (drawing.start == nil ? 0 : 1))
        }
        if !ways.isEmpty { text += "  linkStyle \(ways.joined(separator: ",")) stroke:#c0392b,stroke-width:3px\n" }
        return text
    }

    private static func node(_ node: Drawing.Node, _ number: Int) -> String {
        // A tooltip would need a script; what is wrong stands in the node.
        let faults = node.mark?.tone == .bad ? node.mark?.notes ?? [] : []
        let text =
            "\""
            + escaped(
                ([node.name, node.text] + node.details + faults.map { "✕ \($0)" })
                    .filter { !$0.isEmpty }.joined(separator: "\n")) + "\""
        let body =
            switch node.shape {
            case .question: "(\(text))"
            case .branch: "{{\(text)}}"
            case .call: "[[\(text)]]"
            case .outcome: "([\(text)])"
            case .missing, .reference: "[/\(text)/]"
            }
        let name: String? =
            switch node.mark?.tone ?? .plain {
            case .plain: nil
            case .good: "good"
            case .weak: "weak"
            case .bad: "bad"
            }
        return "n\(number)\(body)" + (name.map { ":::\($0)" } ?? "")
    }

    /// In quotes, everything but letters, digits and harmless marks is a character reference in Mermaid's way.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in VisibleText.of(text, keeping: .lineFeed).unicodeScalars {
            switch scalar {
            case "\n": escaped += "<br/>"
            case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", "-", "?", "(", ")", "/", "'", "=", "+", "_":
                escaped.unicodeScalars.append(scalar)
            case _ where scalar.value > 0x7F: escaped.unicodeScalars.append(scalar)
            default: escaped += "#\(scalar.value);"
            }
        }
        return escaped
    }

    /// A YAML text in double quotes.
    private static func title(_ text: String) -> String {
        "\"" + VisibleText.of(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// Braces in a comment would be read as a directive.
    private static func comment(_ text: String) -> String {
        VisibleText.of(text).replacing("{", with: "(").replacing("}", with: ")")
    }
}
