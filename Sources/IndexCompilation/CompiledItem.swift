import Content
import SearchIndex

/// A document before it is known what else its index holds.
struct CompiledItem {
    private(set) var document: IndexDocument
    /// What it names of other documents; empty where the index holds everything.
    private(set) var names: Set<ContentName> = []
    /// What others can name of it; nil where the index holds everything.
    private(set) var parts: NamedParts?
    let order: IndexOrder

    /// - Parameters:
    ///   - destinations: Of links in its body.
    ///   - isForAll: Whether the index holds everything. If not, nothing of the document may depend on what is left out.
    init(_ document: IndexDocument, _ destinations: Set<String>, isForAll: Bool) {
        self.document = document
        // By the line in the file: of items in one file that are alike, those before stay before.
        order = IndexOrder(document)
        if !isForAll {
            self.document.line = 1
            // A hash of the file, with all that is left out.
            self.document.review?.verified = nil
            findNames(destinations)
            parts = NamedParts(self.document)
        }
        self.document.version = self.document.hash
    }

    /// The same without what it names and the index does not hold.
    init(_ document: IndexDocument, at order: IndexOrder, without isHidden: @escaping (ContentName) -> Bool) {
        self.document = document
        self.order = order
        self.document.keepNames { !isHidden($0) }
        let body = ShownBlocks(document.blocks) { destination in
            let names = ContentName.names(destination, in: document.id)
            guard let first = names.firstIndex(where: isHidden) else { return .stays }
            return first == 0 ? .goes : .losesAnchor
        }
        self.document.blocks = body.blocks
        findNames(body.destinations)
        parts = NamedParts(self.document)
        self.document.version = self.document.hash
    }

    private mutating func findNames(_ destinations: Set<String>) {
        names = Set(destinations.lazy.flatMap { [id = document.id] in ContentName.names($0, in: id) })
        document.keepNames { name in
            names.insert(name)
            return true
        }
    }
}

extension IndexDocument {
    /// Of what its readers are shown, wherever its file lies and whoever has reviewed it.
    fileprivate var hash: String {
        var shown = self
        shown.version = IndexDocument.noVersion
        shown.path = ""
        shown.line = 0
        shown.review = nil
        return String(ContentHash.hash(of: shown.record).prefix(2 * IndexDocument.versionSize))
    }
}
