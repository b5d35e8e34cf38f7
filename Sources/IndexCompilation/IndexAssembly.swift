package import Content
import SearchIndex

/// Puts an index together from documents that were compiled file by file.
package struct IndexAssembly: Sendable {
    let documents: [CompiledDocument]
    private let previous: PreviousIndex?
    /// The facts that documents name.
    let factNames: Set<String>
    private let facts: [String: IndexContents.Fact]
    private let contents: IndexContents

    /// - Parameters:
    ///   - documents: Those that the index is to hold, in any order.
    ///   - base: What they are of.
    ///   - excluded: Paths of files to leave out.
    ///   - previous: The index that an earlier build made, where some of the documents are as they were in it.
    package init(
        _ documents: [CompiledDocument], by compiler: IndexCompiler, of base: KnowledgeBase,
        excluding excluded: Set<String> = [], previous: PreviousIndex? = nil
    ) throws {
        let settled =
            compiler.readership.isLimited ? try IndexAssembly.settled(documents, previous) : documents
        self.documents = settled.sorted { $0.outline.order < $1.outline.order }
        self.previous = previous
        let pinned = base.pins.map { ContentName.item($0.item.value) }
        let known = KnownNames(Set(pinned), in: settled)
        factNames = settled.reduce(into: []) { $0.formUnion($1.outline.factNames) }
        contents = compiler.contents(of: base, facts: factNames, excluding: excluded) {
            !compiler.readership.isLimited || known.contains(.item($0))
        }
        facts = Dictionary(contents.facts.map { ($0.name, $0) }) { first, _ in first }
    }

    /// The documents without the names of what is not among them: first of items, then of their headings, since the text of
    /// a heading may have held a link.
    private static func settled(
        _ documents: [CompiledDocument], _ previous: PreviousIndex?
    ) throws -> [CompiledDocument] {
        let previous = try previous.map { try $0.open() }
        var settled = documents
        for settlesHeadings in [false, true] {
            let known = KnownNames(settled.reduce(into: []) { $0.formUnion($1.outline.names) }, in: settled)
            settled = try settled.map { document in
                let isHidden = { (name: ContentName) in
                    if case .heading = name, !settlesHeadings { return false }
                    return !known.contains(name)
                }
                return try document.without(isHidden, previous)
            }
        }
        return settled
    }

    /// The whole file.
    package func bytes() throws -> [UInt8] {
        var builder = IndexBuilder()
        for chunk in chunks { builder.add(try analyse(chunk)) }
        return builder.file(contents).flatMap(\.self)
    }

    private var chunks: [Range<Int>] {
        stride(from: 0, to: documents.count, by: DocumentChunk.size).map { start in
            start..<min(start + DocumentChunk.size, documents.count)
        }
    }

    /// The parts of the file, one after the other; the same however many jobs share the work.
    ///
    /// - Parameter progress: Called with the number of documents done and of all.
    package func file(jobs: Int, progress: (Int, Int) -> Void = { _, _ in }) async throws -> [[UInt8]] {
        if let parts = try updated() { return parts }
        let chunks = chunks
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

    /// The parts made from the previous index; nil where it does not serve, or too much is new for that to be quicker.
    private func updated() throws -> [[UInt8]]? {
        guard let previous = try previous.map({ try $0.open() }) else { return nil }
        let update = IndexUpdate(of: previous, contents)
        let facts = try update.changedFacts()
        let splices = try IndexSplices(
            documents, since: previous, changed: facts, atMost: documents.count / 16 + 64)
        let parts = try splices.flatMap { try update.file($0.splices, following: facts) }
        try previous.check()
        return parts
    }

    private func analyse(_ range: Range<Int>) throws -> DocumentChunk {
        var analysis = DocumentAnalysis(facts: facts)
        // Each chunk looks into it for itself, as an open index is no two threads' at once.
        let previous = try previous.map { try $0.open() }
        for document in documents[range] { analysis.add(try document.document(previous)) }
        try previous?.check()
        return analysis.finish()
    }
}
