import CommandLine
import Diagnostics
import Presentation
import Validation

/// Explains one rule.
struct ExplainAction: Action {
    let code: String
    let palette: Palette

    func run(_ console: Console) throws -> ExitStatus {
        guard let rule = RuleRegistry.rule(code) else {
            let names = RuleRegistry.all.flatMap { [$0.id.code, $0.id.name] }
            let suggestion = Suggestion.question(for: code, among: names) ?? "'kb rules' lists them all"
            throw CommandFailure("there is no rule '\(code)'; \(suggestion)")
        }
        let width = min(console.surroundings.columns, 100)
        func paragraph(_ text: StyledText) {
            for line in TextWrap.lines(of: text, width: width) { console.output.write(line.painted(palette) + "\n") }
        }
        paragraph(
            StyledText("\(rule.id.code) \(rule.id.name)", .bold) + StyledText(" · \(rule.severity.rawValue)", .dim))
        paragraph(StyledText(rule.summary))
        console.output.write("\n")
        paragraph(StyledText(rule.why))
        console.output.write("\n")
        if rule.isSafety {
            paragraph(StyledText("A safety rule: it cannot be suppressed.", .note))
        } else {
            paragraph(StyledText("To keep one finding quiet, write on its line or the line before: "))
            console.output.write("  # kb-ignore \(rule.id.code): why it is right here\n")
        }
        if rule.isFixable { paragraph(StyledText("'kb validate --fix' can resolve it.", .note)) }
        show(rule.examples.valid, "Fine", console)
        show(rule.examples.invalid, "Not fine (↓ stands where it is reported)", console)
        return .clean
    }

    private func show(_ examples: [RuleExample], _ title: String, _ console: Console) {
        for example in examples {
            console.output.write("\n" + palette.paint(title, .bold) + "\n")
            for (path, text) in example.files.sorted(by: { $0.key < $1.key }) {
                console.output.write("  " + palette.paint(VisibleText.of(path), .dim) + "\n")
                for line in ExampleText.visible(text).split(separator: "\n", omittingEmptySubsequences: false)
                    .dropLast()
                {
                    console.output.write("    \(line)\n")
                }
            }
        }
    }
}
