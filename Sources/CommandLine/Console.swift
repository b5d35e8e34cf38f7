package import Presentation

/// Where a command writes, and what it looks like there.
package struct Console {
    package let output: StandardStream
    package let error: StandardStream
    package let surroundings: Surroundings
    /// Nil in the program that reads indexes alone.
    package var archive: (any IndexArchive)?
    /// Where answers come from, when they are of earlier times.
    package var origin: AnswerOrigin?

    package init(output: StandardStream, error: StandardStream, surroundings: Surroundings) {
        self.output = output
        self.error = error
        self.surroundings = surroundings
    }

    package static func ofProcess() -> Console {
        // What is said about an answer comes after it, however long both are.
        Console(output: StandardStream(1, partSize: 1 << 16), error: StandardStream(2), surroundings: .ofProcess())
    }

    package func palette(_ choice: ColorChoice) -> Palette {
        surroundings.isColored(choice, isTerminal: surroundings.outputIsTerminal) ? .colored : .plain
    }

    /// One line to standard error, at most as wide as a person reads.
    package func note(_ text: String) {
        for line in TextWrap.lines(of: text, width: max(surroundings.columns, 40)) { error.write(line + "\n") }
    }

    package func write(_ value: JSONValue) {
        var value = value
        if let origin, case .object(let members) = value { value = .object(members + [origin.member]) }
        var text = ""
        JSONWriter.write(value, layout: surroundings.outputIsTerminal ? .pretty : .compact, to: &text)
        output.write(text + "\n")
    }

    package func flush() throws(CommandFailure) {
        try output.flush()
        try error.flush()
    }
}
