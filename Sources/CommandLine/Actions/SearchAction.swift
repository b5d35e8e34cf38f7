import Decisions
import Presentation
import SearchIndex

/// What is asked.
struct SearchQuestion: Sendable {
    var text: String
    /// Where it stands in a file of questions.
    var line: Int?
}

/// Answers questions from an index, each as if it were the only one.
struct SearchAction: Action {
    let questions: [SearchQuestion]
    let reader: Reader
    let limit: Int
    let format: AnswerFormat
    /// What ends a line of the plain format.
    let terminator: String
    let palette: Palette

    func run(_ console: Console) throws -> ExitStatus {
        let search = Search(reader)
        let json = SearchJSON(reader: reader)
        var results: [JSONValue] = []
        var isFound = false
        for question in questions {
            let answer = try search.answer(question.text, limit: limit)
            isFound = isFound || !answer.results.isEmpty
            switch format {
            case .text: writeText(answer, to: question, console)
            case .plain:
                let line = question.line.map { "\($0)\t" } ?? ""
                for result in answer.results { console.output.write(line + plain(result.document) + terminator) }
            case .json where question.line == nil: console.write(json.answer(answer, to: question.text))
            case .json: results += json.results(answer, to: question)
            case .jsonl:
                for result in json.results(answer, to: question) { console.output.write(result.serialized + "\n") }
            }
            try reader.check()
        }
        if format == .json, questions.first?.line != nil || questions.isEmpty { console.write(json.batch(results)) }
        return isFound ? .clean : .findings
    }

    private func note(nothingFor question: String, _ console: Console) {
        // A call may be pasted whole; its beginning says which question it was.
        let most = 80
        let shown = question.count > most ? question.prefix(most) + "…" : question[...]
        console.note("Nothing found for “\(shown)”. Try fewer or other words.")
    }

    /// One line for pickers and scripts.
    private func plain(_ document: IndexDocument) -> String {
        let title = VisibleText.of(reader.filled(document.title))
        return "\(document.id)\t\(title)\t\(VisibleText.of(document.path)):\(document.line)"
    }

    private func writeText(_ answer: Search.Answer, to question: SearchQuestion, _ console: Console) {
        let text = ItemText(reader: reader, width: console.surroundings.columns, palette: palette)
        if let line = question.line {
            console.output.write(
                (line == questions[0].line ? "" : "\n") + text.paragraph("\(line): \(question.text)", .dim))
        } else {
            for notice in reader.announcements() { console.output.write(text.alert(notice) + "\n") }
        }
        if answer.results.isEmpty { note(nothingFor: question.text, console) }
        for (index, result) in answer.results.enumerated() {
            if index > 0 { console.output.write("\n") }
            write(result, rank: index + 1, text, console.output)
        }
        guard answer.hiddenCount > 0 else { return }
        let reasons = answer.hidden.keys.sorted().joined(separator: "; ")
        console.output.write("\n" + text.paragraph("\(answer.hiddenCount) hidden: \(reasons)", .dim))
    }

    private func write(_ result: Search.Result, rank: Int, _ text: ItemText, _ output: StandardStream) {
        let document = result.document
        let number = "\(rank). "
        let indent = number.count
        output.write(
            text.paragraph(StyledText(number, .dim) + StyledText(reader.filled(document.title), .bold), hanging: indent)
        )
        if result.mayNotApply, let condition = text.condition(document.applies, "Only if") {
            output.write(text.paragraph(condition, .note, indent: indent))
        }
        for alert in result.alerts { output.write(text.alert(alert, indent: indent)) }
        if let answer = document.answer ?? document.alert?.message {
            output.write(text.paragraph(answer, indent: indent))
        } else if let passage = result.passage {
            output.write(text.paragraph(StyledText(shortened(passage.text)), indent: indent))
        }
        if let say = document.say { output.write(text.labelled("Say:", "“\(say)”", indent: indent)) }
        output.write(text.paragraph("\(document.path):\(document.line)", .dim, indent: indent))
        output.write(text.provenance(document, anchor: result.passage?.anchor ?? "", indent: indent))
    }

    private func shortened(_ text: String) -> String {
        let most = 300
        guard text.count > most else { return text }
        let part = text.prefix(most)
        return part[..<(part.lastIndex(of: " ") ?? part.endIndex)] + " …"
    }
}
