import YAML

/// A document that holds schemas: its resources (the root and every subschema with an `$id`) and their anchors.
struct SchemaDocument: Sendable {
    struct Resource: Sendable {
        /// Absolute, or relative when nothing gives it a base; without fragment.
        var uri: String
        /// The positions that lead from the document's root to this resource.
        var path: [Int]
        /// The resource around this one.
        var parent: Int?
        /// The value of `$schema`.
        var dialect: Node?
        /// `$vocabulary`, where this is a meta-schema.
        var vocabulary: Node?
        /// Where the names of `$anchor` and `$dynamicAnchor` lead.
        var anchors: [String: [Int]] = [:]
        var dynamicAnchors: [String: [Int]] = [:]
    }

    /// The URI the document was registered under.
    let uri: String
    let root: Node
    private(set) var resources: [Resource] = []
    private var resourceAtPath: [[Int]: Int] = [:]
    private var identifiers: Set<String> = []

    init(_ root: Node, uri: String) throws(SchemaError) {
        self.uri = URIReference(uri).withoutFragment
        self.root = root
        try visit(root, path: [], parent: nil)
    }

    /// The innermost resource that a path is part of.
    func resource(at path: [Int]) -> Int {
        for length in stride(from: path.count, to: 0, by: -1) {
            if let resource = resourceAtPath[Array(path[..<length])] { return resource }
        }
        return 0
    }

    func node(at path: [Int]) -> Node {
        path.reduce(root) { node, position in
            switch node.content {
            case .mapping(let mapping): mapping.entries[position].value
            case .sequence(let items): items[position]
            case .scalar: node
            }
        }
    }

    private mutating func visit(_ node: Node, path: [Int], parent: Int?) throws(SchemaError) {
        guard let mapping = node.mapping else {
            if path.isEmpty { resources.append(Resource(uri: uri, path: [], parent: nil)) }
            return
        }
        let current = try resource(of: mapping, path: path, parent: parent)
        try collectAnchors(of: mapping, path: path, into: current)
        for (position, entry) in mapping.entries.enumerated() {
            guard let keyword = Keyword(rawValue: entry.key.text) else { continue }
            switch (keyword.holding, entry.value.content) {
            case (.schema, _): try visit(entry.value, path: path + [position], parent: current)
            case (.list, .sequence(let items)):
                for (index, item) in items.enumerated() {
                    try visit(item, path: path + [position, index], parent: current)
                }
            case (.map, .mapping(let members)):
                for (index, member) in members.entries.enumerated() {
                    try visit(member.value, path: path + [position, index], parent: current)
                }
            default: break
            }
        }
    }

    /// The resource that a schema belongs to, which begins here when it is the root or has an `$id`.
    private mutating func resource(of mapping: Mapping, path: [Int], parent: Int?) throws(SchemaError) -> Int {
        let id = mapping[Keyword.id.rawValue]
        if id == nil, let parent { return parent }
        var resourceURI = parent.map { resources[$0].uri } ?? uri
        if let id {
            guard let text = id.schemaText else { throw error("An $id must be a URI reference.", at: id, path: path) }
            let reference = URIReference(text)
            guard reference.fragment ?? "" == "" else {
                throw error("An $id must have no fragment.", at: id, path: path)
            }
            resourceURI = reference.resolved(against: URIReference(resourceURI)).withoutFragment
            guard identifiers.insert(resourceURI).inserted else {
                throw error("Two schemas of this document have this $id.", at: id, path: path)
            }
        }
        resources.append(
            Resource(
                uri: resourceURI, path: path, parent: parent, dialect: mapping[Keyword.schema.rawValue],
                vocabulary: mapping[Keyword.vocabulary.rawValue]))
        resourceAtPath[path] = resources.count - 1
        return resources.count - 1
    }

    private mutating func collectAnchors(of mapping: Mapping, path: [Int], into resource: Int) throws(SchemaError) {
        for keyword in [Keyword.anchor, .dynamicAnchor] {
            guard let node = mapping[keyword.rawValue] else { continue }
            guard let name = node.schemaText, Self.isAnchorName(name) else {
                throw error(
                    "An anchor must begin with a letter and hold letters, digits, - _ and . only.", at: node, path: path
                )
            }
            guard resources[resource].anchors.updateValue(path, forKey: name).map({ $0 == path }) ?? true else {
                throw error("Two schemas of this resource have this anchor.", at: node, path: path)
            }
            if keyword == .dynamicAnchor { resources[resource].dynamicAnchors[name] = path }
        }
    }

    private static func isAnchorName(_ name: String) -> Bool {
        guard let first = name.utf8.first, isLetter(first) || first == UInt8(ascii: "_") else { return false }
        return name.utf8.allSatisfy {
            isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
                || $0 == UInt8(ascii: ".")
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    func error(_ message: String, at node: Node, path: [Int]) -> SchemaError {
        SchemaError(
            document: uri, range: node.range, pointer: JSONPointer.text(of: root.tokens(along: path)), message: message)
    }
}

extension Node {
    /// A keyword's value as text: a string, or an unquoted YAML scalar other than null by its source text.
    var schemaText: String? {
        guard let scalar else { return nil }
        return scalar.value == .text || (scalar.style == .plain && scalar.value != .null) ? scalar.text : nil
    }
}
