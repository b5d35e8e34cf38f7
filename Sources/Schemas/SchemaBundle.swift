import Presentation
import YAML

/// Writes a schema as one document that refers to nothing outside itself.
package enum SchemaBundle {
    package enum Draft: String, CaseIterable, Sendable {
        case latest = "2020-12"
        /// What yaml-language-server reads.
        case draft07 = "07"
    }

    /// - Parameter name: `article` for `article.schema.json`.
    /// - Throws: `JSONReader.Error` for a document that is not JSON.
    package static func text(of name: String, as draft: Draft) throws -> String {
        let root = try JSONReader.read(SchemaDocuments.all[name] ?? [])
        let common = try JSONReader.read(SchemaDocuments.all["common"] ?? [])
        var bundler = Bundler(draft: draft, common: common)
        var text = ""
        JSONWriter.write(bundler.document(root), layout: .pretty, to: &text)
        return text + "\n"
    }
}

/// Copies a schema with the definitions it uses.
private struct Bundler {
    let draft: SchemaBundle.Draft
    let common: Node
    /// Definitions that are used and not yet written.
    private var open: [String] = []
    private var used: Set<String> = []

    init(draft: SchemaBundle.Draft, common: Node) {
        self.draft = draft
        self.common = common
    }

    mutating func document(_ root: Node) -> JSONValue {
        guard case .object(var members) = value(root) else { return .null }
        let own = members.first { $0.name == definitions }
        members.removeAll { $0.name == definitions || $0.name == "$schema" }
        if draft == .draft07 { members.removeAll { $0.name == "$id" } }
        var defined: [JSONValue.Member] = []
        if case .object(let definitions)? = own?.value { defined = definitions }
        while let name = open.popLast() {
            if let node = common["$defs"]?[name] { defined.append(.init(name, value(node))) }
        }
        let dialect =
            draft == .latest
            ? "https://json-schema.org/draft/2020-12/schema" : "http://json-schema.org/draft-07/schema#"
        members.insert(.init("$schema", .string(dialect)), at: 0)
        if !defined.isEmpty { members.append(.init(definitions, .object(defined.sorted { $0.name < $1.name }))) }
        return .object(members)
    }

    private var definitions: String { draft == .latest ? "$defs" : "definitions" }

    private mutating func value(_ node: Node) -> JSONValue {
        switch node.content {
        case .sequence(let nodes): return .array(nodes.map { value($0) })
        case .scalar(let scalar): return literal(scalar)
        case .mapping(let mapping):
            var members: [JSONValue.Member] = []
            for entry in mapping.entries {
                switch entry.key.text {
                case "$ref" where entry.value.scalar != nil:
                    members.append(.init("$ref", .string(reference(entry.value.text ?? ""))))
                case "$defs": members.append(.init(definitions, value(entry.value)))
                case "dependentRequired" where draft == .draft07:
                    members.append(.init("dependencies", value(entry.value)))
                default: members.append(.init(entry.key.text, value(entry.value)))
                }
            }
            return .object(draft == .draft07 ? separated(members) : members)
        }
    }

    /// A reference as one into this document.
    private mutating func reference(_ text: String) -> String {
        guard let hash = text.firstIndex(of: "#") else { return text }
        let pointer = text[text.index(after: hash)...]
        guard pointer.hasPrefix("/$defs/") else { return text }
        let name = String(pointer.dropFirst("/$defs/".count))
        if used.insert(name).inserted { open.append(name) }
        return "#/\(definitions)/\(name)"
    }

    /// Draft 07 ignores everything beside `$ref`; only what describes may stay.
    private func separated(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
        guard let reference = members.first(where: { $0.name == "$ref" }), members.count > 1 else { return members }
        return members.filter { $0.name != "$ref" } + [.init("allOf", [.object([reference])])]
    }

    private func literal(_ scalar: Scalar) -> JSONValue {
        guard scalar.style == .json else { return .string(scalar.text) }
        switch scalar.value {
        case .null: return .null
        case .boolean(let truth): return .bool(truth)
        case .integer, .number, .text: return Int(scalar.text).map { .integer($0) } ?? .double(Double(scalar.text) ?? 0)
        }
    }
}
