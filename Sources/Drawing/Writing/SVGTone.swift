/// The colours of a tone.
struct SVGTone {
    private let tone: Drawing.Tone
    private let fill: String
    private let line: String

    /// - Parameter fill: Where the tone says nothing.
    init(_ tone: Drawing.Tone, fill: String, line: String = "#7b8794") {
        self.tone = tone
        switch tone {
        case .plain: (self.fill, self.line) = (fill, line)
        case .good: (self.fill, self.line) = ("#dcf1df", "#2e7d43")
        case .weak: (self.fill, self.line) = ("#fdf0d5", "#b97a00")
        case .bad: (self.fill, self.line) = ("#fbdedb", "#c0392b")
        }
    }

    /// Of a shape.
    var attributes: String {
        let width = tone == .bad ? " stroke-width=\"2.6\"" : ""
        return "fill=\"\(fill)\" stroke=\"\(line)\"" + width
    }

    /// Of a way.
    var wayAttributes: String {
        let more =
            switch tone {
            case .bad: " stroke-width=\"2.6\""
            case .weak: " stroke-dasharray=\"5 4\""
            case .plain, .good: ""
            }
        return "stroke=\"\(line)\" marker-end=\"url(#a\(tone.rawValue))\"" + more
    }

    /// For those who do not see the colour.
    var sign: String {
        switch tone {
        case .plain: ""
        case .good: "✓ "
        case .weak: "○ "
        case .bad: "✕ "
        }
    }

    /// An arrowhead of each colour.
    static var markers: String {
        let tones: [Drawing.Tone] = [.plain, .good, .weak, .bad]
        return tones.map { tone in
            let color = SVGTone(tone, fill: "").line
            return "<marker id=\"a\(tone.rawValue)\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" "
                + "markerHeight=\"8\" orient=\"auto\" markerUnits=\"userSpaceOnUse\">"
                + "<path d=\"M0 .8L8 4L0 7.2z\" fill=\"\(color)\"/></marker>"
        }.joined()
    }
}
