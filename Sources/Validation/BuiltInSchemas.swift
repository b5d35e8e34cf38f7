import Content
import JSONSchema
import Schemas
import Synchronization
import YAML

/// The built-in schema of each kind, compiled when the first file of that kind is held against it: a change of few files
/// needs few of them, and compiling all takes longer than reading the change.
enum BuiltInSchemas {
    private static let compiled = Mutex<[FileKind: Schema]>([:])

    /// Nil for kinds that have none.
    static subscript(kind: FileKind) -> Schema? {
        guard kind.hasSchema else { return nil }
        return compiled.withLock { schemas in
            if let known = schemas[kind] { return known }
            do {
                schemas[kind] = try compile(kind)
            } catch {
                preconditionFailure("a built-in schema is broken: \(error)")
            }
            return schemas[kind]
        }
    }

    private static let common: Result<SchemaRegistry, any Error> = Result {
        var registry = SchemaRegistry()
        if let bytes = SchemaDocuments.all["common"] {
            try registry.register(JSONReader.read(bytes), at: uri("common"))
        }
        return registry
    }

    private static func compile(_ kind: FileKind) throws -> Schema? {
        guard let bytes = SchemaDocuments.all[kind.rawValue] else { return nil }
        return try common.get().compile(JSONReader.read(bytes), at: uri(kind.rawValue), formats: .assertion)
    }

    private static func uri(_ name: String) -> String { "https://kb.example/schemas/\(name).schema.json" }
}
