package import Presentation
package import SearchIndex
import Time

/// Lists items with where they stand, in order of their ids.
package struct ListAction: Action {
    private let documents: [IndexDocument]
    private let query: ItemQuery
    private let clock: ItemClock
    private let format: AnswerFormat
    private let terminator: String
    private let palette: Palette

    package init(
        _ documents: [IndexDocument], query: ItemQuery, clock: ItemClock, format: AnswerFormat, terminator: String,
        palette: Palette
    ) {
        // An index has them in this order, and files in that of their paths.
        self.documents = documents.sorted { IndexOrder($0) < IndexOrder($1) }
        self.query = query
        self.clock = clock
        self.format = format
        self.terminator = terminator
        self.palette = palette
    }

    package func run(_ console: Console) -> ExitStatus {
        let items = documents.map { (document: $0, state: clock.state($0)) }.filter {
            query.matches($0.document, $0.state)
        }
        switch format {
        case .text:
            var table = TextTable([.init("id"), .init("kind"), .init("state"), .init("owner"), .init("title")])
            for (document, state) in items {
                table.append([document.id, document.kind, state.name, document.owner ?? "", document.title])
            }
            // A pipe has no width: nothing is cut there.
            let width = console.surroundings.outputIsTerminal ? console.surroundings.columns : .max
            var text = ""
            table.write(width: width, palette: palette, to: &text)
            console.output.write(text)
        case .plain:
            for (document, _) in items {
                let title = VisibleText.of(document.title)
                console.output.write(
                    "\(document.id)\t\(title)\t\(VisibleText.of(document.path)):\(document.line)\(terminator)")
            }
        case .json: console.write(["version": 1, "items": .array(items.map { json($0.document, $0.state) })])
        case .jsonl: for (document, state) in items { console.output.write(json(document, state).serialized + "\n") }
        }
        if items.isEmpty && format == .text { console.note("Nothing matches; 'kb list' without a query lists all.") }
        return items.isEmpty ? .findings : .clean
    }

    private func json(_ document: IndexDocument, _ state: ItemState) -> JSONValue {
        [
            "id": .string(document.id), "kind": .string(document.kind), "title": .string(document.title),
            "path": .string(document.path), "line": .integer(document.line),
            "owner": document.owner.map { .string($0) },
            "audience": .list(document.audience.map { .string($0) }), "risk": .string(document.risk),
            "category": document.category.map { .string($0) },
            "status": .string(document.isRetired ? "retired" : "active"), "language": .string(document.language),
            "state": .string(state.name),
            "review": document.review.map { review in
                [
                    "last": review.last.map { .string($0.description) }, "every": .string("\(review.every)d"),
                    "due": review.due.map { .string($0.description) },
                ]
            },
        ]
    }
}
