/// The documents that hold a term, in ascending order.
///
/// In the section `postings`, blocks of up to 128 documents. First, for each block, 13 bytes: its last document (4), the
/// offset of its bytes after this table (4), of its bytes in the term's positions (4) and its greatest impact (1).
/// Then the blocks, each: the widths of the three lists that follow (a byte each), and bit-packed
/// - the differences of the documents, less 1; the first from the last of the block before,
/// - the impacts (`Impact`),
/// - the numbers of occurrences, less 1.
///
/// In the section `positions`, block by block, where the term stands in each document: numbers as wide as the document's
/// length needs (`FieldLengths`), ascending, so that any document's can be found without reading those before. A block begins
/// at a whole byte. Words that say nothing of a subject (`FormalWords`) have no positions, and count as standing in each once.
enum Postings {
    static let blockSize = 128
    static let skipSize = 13
}
