package import Content
package import SearchIndex

/// An index that is not written: what `kb build` would make of a knowledge base that has been read.
package enum MemoryIndex {
    /// - Parameters:
    ///   - audiences: Who reads it; nil for everything.
    ///   - excluded: Paths of files to leave out.
    package static func make(
        of base: KnowledgeBase, audiences: [String]?, excluding excluded: Set<String> = []
    ) throws -> Index {
        try Index(bytes(of: base, audiences: audiences, excluding: excluded))
    }

    /// The file that it would be.
    package static func bytes(
        of base: KnowledgeBase, audiences: [String]?, excluding excluded: Set<String> = []
    ) throws -> [UInt8] {
        let compiler = IndexCompiler(base.configuration, audiences: audiences)
        let reader = ContentReader(configuration: base.configuration, timeZone: { _ in nil })
        var documents: [CompiledDocument] = []
        var path: String?
        // Items stand in order of their paths. A base keeps no syntax, so a file is read again for it.
        for item in base.items where item.path != path {
            path = item.path
            guard !excluded.contains(item.path), let source = base.source(item.path),
                case .kind(let kind) = FileKind.at(item.path)
            else { continue }
            documents += compiler.items(of: reader.read(source, as: kind)).map { CompiledDocument($0) }
        }
        return try IndexAssembly(documents, by: compiler, of: base, excluding: excluded).bytes()
    }
}
