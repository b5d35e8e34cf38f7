import Presentation

/// A drawing as one SVG file that needs nothing else; sections stand below one another.
enum SVGWriter {
    private static let margin = 28.0

    static func text(of drawing: Drawing) throws(PictureFormat.TooLarge) -> String {
        let sections = Sections(drawing)
        var body = ""
        var width = 320.0
        var y = margin
        let head = SVGHead(drawing)
        body += head.text(x: margin, y: y)
        width = max(width, head.width)
        y += head.height
        let parts = sections.drawings(of: drawing)
        for (number, part) in parts.enumerated() {
            guard let placed = PlacedDrawing(part) else { throw PictureFormat.TooLarge(steps: drawing.nodes.count) }
            if parts.count > 1 {
                y += 26
                body += "<text id=\"s\(number)\" class=\"h\" x=\"\(digits(margin))\" y=\"\(digits(y))\">"
                body += XMLText.escaped(part.title) + "</text>\n"
                y += 22
            }
            y += 18
            body += "<g transform=\"translate(\(digits(margin)) \(digits(y)))\">\n"
            body += SVGPart(part, placed).text
            body += "</g>\n"
            width = max(width, placed.width)
            y += placed.height
        }
        return opening(drawing, width: width + 2 * margin, height: y + margin) + body + "</svg>\n"
    }

    private static func opening(_ drawing: Drawing, width: Double, height: Double) -> String {
        let size = "width=\"\(digits(width))\" height=\"\(digits(height))\""
        return """
            <svg xmlns="http://www.w3.org/2000/svg" \(size) viewBox="0 0 \(digits(width)) \(digits(height))" role="img">
            <title>\(XMLText.escaped(drawing.title))</title>
            <style>\(style)</style>
            <defs>\(SVGTone.markers)</defs>
            <rect width="100%" height="100%" fill="#fff"/>

            """
    }

    private static let style = """
        text{font-family:Helvetica,Arial,'Liberation Sans',sans-serif;font-size:12px;fill:#1f2933}\
        .t{font-size:17px;font-weight:bold}.u{font-size:12px;fill:#52606d}.h{font-size:14px;font-weight:bold}\
        .n{font-size:10px;fill:#616e7c}.d{font-size:11px;font-style:italic;fill:#3e4c59}.l{font-size:11px;fill:#334e68}\
        .m{text-anchor:middle}.w{fill:none;stroke-width:1.3}.b{fill:#fff}
        """
}
