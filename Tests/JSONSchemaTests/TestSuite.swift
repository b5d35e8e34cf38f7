import Foundation
import JSONSchema
import YAML

/// The official JSON Schema test suite, as vendored under Fixtures.
struct TestSuite {
    struct Case {
        var file: String
        var group: String
        var name: String
        var isValid: Bool
        /// Nil when the schema did not compile.
        var violations: [SchemaViolation]?
        var error: SchemaError?

        var passes: Bool { violations.map { $0.isEmpty == isValid } ?? false }
        var title: String { "\(file): \(group): \(name)" }
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/json-schema-test-suite")

    /// Remote documents of the suite, under the addresses its tests expect.
    static func registry() throws -> SchemaRegistry {
        var registry = SchemaRegistry()
        let remotes = folder.appending(path: "remotes")
        for name in try files(in: remotes) where name.hasPrefix("draft2020-12/") {
            try registry.register(read(remotes.appending(path: name)), at: "http://localhost:1234/\(name)")
        }
        return registry
    }

    /// The names of the JSON files below a folder, sorted.
    static func files(in folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".json") }.sorted()
    }

    static func read(_ file: URL) throws -> Node {
        try JSONReader.read(Array(Data(contentsOf: file)))
    }

    static func run(_ name: String, registry: SchemaRegistry, formats: FormatTreatment) throws -> [Case] {
        var cases: [Case] = []
        for group in try read(folder.appending(path: "draft2020-12/\(name)")).sequence ?? [] {
            guard let schemaNode = group["schema"] else { continue }
            var schema: Schema?
            var failure: SchemaError?
            do throws(SchemaError) {
                schema = try registry.compile(schemaNode, formats: formats)
            } catch {
                failure = error
            }
            for test in group["tests"]?.sequence ?? [] {
                guard let data = test["data"] else { continue }
                cases.append(
                    Case(
                        file: name, group: group["description"]?.text ?? "", name: test["description"]?.text ?? "",
                        isValid: test["valid"]?.scalar?.boolean ?? false, violations: schema?.validate(data),
                        error: failure))
            }
        }
        return cases
    }
}
