import Presentation

/// One placed drawing as elements of an SVG.
struct SVGPart {
    private let drawing: Drawing
    private let placed: PlacedDrawing

    init(_ drawing: Drawing, _ placed: PlacedDrawing) {
        self.drawing = drawing
        self.placed = placed
    }

    var text: String {
        // Labels lie above all ways.
        placed.ways.map(line).joined() + startMark + placed.ways.map(label).joined() + placed.boxes.map(box).joined()
    }

    private var startMark: String {
        guard let start = drawing.start, let box = placed.boxes.first(where: { $0.node == start }) else { return "" }
        let top = box.y - box.height / 2
        return "<circle cx=\"\(digits(box.x))\" cy=\"\(digits(top - 15))\" r=\"4\" fill=\"#52606d\"/>"
            + "<path class=\"w\" d=\"M\(digits(box.x)) \(digits(top - 12))V\(digits(top))\" "
            + "\(SVGTone(.plain, fill: "").wayAttributes)/>\n"
    }

    private func line(_ way: PlacedDrawing.Way) -> String {
        let edge = drawing.edges[way.edge]
        var path = "M\(point(way.points[0]))"
        for (from, to) in zip(way.points, way.points.dropFirst()) {
            if abs(from.x - to.x) < 0.5 {
                path += "L\(point(to))"
            } else {
                let middle = (from.y + to.y) / 2
                path += "C\(digits(from.x)) \(digits(middle)) \(digits(to.x)) \(digits(middle)) \(point(to))"
            }
        }
        let tone = SVGTone(edge.mark?.tone ?? .plain, fill: "")
        return "<path class=\"w\" d=\"\(path)\" \(tone.wayAttributes)>\(tooltip(names(edge), edge.mark))</path>\n"
    }

    private func names(_ edge: Drawing.Edge) -> String {
        "\(drawing.nodes[edge.from].name) → \(drawing.nodes[edge.to].name): \(edge.labels.joined(separator: ", "))"
    }

    private func label(_ way: PlacedDrawing.Way) -> String {
        guard !way.label.isEmpty else { return "" }
        let edge = drawing.edges[way.edge]
        let size = LabelText.size(way.label)
        let left = way.labelPlace.x - size.width / 2
        let top = way.labelPlace.y - size.height / 2
        var text = "<g>\(tooltip(names(edge), edge.mark))"
        text += "<rect class=\"b\" x=\"\(digits(left))\" y=\"\(digits(top))\" width=\"\(digits(size.width))\" "
        text += "height=\"\(digits(size.height))\"/>"
        for (index, line) in way.label.enumerated() {
            let y = top + Double(index + 1) * LabelText.lineHeight - 1
            text +=
                "<text class=\"l m\" x=\"\(digits(way.labelPlace.x))\" y=\"\(digits(y))\">\(XMLText.escaped(line))</text>"
        }
        return text + "</g>\n"
    }

    private func box(_ box: PlacedDrawing.Box) -> String {
        let node = drawing.nodes[box.node]
        let tone = node.mark?.tone ?? .plain
        var text =
            "<g>"
            + tooltip(
                ([node.name, node.text] + node.details).filter { !$0.isEmpty }.joined(separator: "\n"), node.mark)
        let colors: (fill: String, line: String) =
            switch node.shape {
            case .question: ("#eaf2fb", "#4a7ab5")
            case .branch: ("#fdf6e3", "#b0903a")
            case .call: ("#f2edfb", "#7a5ab5")
            case .outcome: ("#eef7ee", "#4f9461")
            case .missing, .reference: ("#fff", "#7b8794")
            }
        text += SVGShape.outline(node.shape, box, SVGTone(tone, fill: colors.fill, line: colors.line).attributes)
        var y = box.y - box.height / 2 + 6 + NodeText.nameSize
        let x = digits(box.x)
        func add(_ line: String, _ style: String, _ size: Double) {
            text += "<text class=\"\(style)\" x=\"\(x)\" y=\"\(digits(y))\">\(XMLText.escaped(line))</text>"
            y += size * 1.25
        }
        add(SVGTone(tone, fill: "").sign + box.text.name, "n m", NodeText.nameSize)
        y += 3
        for line in box.text.lines { add(line, "m", NodeText.textSize) }
        for line in box.text.details { add(line, "d m", NodeText.detailSize) }
        text += "</g>"
        if case .reference(let section) = node.shape { text = "<a href=\"#s\(section)\">\(text)</a>" }
        return text + "\n"
    }

    private func tooltip(_ text: String, _ mark: Drawing.Mark?) -> String {
        "<title>\(XMLText.escaped(([text] + (mark?.notes ?? [])).joined(separator: "\n")))</title>"
    }

    private func point(_ point: PlacedDrawing.Point) -> String { "\(digits(point.x)) \(digits(point.y))" }
}

/// The outline of each kind of step.
enum SVGShape {
    static func outline(_ shape: Drawing.Shape, _ box: PlacedDrawing.Box, _ attributes: String) -> String {
        let left = box.x - box.width / 2
        let top = box.y - box.height / 2
        func rectangle(_ radius: Double, _ more: String = "") -> String {
            "<rect x=\"\(digits(left))\" y=\"\(digits(top))\" width=\"\(digits(box.width))\" "
                + "height=\"\(digits(box.height))\" rx=\"\(digits(radius))\" \(attributes)\(more)/>"
        }
        switch shape {
        case .question: return rectangle(6)
        case .outcome: return rectangle(min(box.height / 2, 24))
        case .missing, .reference: return rectangle(3, " stroke-dasharray=\"4 3\"")
        case .call:
            func bar(_ x: Double) -> String { "M\(digits(x)) \(digits(top))v\(digits(box.height))" }
            return rectangle(0) + "<path d=\"\(bar(left + 7))\(bar(left + box.width - 7))\" \(attributes)/>"
        case .branch:
            let middle = "\(digits(box.y))"
            let upper = "\(digits(top))"
            let lower = "\(digits(top + box.height))"
            let inner = (digits(left + 14), digits(left + box.width - 14))
            return "<path d=\"M\(digits(left)) \(middle)L\(inner.0) \(upper)H\(inner.1)L\(digits(left + box.width)) "
                + "\(middle)L\(inner.1) \(lower)H\(inner.0)z\" \(attributes)/>"
        }
    }
}
