package import Content
package import SearchIndex

/// An index that is not written: what `kb build` would make of a knowledge base that has been read.
package enum MemoryIndex {
    /// - Parameters:
    ///   - audiences: Who reads it; nil for everything.
    ///   - excluded: Paths of files to leave out.
    package static func make(
        of base: KnowledgeBase, audiences: [String]?, excluding excluded: Set<String> = []
    ) throws(IndexError) -> Index {
        let compiler = IndexCompiler(base.configuration, audiences: audiences)
        let reader = ContentReader(configuration: base.configuration, timeZone: { _ in nil })
        var documents: [IndexDocument] = []
        var path: String?
        // Items stand in order of their paths. A base keeps no syntax, so a file is read again for it.
        for item in base.items where item.path != path {
            path = item.path
            guard !excluded.contains(item.path), let source = base.source(item.path),
                case .kind(let kind) = FileKind.at(item.path)
            else { continue }
            documents += compiler.documents(of: reader.read(source, as: kind))
        }
        var contents = compiler.contents(
            of: base, facts: documents.reduce(into: []) { $0.formUnion($1.factNames) }, excluding: excluded)
        contents.documents = documents.sorted { IndexOrder($0) < IndexOrder($1) }
        return try Index(IndexWriter.bytes(of: contents))
    }
}
