import CommandLine
import Content
import Diagnostics
import Presentation
import Rendering
import Validation

/// Lists the errors for which a command refuses a knowledge base.
struct ErrorListing {
    let errors: [Diagnostic]
    let result: Validator.Result
    let color: ColorChoice

    /// To standard error, as `kb validate` shows them.
    func write(_ console: Console) {
        let set = FindingSet(
            errors, fileCount: result.fileCount, source: { result.base.source($0) }, documentation: Documentation.url)
        let isColored = console.surroundings.isColored(color, isTerminal: console.surroundings.errorIsTerminal)
        var text = ""
        FindingFormat.text.renderer(
            tool: Documentation.tool, width: console.surroundings.columns, palette: isColored ? .colored : .plain
        ).render(set, to: &text)
        console.error.write(text)
    }

    /// "an error", "3 errors".
    var count: String { errors.count == 1 ? "an error" : "\(errors.count) errors" }
}
