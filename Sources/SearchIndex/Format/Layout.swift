/// Where things stand in an index file. All numbers are little-endian.
///
/// | bytes | what |
/// |---|---|
/// | 0..<8 | `kbindex\n` |
/// | 8..<12 | the version of this format |
/// | 12..<16 | the number of documents |
/// | 16..<128 | offset and length (8 bytes each) of the seven sections, in the order of `Section` |
///
/// The sections follow one another without gaps, to the end of the file.
enum Layout {
    static let magic = Array("kbindex\n".utf8)
    static let version: UInt32 = 1
    static let headerSize = 16 + Section.allCases.count * 16

    enum Section: Int, CaseIterable {
        /// One `Summary`.
        case summary
        /// For each document, in order of path and line, one `IndexDocument`.
        case documents
        /// Where each document begins within its section, and where the last ends: 8 bytes each.
        case documentOffsets
        /// For each document the number of words in each `Field`: 2 bytes each, 65,535 for more.
        case fieldLengths
        /// For each term, in order of its bytes: the term, the number of its documents, and its postings' offset and length.
        case terms
        /// Where each term begins within its section, and where the last ends: 4 bytes each.
        case termOffsets
        /// For each term, for each document in ascending order: the difference from the document before, a set of
        /// fields (1 bit each, the lowest for the first `Field`), and the number of occurrences in each of these.
        case postings
    }
}

/// The parts of a document that are searched, each with its own weight.
enum Field: Int, CaseIterable {
    case title, questions, answer, keywords, headings, body

    /// How much a match counts. Tuned on the development questions of a medical corpus: a hit in a title or a question says
    /// most of what the item is about.
    var weight: Double {
        switch self {
        case .title, .questions: 3
        case .answer, .keywords: 2
        case .headings: 1.5
        case .body: 1
        }
    }
}
