/// Room for one block of a term's documents, unpacked.
struct PostingBlock {
    private(set) var documents = [UInt32](repeating: 0, count: Postings.blockSize)
    /// Steps of `Impact`.
    private(set) var impacts = [UInt32](repeating: 0, count: Postings.blockSize)
    /// How often the term stands in each document.
    private(set) var frequencies = [UInt32](repeating: 0, count: Postings.blockSize)
    /// How many documents it has; what is beyond them means nothing.
    private(set) var size = 0

    /// Reads documents and impacts.
    mutating func read(_ block: Int, of list: PostingList) throws(IndexError) {
        size = list.size(ofBlock: block)
        try documents.withUnsafeMutableBufferPointer { (documents) throws(IndexError) in
            try impacts.withUnsafeMutableBufferPointer { (impacts) throws(IndexError) in
                try list.read(block, documents: documents.baseAddress!, impacts: impacts.baseAddress!)
            }
        }
    }

    /// Reads frequencies besides.
    mutating func readAll(_ block: Int, of list: PostingList) throws(IndexError) {
        try read(block, of: list)
        try frequencies.withUnsafeMutableBufferPointer { (frequencies) throws(IndexError) in
            try list.readFrequencies(block, into: frequencies.baseAddress!)
        }
    }
}
