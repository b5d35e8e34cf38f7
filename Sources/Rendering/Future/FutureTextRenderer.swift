import Content
import Presentation
import Time

/// For a terminal: under each moment what breaks, and what changes then.
struct FutureTextRenderer {
    private static let mostReasons = 8
    let width: Int
    let palette: Palette

    func render(_ report: FutureReport, to output: inout some TextOutputStream) {
        var last: Instant??
        for found in report.breaks {
            if last != .some(found.at) {
                output.write(last == nil ? "" : "\n")
                let heading = found.at.map { "\(report.zone.local($0))" } ?? "Now"
                output.write(palette.paint(heading, .bold) + "\n")
                write(found.because, to: &output)
                last = .some(found.at)
            }
            write("  ", "\(found.kind.noun): \(found.title)", .error, to: &output)
            write("    ", "\(found.path):\(found.line)", .dim, to: &output)
            for message in found.messages { write("    ", message, nil, to: &output) }
        }
    }

    private func write(_ reasons: [ComingChange], to output: inout some TextOutputStream) {
        for change in reasons.prefix(FutureTextRenderer.mostReasons) {
            let subject = change.subject.isEmpty ? "" : " (\(change.subject))"
            write("  ", "\(change.words): \(change.id)\(subject)", .dim, to: &output)
        }
        let rest = reasons.count - FutureTextRenderer.mostReasons
        if rest > 0 { write("  ", "and \(rest) more changes", .dim, to: &output) }
    }

    private func write(
        _ indent: String, _ text: String, _ style: Palette.Style?, to output: inout some TextOutputStream
    ) {
        let lines = TextWrap.lines(of: VisibleText.of(text), width: max(20, width - indent.count - 2))
        for (number, line) in lines.enumerated() {
            output.write(indent + (number == 0 ? "" : "  ") + palette.paint(line, style) + "\n")
        }
    }
}
