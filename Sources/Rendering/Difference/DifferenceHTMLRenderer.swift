import Content
import Difference
import Presentation

/// One page that needs nothing else and runs nothing: both versions side by side, for one who knows no git.
package struct DifferenceHTMLRenderer: DifferenceRenderer {
    /// Changes that are shown in full; the rest is listed by name.
    private static let mostBytes = 12 << 20

    package init() {}

    package func render(_ report: DifferenceReport, to output: inout some TextOutputStream) {
        let title = report.name.isEmpty ? "What changes" : "What changes in \(report.name)"
        output.write(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
            img-src data:; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(HTMLText.of(title))</title>
            <style>
            \(DifferenceStyle.text)
            </style>
            </head>
            <body>
            <a class="skip" href="#changes">Go to the changes</a>
            <header>
            <h1>\(HTMLText.of(title))</h1>
            <p class="versions"><span>Before: <b>\(HTMLText.of(report.before))</b></span> \
            <span>Now: <b>\(HTMLText.of(report.after ?? "the files on disk"))</b></span></p>
            <p>\(HTMLText.of(report.summary.map { $0.capitalised + "." } ?? "Nothing changed."))</p>

            """)
        let entries = report.entries
        if !entries.isEmpty {
            output.write(
                """
                <p class="key"><del>Words in red</del> were there before and are gone; <ins>words in green</ins> are new. \
                What readers and callers notice comes first.</p>

                """)
        }
        write(contents: entries, to: &output)
        output.write("</header>\n<main id=\"changes\">\n")
        let behaviour = BehaviourHTML(report: report)
        var room = DifferenceHTMLRenderer.mostBytes
        for (number, entry) in entries.enumerated() {
            let text =
                switch entry {
                case .behaviour(let change): behaviour.text(change, number)
                case .content(let change): ContentHTML(facts: report.facts).text(change, number)
                }
            guard text.utf8.count <= room else {
                output.write("<p class=\"more\">\(entries.count - number) more changes are left out of this page, ")
                output.write("because it would be too large to read.</p>\n")
                break
            }
            room -= text.utf8.count
            output.write(text)
        }
        write(formatted: report.formatted, to: &output)
        output.write("</main>\n</body>\n</html>\n")
    }

    private func write(contents entries: [DifferenceReport.Entry], to output: inout some TextOutputStream) {
        guard entries.count > 2 else { return }
        let most = 200
        output.write("<nav aria-label=\"All changes\"><details\(entries.count <= 12 ? " open" : "")>")
        output.write("<summary>All \(entries.count) changes</summary>\n<ol>\n")
        for (number, entry) in entries.prefix(most).enumerated() {
            let (name, verdict): (String, String) =
                switch entry {
                case .behaviour(let change): (change.id, "what callers are told")
                case .content(let change): (ContentChangeText(change).title, ContentChangeText(change).verdict)
                }
            output.write("<li><a href=\"#c\(number)\">\(HTMLText.of(name.cut(120)))</a> <span class=\"dim\">")
            output.write("\(HTMLText.of(verdict))</span></li>\n")
        }
        output.write("</ol>\n")
        if entries.count > most { output.write("<p>and \(entries.count - most) more</p>\n") }
        output.write("</details></nav>\n")
    }

    private func write(formatted paths: [String], to output: inout some TextOutputStream) {
        guard !paths.isEmpty else { return }
        let count = paths.count == 1 ? "1 file" : "\(paths.count) files"
        output.write("<details class=\"layout\"><summary>\(count) in which only the layout differs</summary>\n<ul>\n")
        for path in paths.prefix(1000) { output.write("<li><code>\(HTMLText.of(path))</code></li>\n") }
        output.write("</ul>\n</details>\n")
    }
}

/// Text from content in HTML: nothing of it is markup, and what cannot be seen is made visible.
enum HTMLText {
    static func of(_ text: String) -> String {
        var escaped = ""
        for scalar in VisibleText.of(text, keeping: [.lineFeed, .tab]).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

/// Text in which facts are filled in, so that it reads as callers hear it.
struct FactHTML {
    let values: [String: String]

    /// - Parameter text: Of one version.
    func text(_ text: String) -> String {
        guard text.contains("{{fact:") else { return HTMLText.of(text) }
        let bytes = Array(text.utf8)
        var html = ""
        var start = 0
        for placeholder in FactPlaceholder.all(in: bytes) {
            guard let value = values[placeholder.name] else { continue }
            html += HTMLText.of(String(decoding: bytes[start..<placeholder.range.lowerBound], as: UTF8.self))
            html += "<span class=\"fact\" title=\"fact \(HTMLText.of(placeholder.name))\">\(HTMLText.of(value))</span>"
            start = placeholder.range.upperBound
        }
        return html + HTMLText.of(String(decoding: bytes[start...], as: UTF8.self))
    }
}

extension String {
    func cut(_ most: Int) -> String { ShownRuns.cut(self, most) }
}
