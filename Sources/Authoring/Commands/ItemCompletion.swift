import CommandLine
import Content
import Diagnostics

/// The ids that a shell completes.
enum ItemCompletion {
    @Sendable static func ids(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
        ids { _ in true }
    }

    @Sendable static func workflows(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
        ids { $0 == .workflow }
    }

    /// The people and groups of people.yaml.
    @Sendable static func owners(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
        guard let workspace = try? Workspace(nil), let bytes = try? workspace.tree.read("people.yaml") else {
            return []
        }
        let people = ContentReader(timeZone: { _ in nil }).read(.init(path: "people.yaml", bytes: bytes), as: .people)
            .people
        return (people?.persons.map(\.id.value) ?? []) + (people?.groups.map(\.id.value) ?? [])
    }

    /// A shell that completes wants names or nothing; a folder that cannot be read gives none.
    private static func ids(_ isWanted: (FileKind) -> Bool) -> [String] {
        guard let workspace = try? Workspace(nil), let entries = try? workspace.tree.entries() else { return [] }
        let reader = ContentReader(timeZone: { _ in nil })
        let ids = entries.flatMap { entry -> [String] in
            guard case .kind(let kind) = FileKind.at(entry.path), isWanted(kind), kind.hasSchema,
                let bytes = try? workspace.tree.read(entry.path)
            else { return [] }
            return reader.read(.init(path: entry.path, bytes: bytes), as: kind).items.map(\.id.value)
        }
        return Set(ids).sorted()
    }
}
