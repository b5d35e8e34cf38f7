package import FileSystem
package import SearchIndex

/// Puts an index together from documents that were compiled file by file.
package struct IndexAssembly: Sendable {
    private let documents: [CompiledDocument]
    private let scratch: ScratchFile
    private let facts: [String: IndexContents.Fact]
    private let contents: IndexContents

    /// - Parameters:
    ///   - documents: Those that the index is to hold, in any order.
    ///   - contents: What it holds besides documents.
    package init(_ documents: [CompiledDocument], _ scratch: ScratchFile, _ contents: IndexContents) {
        self.documents = documents.sorted { $0.order < $1.order }
        self.scratch = scratch
        self.contents = contents
        facts = Dictionary(contents.facts.map { ($0.name, $0) }) { first, _ in first }
    }

    /// The parts of the file, one after the other; the same however many jobs share the work.
    ///
    /// - Parameter progress: Called with the number of documents done and of all.
    package func file(jobs: Int, progress: (Int, Int) -> Void = { _, _ in }) async throws -> [[UInt8]] {
        let chunks = stride(from: 0, to: documents.count, by: DocumentChunk.size).map { start in
            start..<min(start + DocumentChunk.size, documents.count)
        }
        var builder = IndexBuilder()
        try await withThrowingTaskGroup(of: (Int, DocumentChunk).self) { group in
            var started = 0
            func startNext() {
                guard started < chunks.count else { return }
                let number = started
                started += 1
                group.addTask { (number, try analyse(chunks[number])) }
            }
            for _ in 0..<max(1, jobs) { startNext() }
            // A chunk that is done before those ahead of it waits for them.
            var waiting: [Int: DocumentChunk] = [:]
            var next = 0
            while let (number, chunk) = try await group.next() {
                waiting[number] = chunk
                while let chunk = waiting.removeValue(forKey: next) {
                    builder.add(chunk)
                    next += 1
                }
                progress(builder.documentCount, documents.count)
                startNext()
            }
        }
        return await builder.file(contents, jobs: jobs)
    }

    private func analyse(_ range: Range<Int>) throws -> DocumentChunk {
        var analysis = DocumentAnalysis(facts: facts)
        for document in documents[range] { analysis.add(try document.document(scratch)) }
        return analysis.finish()
    }
}
