import Content
import FileSystem
import Schemas

/// The schemas that an editor's YAML language server reads, in `.kb/schemas/`.
enum EditorSchemas {
    static func write(into root: String) throws {
        try DurableFile.createFolder(root + "/.kb/schemas")
        for kind in FileKind.allCases where kind.hasSchema {
            let text = try SchemaBundle.text(of: kind.rawValue, as: .draft07)
            try DurableFile.write(Array(text.utf8), to: "\(root)/.kb/schemas/\(kind.rawValue).schema.json")
        }
    }
}
