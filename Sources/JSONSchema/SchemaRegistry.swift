package import YAML

/// The schema documents that references may lead to. Nothing is ever fetched from the network or the file system.
///
/// The meta-schemas of draft 2020-12 are always registered.
package struct SchemaRegistry: Sendable {
    /// Where a URI leads.
    struct Target: Hashable, Sendable {
        var document: Int
        var resource: Int
    }

    private(set) var documents: [SchemaDocument] = []
    private var targets: [String: Target] = [:]

    private static let standard: SchemaRegistry = {
        var registry = SchemaRegistry(documents: [], targets: [:])
        for text in MetaSchemas.texts {
            do {
                try registry.register(JSONReader.read(Array(text.utf8)), at: "")
            } catch {
                preconditionFailure("A built-in meta-schema is broken: \(error)")
            }
        }
        return registry
    }()

    package init() {
        self = Self.standard
    }

    private init(documents: [SchemaDocument], targets: [String: Target]) {
        self.documents = documents
        self.targets = targets
    }

    /// Adds a document, which `$ref` may then reach by this URI and by each `$id` in it.
    /// - Parameter uri: where the document is said to lie, the base of its references; may be relative.
    /// - Throws: when an `$id` or anchor is malformed or occurs twice, or a URI is already registered.
    package mutating func register(_ schema: Node, at uri: String) throws(SchemaError) {
        try add(SchemaDocument(schema, uri: uri), replacing: false)
    }

    /// Compiles a schema; its references are looked up in itself and in this registry.
    /// - Parameters:
    ///   - uri: the base of the schema's references where it has no `$id` of its own.
    ///   - formats: whether `format` is checked.
    /// - Throws: for a malformed keyword, an unknown reference or dialect, or a pattern that is not supported.
    package func compile(
        _ schema: Node, at uri: String = "", formats: FormatTreatment = .annotation
    ) throws(SchemaError) -> Schema {
        var registry = self
        let number = try registry.add(SchemaDocument(schema, uri: uri), replacing: true)
        var compiler = SchemaCompiler(registry: registry, formats: formats)
        return try compiler.compile(document: number)
    }

    @discardableResult
    private mutating func add(_ document: SchemaDocument, replacing: Bool) throws(SchemaError) -> Int {
        let number = documents.count
        for (index, resource) in document.resources.enumerated() {
            guard replacing || targets[resource.uri] == nil else {
                throw document.error(
                    "A schema is already registered as \(resource.uri).", at: document.node(at: resource.path),
                    path: resource.path)
            }
            targets[resource.uri] = Target(document: number, resource: index)
        }
        if !document.uri.isEmpty, replacing || targets[document.uri] == nil {
            targets[document.uri] = Target(document: number, resource: 0)
        }
        documents.append(document)
        return number
    }

    func target(of uri: String) -> Target? { targets[uri] }
}
