package import Diagnostics
package import Presentation

/// Something wrong in a file that is no content of a knowledge base, and so falls under no rule.
package struct FileProblem: Hashable, Sendable {
    package let range: Range<Int>
    package let message: String
    package let help: String

    package init(_ message: String, help: String, at range: Range<Int>) {
        self.message = message
        self.help = help
        self.range = range
    }
}

/// Problems of one file for people, in the manner of findings.
package struct FileProblemRenderer {
    private let width: Int
    private let palette: Palette

    package init(width: Int = TextRenderer.standardWidth, palette: Palette = .plain) {
        self.width = max(width, 30)
        self.palette = palette
    }

    package func render(_ problems: [FileProblem], in file: SourceFile, to output: inout some TextOutputStream) {
        let source = SourceText(file)
        for (number, problem) in problems.enumerated() {
            if number > 0 { output.write("\n") }
            let start = source.lines.position(of: problem.range.lowerBound)
            let heading =
                StyledText("\(file.path):\(start.line):\(start.column): ", .path) + StyledText("error: ", .error)
                + StyledText(problem.message, .bold)
            var lines = TextWrap.lines(of: heading, width: width, hanging: 4)
            let snippet = Snippet(of: problem.range, in: source, width: width)
            lines += snippet.lines(style: .error)
            let margin = StyledText(String(repeating: " ", count: snippet.gutterWidth))
            let help = StyledText("help: ", .help) + StyledText(problem.help)
            lines += TextWrap.lines(of: help, width: width - snippet.gutterWidth, hanging: 6).map { margin + $0 }
            for line in lines { output.write(line.painted(palette) + "\n") }
        }
    }
}
