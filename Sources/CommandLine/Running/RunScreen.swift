import Decisions
import Presentation
import SearchIndex

/// Where a run's questions are written, and its answers read.
struct RunScreen {
    let console: Console
    let palette: Palette
    private let dialogue: StandardStream
    /// Somebody sits at a terminal.
    let isInteractive: Bool

    init(_ console: Console, _ choice: ColorChoice) {
        self.console = console
        isInteractive = console.surroundings.inputIsTerminal
        // Who redirects the outcome still wants to see the questions.
        let isApart = isInteractive && !console.surroundings.outputIsTerminal
        dialogue = isApart ? console.error : console.output
        palette = console.palette(choice)
    }

    var width: Int { console.surroundings.columns }

    /// Writes at once: somebody waits for it. What rests on damaged facts is not written.
    func show(_ text: String, _ view: RunText) throws {
        try view.text.reader.check()
        dialogue.write(text)
        try console.flush()
    }

    /// The outcome and the note, which are what the command gives.
    func finish(_ outcome: String, _ note: [String], _ view: RunText) throws {
        try view.text.reader.check()
        let lines = note.map { view.text.paragraph(StyledText($0), hanging: 2) }.joined()
        console.output.write("\n" + outcome + "\n" + view.text.paragraph("Call note", .dim) + lines)
        try console.flush()
    }

    func hint(_ text: String, _ view: RunText) throws {
        if isInteractive { try show(view.text.paragraph(StyledText(text, .dim), indent: 2), view) }
    }

    func confirm(_ field: String, _ value: ContextValue, _ workflow: GuidedWorkflow, _ view: RunText) throws {
        let words = workflow.field(field)?.words(of: value) ?? value.text
        try show(view.text.paragraph(StyledText("→ \(words)", .dim), indent: 2), view)
    }

    func complain(_ sentence: String) throws {
        console.note(sentence)
        try console.flush()
    }

    /// The next line without what stands around it; nil at the end.
    func read(_ input: InputLines) throws -> String? {
        dialogue.write(palette.paint(">", .help) + " ")
        try console.flush()
        let line = try input.next()
        // A terminal shows what is typed, and the end of it not.
        if line == nil { dialogue.write("\n") }
        if let line, !isInteractive { dialogue.write(VisibleText.of(line) + "\n") }
        return line.map { $0.trimmed }
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
