import SearchIndex

/// A name that content has for something else in the knowledge base.
enum ContentName: Hashable, Sendable {
    /// An id or an alias.
    case item(String)
    case heading(item: String, anchor: String)
    case category(String)

    /// Where a link leads, from the most general to the most particular.
    ///
    /// - Parameter id: Of the item that the link stands in.
    /// - Returns: Empty where it leads out of the knowledge base.
    static func names(_ destination: String, in id: String) -> [ContentName] {
        let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let isOwn = destination.hasPrefix("#")
        guard isOwn || destination.hasPrefix("kb:") else { return [] }
        let item = isOwn ? id : String(parts[0].dropFirst(3))
        let anchor = parts.count > 1 ? parts[1] : ""
        return (isOwn ? [] : [.item(item)]) + (anchor.isEmpty ? [] : [.heading(item: item, anchor: anchor)])
    }
}

/// What the documents of one index can be named by.
struct KnownNames {
    private let wanted: Set<ContentName>
    private var found: Set<ContentName> = []

    /// - Parameter wanted: The names that are to be looked up: of the very many in an index those are few.
    init(_ wanted: Set<ContentName>, in documents: [CompiledDocument]) {
        self.wanted = wanted
        for document in documents { document.outline.parts.map { add($0) } }
    }

    func contains(_ name: ContentName) -> Bool { found.contains(name) }

    /// Takes in what one document is, has and belongs to.
    private mutating func add(_ document: NamedParts) {
        for name in document.names {
            add(.item(name))
            for anchor in document.anchors { add(.heading(item: name, anchor: anchor)) }
        }
        // An item of `a/b/c` is one of `a/b` and of `a` too.
        var category = Substring(document.category ?? "")
        while !category.isEmpty {
            add(.category(String(category)))
            category = category[..<(category.lastIndex(of: "/") ?? category.startIndex)]
        }
    }

    private mutating func add(_ name: ContentName) {
        if wanted.contains(name) { found.insert(name) }
    }
}

/// What other documents can name of one.
struct NamedParts: Hashable, Sendable {
    /// Its id and aliases.
    let names: [String]
    let anchors: [String]
    let category: String?

    init(_ document: IndexDocument) {
        names = [document.id] + document.aliases
        anchors = document.blocks.flatMap(\.sections).map(\.anchor).filter { !$0.isEmpty }
        category = document.category
    }
}
