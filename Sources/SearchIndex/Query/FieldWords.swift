import Decisions

/// The stemmed words of each part of a document.
struct FieldWords {
    /// By `Field`.
    private(set) var words: [[String]]

    init(_ document: IndexDocument, _ facts: [String: IndexContents.Fact], _ stemmers: Stemmers) {
        let stemmer = stemmers[document.language]
        func stems(_ texts: [String]) -> [String] {
            texts.flatMap { Words.of(FactText.allValues(of: $0, facts)).map(stemmer.stem) }
        }
        let sections = document.blocks.flatMap(\.sections)
        words = Field.allCases.map { field in
            switch field {
            case .title: stems([document.title])
            case .questions: stems(document.questions)
            case .answer: stems([document.answer ?? document.alert?.message ?? ""])
            case .keywords: stems(document.keywords)
            case .headings: stems(sections.map(\.heading))
            case .body: stems(sections.flatMap(\.paragraphs) + document.details.map(\.value).flatMap(\.texts))
            }
        }
    }

    /// How often each term stands in each field.
    var frequencies: [String: [Int]] {
        var frequencies: [String: [Int]] = [:]
        for (field, words) in words.enumerated() {
            for word in words {
                frequencies[word, default: Array(repeating: 0, count: self.words.count)][field] += 1
            }
        }
        return frequencies
    }
}

extension IndexValue {
    /// Every text in it.
    var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let values): values.flatMap(\.texts)
        case .object(let members): members.flatMap(\.value.texts)
        case .null, .boolean, .integer: []
        }
    }
}
