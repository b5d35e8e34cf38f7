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
    let options: Search.Options
    /// Shows where each point of a score came from.
    let explains: Bool
    let format: AnswerFormat
    /// What ends a line of the plain format.
    let terminator: String
    let palette: Palette

    func run(_ console: Console) throws -> ExitStatus {
        let search = Search(reader)
        let json = SearchJSON(reader: reader, explains: explains)
        var results: [JSONValue] = []
        var isFound = false
        for question in questions {
            let answer = try search.answer(question.text, options)
            isFound = isFound || !answer.results.isEmpty
            switch format {
            case .text: write(answer, to: question, console)
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

    /// One line for pickers and scripts.
    private func plain(_ document: IndexDocument) -> String {
        let title = VisibleText.of(reader.filled(document.title))
        return "\(document.id)\t\(title)\t\(VisibleText.of(document.path)):\(document.line)"
    }

    private func write(_ answer: Search.Answer, to question: SearchQuestion, _ console: Console) {
        let text = ItemText(reader: reader, width: console.surroundings.columns, palette: palette)
        if let line = question.line {
            console.output.write(
                (line == questions[0].line ? "" : "\n") + text.paragraph("\(line): \(question.text)", .dim))
        } else {
            for notice in reader.announcements() { console.output.write(text.alert(notice) + "\n") }
        }
        let searchText = SearchText(text: text, explains: explains)
        console.output.write(searchText.results(of: answer))
        for note in searchText.notes(on: answer, to: question.text) { console.note(note) }
    }
}
