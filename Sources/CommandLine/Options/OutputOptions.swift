import ArgumentParser

extension ColorChoice: ExpressibleByArgument {}

/// How output looks.
package struct ColorOptions: ParsableArguments {
    @Option(help: ArgumentHelp("When to write in colour.", valueName: "when"))
    package var color = ColorChoice.auto

    package init() {}
}

/// The forms of an answer of items.
package enum AnswerFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
    case text, json, jsonl, plain

    /// Only lines of the plain format can end with a NUL byte.
    func check(endsWithNUL: Bool) throws {
        guard !endsWithNUL || self == .plain else { throw ValidationError("--print0 goes with --format plain.") }
    }
}
