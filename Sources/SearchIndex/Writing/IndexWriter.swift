/// Lays out an index of documents that are all in memory. The same contents give the same bytes.
package enum IndexWriter {
    package static func bytes(of contents: IndexContents) -> [UInt8] {
        let facts = [String: IndexContents.Fact](contents.facts.map { ($0.name, $0) }) { first, _ in first }
        var builder = IndexBuilder()
        for start in stride(from: 0, to: contents.documents.count, by: DocumentChunk.size) {
            var analysis = DocumentAnalysis(facts: facts)
            for document in contents.documents[start..<min(start + DocumentChunk.size, contents.documents.count)] {
                analysis.add(document)
            }
            builder.add(analysis.finish())
        }
        return builder.file(contents).flatMap(\.self)
    }
}
