/// Where things stand in an index file. All numbers of fixed size are little-endian.
///
/// | bytes | what |
/// |---|---|
/// | 0..<8 | `kbindex\n` |
/// | 8..<12 | the version of this format |
/// | 12..<16 | features that a reader must know; no bit is given out yet |
/// | 16..<20 | the number of documents |
/// | 20..<24 | n, the number of sections |
/// | 24..<24 + 32 n | for each section: kind (4), 0 (4), offset (8), length (8), hash of its page hashes (8) |
/// | 8 more | hash of all bytes before |
///
/// The sections follow one another without gaps, to the end of the file. Each is its contents, `length` bytes, and then a
/// hash of 8 bytes for each page of them, the last one shorter than `pageSize`. All hashes are XXH3 of 64 bits.
///
/// Opening checks the header and nothing else; a section's page hashes are checked when it is first touched, and a page
/// when it is. So an answer reads what it needs and is right or refused. A section of an unknown kind is left alone.
enum Layout {
    static let magic = Array("kbindex\n".utf8)
    static let version: UInt32 = 3
    static let fixedSize = 24
    static let entrySize = 32
    static let hashSize = 8
    static let pageSize = 4096
    /// Past that a header is not an index's.
    static let mostSections = 64

    static func headerSize(sections: Int) -> Int { fixedSize + sections * entrySize + hashSize }

    /// The bytes that the page hashes of contents of some length take.
    static func hashesSize(_ length: Int) -> Int { (length + pageSize - 1) / pageSize * hashSize }

    /// What a section holds; its number in the file never changes its meaning.
    enum Section: UInt32, CaseIterable {
        /// One `IndexSettings`.
        case settings = 1
        /// Compressed documents; see `DocumentStore`.
        case documents
        /// Where each block of documents begins; see `DocumentStore`.
        case documentBlocks
        /// What documents have in common that decides whether they are shown; see `FacetTable`.
        case facets
        /// For each document the number of its facets.
        case documentFacets
        /// How long the fields of each document are; see `FieldLengths`.
        case fieldLengths
        /// The stems that documents hold; a `KeyDictionary` into `postings` and `positions`.
        case terms
        /// Which documents hold a term, and how much it says of them; see `Postings`.
        case postings
        /// Where in a document a term stands; see `Postings`.
        case positions
        /// The words that documents hold as they are written; a `KeyDictionary`.
        case words
        /// Ids and aliases; a `KeyDictionary` into `nameDocuments`.
        case names
        case nameDocuments
        /// Facts by name; `NamedRecords`.
        case facts
        /// One `AlertTable`.
        case alerts
        /// Other words for words of a question; `NamedRecords` of `SearchAids`.
        case synonyms
        /// Answers that somebody chose for a question; `NamedRecords` of `SearchAids`.
        case pins
        /// What each document's title, questions and keywords say; see `LineTable`.
        case lines
        /// For each document a `Fingerprint` of 8 bytes.
        case fingerprints
    }
}
