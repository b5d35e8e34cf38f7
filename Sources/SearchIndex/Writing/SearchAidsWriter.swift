/// Lays out synonyms and pins by the stems that a question must hold.
struct SearchAidsWriter {
    let synonyms: [UInt8]
    let pins: [UInt8]

    init(_ contents: IndexContents) {
        let stemmers = Stemmers()
        func languages(_ language: String?) -> [String] { language.map { [$0] } ?? contents.languages }
        var synonyms: [String: [SearchAids.Synonym]] = [:]
        for set in contents.synonyms {
            for (index, words) in set.words.enumerated() {
                let others = set.words.enumerated().filter { $0.offset != index }.map(\.element)
                for key in Set(languages(set.language).map({ SearchKey.phrase(words, stemmers[$0]) }))
                where !key.isEmpty {
                    for phrase in set.means.isEmpty ? others : set.means {
                        var synonym = SearchAids.Synonym(phrase: phrase)
                        synonym.audience = set.audience
                        synonym.applies = set.applies
                        if synonyms[key]?.contains(synonym) != true { synonyms[key, default: []].append(synonym) }
                    }
                }
            }
        }
        var pins: [String: [SearchAids.Pin]] = [:]
        for pinned in contents.pins {
            for question in pinned.questions {
                for key in Set(languages(pinned.language).map({ SearchKey.question(question, stemmers[$0]) }))
                where !key.isEmpty && pins[key]?.contains(pinned.pin) != true {
                    pins[key, default: []].append(pinned.pin)
                }
            }
        }
        self.synonyms = NamedRecords.bytes(synonyms.map { ($0.key, $0.value) })
        self.pins = NamedRecords.bytes(pins.map { ($0.key, $0.value) })
    }
}

/// What synonyms and pins are found by.
enum SearchKey {
    /// The stems of a phrase, in order.
    static func phrase(_ text: String, _ stemmer: Stemmer) -> String {
        Words.of(text).map(stemmer.stem).joined(separator: " ")
    }

    /// The stems of a question's subject in order of their bytes, each once.
    static func question(_ text: String, _ stemmer: Stemmer) -> String {
        Set(FormalWords.subject(of: Words.of(text)).map(stemmer.stem)).sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }.joined(separator: " ")
    }
}
