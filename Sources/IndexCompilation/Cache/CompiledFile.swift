package import Content
package import FileSystem
import SearchIndex

/// The documents of one file, with what the builds to come may use of it.
package struct CompiledFile: Sendable {
    package let documents: [CompiledDocument]
    package let kept: KeptFile
}

/// What the builds to come may use of a file.
package struct KeptFile: Sendable {
    let path: String
    let digest: ContentDigest
    let details: Details

    enum Details: Sendable {
        /// The file is to be read again by every build.
        case none
        /// A `FileDetails` in the scratch file.
        case scratch(ScratchFile, Range<Int>)
        /// Those that this file of the memory has already.
        case remembered(Int)
    }
}

extension IndexCompiler {
    /// Compiles one file.
    ///
    /// - Parameters:
    ///   - isSound: Whether the file, by itself, is without error, so that it need not be read again while it stays the same.
    ///   - scratch: What keeps the documents.
    package func compile(
        _ file: ContentFile, _ digest: ContentDigest, isSound: Bool, _ scratch: ScratchFile
    ) -> Result<CompiledFile, FileSystemError> {
        let items = items(of: file)
        do throws(FileSystemError) {
            guard isSound, file.kind == .article, file.items.count == 1 else {
                var documents: [CompiledDocument] = []
                for item in items {
                    let range = try scratch.append(item.document.record)
                    documents.append(CompiledDocument(DocumentOutline(item), in: scratch, range))
                }
                return .success(
                    CompiledFile(
                        documents: documents, kept: KeptFile(path: file.path, digest: digest, details: .none)))
            }
            let outline = items.first.map { DocumentOutline($0) }
            let record = items.first?.document.record ?? []
            // Both at once: there are very many files.
            let details = FileDetails.bytes(ItemRecord(of: file.items[0]), outline)
            let range = try scratch.append(record + details)
            let end = range.lowerBound + record.count
            return .success(
                CompiledFile(
                    documents: outline.map { [CompiledDocument($0, in: scratch, range.lowerBound..<end)] } ?? [],
                    kept: KeptFile(
                        path: file.path, digest: digest, details: .scratch(scratch, end..<range.upperBound))))
        } catch {
            return .failure(error)
        }
    }
}
