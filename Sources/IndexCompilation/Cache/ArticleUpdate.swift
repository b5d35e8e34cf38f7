package import Content
import SearchIndex

/// Makes an index when nothing has changed but some articles, each in its own text only: what other files and the rest of the
/// index can depend on is as it was.
package struct ArticleUpdate {
    private let memory: BuildMemory
    private let comparison: FileComparison
    /// The numbers of the articles among the files, which are those among the entries too.
    package let articles: [Int]

    /// - Returns: Nil where more has changed.
    package init?(_ memory: BuildMemory, _ comparison: FileComparison) {
        guard comparison.isSameList else { return nil }
        articles = comparison.known.indices.filter { comparison.known[$0] < 0 }
        guard articles.allSatisfy({ memory.files[$0].details != nil }) else { return nil }
        self.memory = memory
        self.comparison = comparison
    }

    package var entries: [ContentEntry] { articles.map { comparison.entries[$0] } }

    /// The digest of a file that has not changed.
    package var digest: @Sendable (String) -> ContentDigest? {
        let digests = Dictionary(
            memory.files.lazy.compactMap { file in
                file.details == nil ? file.digest.map { (file.path, $0) } : nil
            }
        ) { first, _ in first }
        return { digests[$0] }
    }

    /// The parts of the file and the bytes of its memory.
    ///
    /// - Parameters:
    ///   - compiled: Of the articles.
    ///   - base: Without the other articles.
    /// - Returns: Nil where more has changed after all.
    package func file(
        _ compiled: [CompiledFile], by compiler: IndexCompiler, of base: KnowledgeBase, _ previous: PreviousIndex
    ) throws -> (parts: [[UInt8]], memory: (BuildMemory.BuildName) throws -> [UInt8])? {
        // Which pins an index for some readers has depends on what all of its documents are named.
        guard !compiler.readership.isLimited || base.pins.isEmpty else { return nil }
        let index = try previous.open()
        var splices: [IndexUpdate.Splice] = []
        var details: [Int: ArraySlice<UInt8>] = [:]
        for (number, file) in zip(articles, compiled) {
            let bytes = try file.kept.details.bytes(memory)
            guard let known = memory.details(of: number),
                let new = try? FileDetails(bytes, at: memory.files[number].path), new.isLike(known),
                file.documents.count == (known.outline == nil ? 0 : 1)
            else { return nil }
            details[number] = bytes
            guard let document = file.documents.first else { continue }
            guard document.outline.names.isEmpty, let place = memory.files[number].document else { return nil }
            guard place < index.documentCount else { return nil }
            splices.append(IndexUpdate.Splice(place..<place + 1, [try document.document(index)]))
        }
        let contents = compiler.contents(of: base, facts: Set(memory.factNames), excluding: []) { _ in true }
        splices.sort { $0.previous.lowerBound < $1.previous.lowerBound }
        guard let parts = try IndexUpdate(of: index, contents).file(splices) else { return nil }
        try index.check()
        return (parts, { try bytes($0, compiled, details) })
    }

    private func bytes(
        _ build: BuildMemory.BuildName, _ compiled: [CompiledFile], _ details: [Int: ArraySlice<UInt8>]
    ) throws -> [UInt8] {
        var digests: [Int: ContentDigest] = [:]
        for (number, file) in zip(articles, compiled) { digests[number] = file.kept.digest }
        var writer = BuildMemory.Writer(
            build, kinds: memory.kinds, factNames: memory.factNames, count: memory.files.count,
            size: memory.size + (1 << 16))
        var start = 0
        for (number, file) in memory.files.enumerated() {
            if digests[number] == nil, comparison.stamps[number] == file.stamp { continue }
            writer.add(start..<number, of: memory)
            start = number + 1
            writer.add(
                comparison.entries[number], stamp: comparison.stamps[number], digest: digests[number] ?? file.digest,
                document: file.document, details: details[number] ?? memory.detailBytes(of: number))
        }
        writer.add(start..<memory.files.count, of: memory)
        return writer.bytes()
    }
}
