package import Content
package import Diagnostics
package import JSONSchema
import YAML

/// The built-in schema of every kind, and what the repository adds to it.
package struct SchemaSet: Sendable {
    private struct OwnSchema: Sendable {
        let schema: Schema
        let fields: Set<String>
    }

    private let own: [FileKind: OwnSchema]

    /// - Parameter files: The files under schemas/; those that cannot be used are left out.
    package init(own files: [SourceFile] = []) {
        var own: [FileKind: OwnSchema] = [:]
        for file in files {
            guard let kind = SchemaSet.kind(of: file.path), let compiled = try? SchemaSet.compile(file) else {
                continue
            }
            own[kind] = compiled
        }
        self.own = own
    }

    package func violations(of file: ContentFile) -> [SchemaViolation] {
        guard let root = file.root, let schema = BuiltInSchemas[file.kind] else { return [] }
        let options = ValidationOptions(typing: .yaml)
        let found = schema.validate(root, options: options)
        guard let added = own[file.kind] else { return found }
        return found.filter { violation in
            guard case .unknownProperty(let name, _) = violation.reason, violation.instancePath.count == 1 else {
                return true
            }
            return !added.fields.contains(name)
        } + added.schema.validate(root, options: options)
    }

    /// Why a file under schemas/ cannot be used.
    package static func defects(in file: SourceFile) -> [(message: String, range: Range<Int>)] {
        guard kind(of: file.path) != nil else {
            return [("No kind of content has this name.", 0..<min(1, file.bytes.count))]
        }
        do {
            _ = try compile(file)
            return []
        } catch let error as JSONReader.Error {
            return [(error.message, error.offset..<min(error.offset + 1, file.bytes.count))]
        } catch let error as SchemaError {
            return [(error.message, error.range)]
        } catch {
            return [("\(error)", 0..<0)]
        }
    }

    private static func compile(_ file: SourceFile) throws -> OwnSchema {
        let root = try JSONReader.read(file.bytes)
        let schema = try SchemaRegistry().compile(root, at: "", formats: .assertion)
        let fields = root["properties"]?.mapping?.entries.map(\.key.text) ?? []
        return OwnSchema(schema: schema, fields: Set(fields))
    }

    private static func kind(of path: String) -> FileKind? {
        guard path.hasPrefix("schemas/"), path.hasSuffix(".schema.json") else { return nil }
        let kind = FileKind(rawValue: String(path.dropFirst(8).dropLast(12)))
        return kind?.hasSchema == true ? kind : nil
    }
}
