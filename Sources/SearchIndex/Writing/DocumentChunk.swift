/// Some documents in order, analysed: packed for the store, and their words turned round into postings. Chunks are made
/// apart from one another, in any order and by any thread, and put together by `IndexBuilder`.
package struct DocumentChunk: Sendable {
    /// How many documents a chunk has, the last one fewer. The bytes of an index depend on it.
    package static let size = 1024

    package struct Entry: Sendable {
        var names: [String]
        var facets: Facets
        var isAlert: Bool
        /// A `LengthByte` for each field.
        var lengths: [UInt8]
        var lines: DocumentLines
        var fingerprint: Fingerprint
    }

    var documents: [Entry] = []
    var blocks: [DocumentStoreWriter.PackedBlock] = []
    /// Stems, and where each stands.
    var terms: ByteTable
    var occurrences = StemOccurrences()
    /// Words as written, and in how many documents of the chunk each stands.
    var words: ByteTable
    var wordCounts: [Int32] = []
}

/// Analyses documents one after the other.
package struct DocumentAnalysis {
    private let facts: [String: IndexContents.Fact]
    private let stemmers = Stemmers()
    private var chunk = DocumentChunk(terms: ByteTable(capacity: 1 << 14), words: ByteTable(capacity: 1 << 14))
    /// nil where the documents themselves are not wanted.
    private var store: DocumentStoreWriter?
    /// For each occurrence in the order of the text: its stem's number, and document and position.
    private var stems: [UInt32] = []
    private var places: [UInt64] = []
    /// For each word as written: its stem by the number of its language, and the last document that held it.
    private var stemOfWord: [[Int32]] = []
    private var lastDocument: [Int32] = []
    private var hashes: [UInt64] = []
    /// Of the document at hand: hashes of the words that it shows, and of those with a digit.
    private var shown: [UInt64] = []
    private var codes: [UInt64] = []
    private var languages: [String: Int] = [:]

    package init(facts: [String: IndexContents.Fact]) {
        self.facts = facts
        store = DocumentStoreWriter()
    }

    /// The same without packing the documents.
    init(wordsOnly facts: [String: IndexContents.Fact]) { self.facts = facts }

    package mutating func add(_ document: IndexDocument) {
        let number = chunk.documents.count
        var position: UInt32 = 0
        var lengths: [UInt8] = []
        var lines: [[Int]] = []
        let language = self.language(document.language)
        shown.removeAll(keepingCapacity: true)
        codes.removeAll(keepingCapacity: true)
        for field in Field.allCases {
            let start = position
            lines.append([])
            for text in document.texts(of: field) {
                let text = FactText.allValues(of: text, facts)
                let lineStart = position
                Words.forEach(in: text) { word, _ in
                    add(word, in: language, document: number, at: position, isShown: field != .keywords)
                    position += 1
                }
                lines[field.rawValue].append(Int(position - lineStart))
            }
            let length = LengthByte.byte(atLeast: Int(position - start))
            lengths.append(length)
            position = start + LengthByte.length(length)
        }
        chunk.documents.append(
            DocumentChunk.Entry(
                names: [document.id] + document.aliases, facets: Facets(document), isAlert: document.alert != nil,
                lengths: lengths,
                lines: DocumentLines(
                    title: lines[Field.title.rawValue][0], questions: lines[Field.questions.rawValue],
                    keywords: lines[Field.keywords.rawValue]),
                fingerprint: Fingerprint(words: shown, codes: codes.sorted(), document)))
        if store != nil { store?.add(document.record) }
    }

    private mutating func language(_ tag: String) -> (number: Int, stemmer: Stemmer) {
        let number = languages[tag] ?? languages.count
        languages[tag] = number
        return (number, stemmers[tag])
    }

    @inline(__always)
    private mutating func add(
        _ word: UnsafeBufferPointer<UInt8>, in language: (number: Int, stemmer: Stemmer), document: Int,
        at position: UInt32, isShown: Bool
    ) {
        let (number, isNew) = chunk.words.number(of: word)
        if isNew {
            stemOfWord.append([])
            lastDocument.append(-1)
            hashes.append(Hash.of(UnsafeRawBufferPointer(word)))
            chunk.wordCounts.append(0)
        }
        if lastDocument[number] != document {
            lastDocument[number] = Int32(document)
            chunk.wordCounts[number] += 1
            // A word that only stands among the keywords first is left out: a fingerprint need not be exact in that.
            if isShown {
                shown.append(hashes[number])
                if word.contains(where: \.isDigit) {
                    codes.append(hashes[number])
                }
            }
        }
        while stemOfWord[number].count <= language.number { stemOfWord[number].append(-1) }
        var stem = stemOfWord[number][language.number]
        if stem < 0 {
            stem = Int32(chunk.terms.number(of: language.stemmer.stem(String(decoding: word, as: UTF8.self)).utf8))
            stemOfWord[number][language.number] = stem
        }
        stems.append(UInt32(stem))
        places.append(UInt64(document) << 32 | UInt64(position))
    }

    /// All that was added, turned round: occurrences by stem instead of stems by place.
    package consuming func finish() -> DocumentChunk {
        store?.finish()
        chunk.blocks = store?.blocks ?? []
        var starts = Array(repeating: 0, count: chunk.terms.count + 1)
        for stem in stems { starts[Int(stem) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var next = starts
        var occurrences = [UInt64](repeating: 0, count: places.count)
        for (stem, place) in zip(stems, places) {
            occurrences[next[Int(stem)]] = place
            next[Int(stem)] += 1
        }
        chunk.occurrences = StemOccurrences(occurrences, starts)
        return chunk
    }
}

extension IndexDocument {
    /// What is searched in a field.
    func texts(of field: Field) -> [String] {
        switch field {
        case .title: [title]
        case .questions: questions
        case .keywords: keywords
        case .answer: [answer ?? alert?.message ?? ""]
        case .headings: blocks.flatMap(\.sections).map(\.heading)
        case .body: blocks.flatMap(\.sections).flatMap(\.paragraphs) + details.map(\.value).flatMap(\.texts)
        }
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
