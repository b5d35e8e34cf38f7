import Diagnostics
package import Presentation

/// Findings for people, in the manner of a compiler: the place and the message, the line with its fault underlined,
/// and what to do.
///
/// No line is wider than `width`, and nothing from content reaches the terminal unseen. Suppressed findings are left
/// out. The counts are not part of it, see `FindingSummary`.
package struct TextRenderer: FindingRenderer {
    /// For output that goes to no terminal.
    package static let standardWidth = 100
    private static let leastWidth = 20
    /// A name that a hundred files share would else fill the screen.
    private static let relatedLimit = 5

    private let width: Int
    private let palette: Palette

    package init(width: Int = TextRenderer.standardWidth, palette: Palette = .plain) {
        self.width = max(width, TextRenderer.leastWidth)
        self.palette = palette
    }

    package func render(_ set: FindingSet, to output: inout some TextOutputStream) {
        var explained: Set<RuleID> = []
        var isFirst = true
        let groups = Dictionary(grouping: set.active) { $0.isNew }
        for state in [true, nil, false] as [Bool?] {
            guard let findings = groups[state] else { continue }
            if let heading = heading(for: state, base: set.base, count: findings.count) {
                write(TextWrap.lines(of: StyledText(heading, .bold), width: width), isFirst: isFirst, to: &output)
                isFirst = false
            }
            for finding in findings {
                let isExplained = !explained.insert(finding.diagnostic.rule).inserted
                write(lines(for: finding, in: set, isExplained: isExplained), isFirst: isFirst, to: &output)
                isFirst = false
            }
        }
    }

    /// Writes a block of lines, apart from the one before it.
    private func write(_ lines: [StyledText], isFirst: Bool, to output: inout some TextOutputStream) {
        if !isFirst { output.write("\n") }
        for line in lines { output.write(line.painted(palette) + "\n") }
    }

    private func heading(for isNew: Bool?, base: String?, count: Int) -> String? {
        guard let isNew else { return nil }
        let place = base.map { isNew ? "New since \($0)" : "Already there in \($0)" }
        return (place ?? (isNew ? "New" : "In the baseline")) + " (\(count)):"
    }

    private func lines(for finding: Finding, in set: FindingSet, isExplained: Bool) -> [StyledText] {
        let diagnostic = finding.diagnostic
        let start = finding.span.start
        let heading =
            StyledText("\(diagnostic.location.path):\(start.line):\(start.column): ", .path)
            + StyledText("\(diagnostic.severity.rawValue)[\(diagnostic.rule.code)]: ", style(of: diagnostic.severity))
            + StyledText(diagnostic.message, .bold)
        var lines = TextWrap.lines(of: heading, width: width, hanging: 4)
        var indent = 2
        if let source = set.source(diagnostic.location.path) {
            let snippet = Snippet(of: diagnostic.location.range, in: source, width: width)
            lines += snippet.lines(style: style(of: diagnostic.severity))
            indent = snippet.gutterWidth
        }
        lines += advice(for: finding, in: set).flatMap { labelled($0, $1, indent: indent) }
        if !isExplained {
            lines += labelled(("see: ", .dim), "kb explain \(diagnostic.rule.code)", indent: indent)
        }
        return lines
    }

    private typealias Label = (text: String, style: Palette.Style)

    private func advice(for finding: Finding, in set: FindingSet) -> [(Label, String)] {
        let diagnostic = finding.diagnostic
        var advice: [(Label, String)] = []
        for related in diagnostic.related.prefix(TextRenderer.relatedLimit) {
            let start = set.span(of: related.location).start
            // The file of the finding itself is named only once.
            let isSameFile = related.location.path == diagnostic.location.path
            let place = isSameFile ? "line \(start.line)" : "\(related.location.path):\(start.line):\(start.column)"
            advice.append((("note: ", .note), "\(place): \(related.message)"))
        }
        let hidden = diagnostic.related.count - TextRenderer.relatedLimit
        if hidden > 0 { advice.append((("note: ", .note), "and \(hidden) more")) }
        if !diagnostic.help.isEmpty { advice.append((("help: ", .help), diagnostic.help)) }
        for fix in diagnostic.fixes { advice.append((("fix: ", .help), "\(fix.title) (kb validate --fix)")) }
        return advice
    }

    private func labelled(_ label: Label, _ text: String, indent: Int) -> [StyledText] {
        let margin = StyledText(String(repeating: " ", count: indent))
        let styled = StyledText(label.text, label.style) + StyledText(text)
        let lines = TextWrap.lines(of: styled, width: width - indent, hanging: label.text.utf8.count)
        return lines.map { margin + $0 }
    }

    private func style(of severity: Severity) -> Palette.Style {
        switch severity {
        case .error: .error
        case .warning: .warning
        case .note: .note
        }
    }
}
