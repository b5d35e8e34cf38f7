import Diagnostics
import Presentation
import SearchIndex

/// Shows one item as it stands at a moment.
struct ShowAction: Action {
    let name: String
    let reader: Reader
    let language: String?
    let format: AnswerFormat
    let palette: Palette

    func run(_ console: Console) throws -> ExitStatus {
        let documents = try editions()
        let answer = ShowJSON(reader: reader)
        switch format {
        case .json: console.write(answer.answer(documents))
        case .jsonl: for document in documents { console.output.write(answer.item(document).serialized + "\n") }
        case .text, .plain:
            let text = ItemText(reader: reader, width: console.surroundings.columns, palette: palette)
            for (index, document) in documents.enumerated() {
                if index > 0 { console.output.write("\n") }
                console.output.write(ShowText(text: text).item(document))
            }
        }
        if documents.isEmpty {
            if language != nil, let others = try otherLanguages() {
                console.note("'\(VisibleText.of(name))' has no edition in '\(language ?? "")'; it has \(others).")
                return .findings
            }
            let hint = Suggestion.question(for: name, among: try reader.names()).map { "; " + $0 } ?? "."
            console.note("There is nothing with the id '\(VisibleText.of(name))' that you may read\(hint)")
        }
        return documents.isEmpty ? .findings : .clean
    }

    /// Those in which there is an edition, where there is one.
    private func otherLanguages() throws(IndexError) -> String? {
        let readable = try reader.index.documents(named: name).filter { reader.mayRead($0.audience) }
        return readable.isEmpty ? nil : Set(readable.map(\.language)).sorted().joined(separator: ", ")
    }

    /// The editions in force; where none is, all, each with its state.
    private func editions() throws(IndexError) -> [IndexDocument] {
        let readable = try reader.index.documents(named: name).filter { document in
            reader.mayRead(document.audience) && (language == nil || document.language == language)
        }
        let current = readable.filter { document in
            if case .review = reader.state(document) { true } else { false }
        }
        let languages = reader.index.languages
        func place(_ document: IndexDocument) -> Int { languages.firstIndex(of: document.language) ?? languages.count }
        return (current.isEmpty ? readable : current).sorted { (place($0), $0.path) < (place($1), $1.path) }
    }
}
