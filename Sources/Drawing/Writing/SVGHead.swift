import Presentation

/// Title, subtitle and legend.
struct SVGHead {
    private let drawing: Drawing
    let width: Double
    let height: Double

    init(_ drawing: Drawing) {
        self.drawing = drawing
        let legend = drawing.legend.reduce(0) { $0 + TextMeasure.width($1.text, size: 12) + 44 }
        width = max(
            TextMeasure.width(drawing.title, size: 18.5), TextMeasure.width(drawing.subtitle ?? "", size: 12), legend)
        height = 14 + (drawing.subtitle == nil ? 0 : 18) + (drawing.legend.isEmpty ? 0 : 22)
    }

    func text(x: Double, y: Double) -> String {
        var y = y + 6
        var text = "<text class=\"t\" x=\"\(digits(x))\" y=\"\(digits(y))\">\(XMLText.escaped(drawing.title))</text>\n"
        if let subtitle = drawing.subtitle {
            y += 18
            text += "<text class=\"u\" x=\"\(digits(x))\" y=\"\(digits(y))\">\(XMLText.escaped(subtitle))</text>\n"
        }
        guard !drawing.legend.isEmpty else { return text }
        y += 22
        var left = x
        for entry in drawing.legend {
            let tone = SVGTone(entry.tone, fill: "#f5f7fa")
            text +=
                "<rect x=\"\(digits(left))\" y=\"\(digits(y - 11))\" width=\"18\" height=\"13\" rx=\"3\" \(tone.attributes)/>"
            text +=
                "<text class=\"u\" x=\"\(digits(left + 24))\" y=\"\(digits(y))\">\(XMLText.escaped(entry.text))</text>\n"
            left += TextMeasure.width(entry.text, size: 12) + 44
        }
        return text
    }
}
