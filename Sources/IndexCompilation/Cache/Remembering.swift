package import Content
import FileSystem
import SearchIndex

extension BuildMemory {
    /// What is known of a file that has not changed.
    ///
    /// - Parameter number: Of the file in the memory.
    /// - Returns: Nil for a file that is to be read.
    package func file(_ number: Int) -> (record: ItemRecord, digest: ContentDigest, compiled: CompiledFile)? {
        guard let digest = files[number].digest, let details = details(of: number) else { return nil }
        var documents: [CompiledDocument] = []
        if let outline = details.outline {
            guard let document = files[number].document else { return nil }
            documents = [CompiledDocument(outline, previous: document)]
        }
        return (
            details.record, digest,
            CompiledFile(
                documents: documents,
                kept: KeptFile(path: files[number].path, digest: digest, details: .remembered(number)))
        )
    }

    /// The memory of a build.
    ///
    /// - Parameters:
    ///   - kept: Of every file that a build reads, in order of their paths.
    ///   - assembly: Of all of their documents.
    ///   - parts: The index that was made of it.
    ///   - earlier: The memory that the build made use of.
    package static func bytes(
        _ build: BuildName, _ comparison: FileComparison, _ kept: [KeptFile], _ assembly: IndexAssembly,
        earlier: BuildMemory?
    ) throws -> [UInt8] {
        // Nil: an index for some readers had to leave out of the document what depends on other files.
        var numbers: [String: Int?] = [:]
        numbers.reserveCapacity(assembly.documents.count)
        var kinds: [String: Int] = [:]
        for (number, document) in assembly.documents.enumerated() {
            kinds[document.kind, default: 0] += 1
            numbers[document.path] = .some(document.isWhole ? number : nil)
        }
        var writer = Writer(
            build, kinds: kinds, factNames: assembly.factNames.sorted(), count: comparison.entries.count,
            size: earlier?.size ?? comparison.entries.count << 9)
        var rest = kept[...]
        for (entry, stamp) in zip(comparison.entries, comparison.stamps) {
            guard let file = rest.first, file.path == entry.path else {
                writer.add(entry, stamp: stamp, digest: nil, document: nil, details: [])
                continue
            }
            rest.removeFirst()
            let document = numbers[file.path]
            let details = document == .some(nil) ? [] : try file.details.bytes(earlier)
            writer.add(
                entry, stamp: stamp, digest: file.digest, document: details.isEmpty ? nil : document ?? nil,
                details: details)
        }
        return writer.bytes()
    }
}

extension KeptFile.Details {
    /// The bytes of `FileDetails`, or none.
    func bytes(_ earlier: BuildMemory?) throws -> ArraySlice<UInt8> {
        switch self {
        case .none: []
        case .scratch(let scratch, let range): try scratch.read(range)[...]
        case .remembered(let number): earlier?.detailBytes(of: number) ?? []
        }
    }
}
