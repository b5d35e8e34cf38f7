import Content
import Difference
import Time

/// Two versions of a knowledge base in memory.
struct Versions {
    static let settings = """
        kb: 1
        name: Test
        timezone: UTC
        audiences: {agents: {}}
        context:
          payer: {type: choice, values: {medicare: Medicare, medicaid: Medicaid}}

        """
    var before: [String: String]
    var after: [String: String]

    /// - Parameter files: Each with its earlier and its later text; nil: not there.
    init(_ files: [String: (before: String?, after: String?)]) {
        before = files.compactMapValues(\.before)
        after = files.compactMapValues(\.after)
        if before["kb.yaml"] == nil { before["kb.yaml"] = Versions.settings }
        if after["kb.yaml"] == nil { after["kb.yaml"] = Versions.settings }
    }

    /// One article with two bodies.
    static func bodies(_ before: String, _ after: String) async throws -> [String] {
        try await Versions(["articles/a.md": (article("a", body: before), article("a", body: after))]).texts()
    }

    static func article(_ id: String, _ more: String = "", body: String = "Text.\n") -> String {
        "---\nid: \(id)\ntitle: Title of \(id)\nowner: editors\naudience: [agents]\nreview: {every: 90d}\n\(more)---\n\(body)"
    }

    func difference(ids: Set<String>? = nil) async throws -> ContentDifference {
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
        return try await ContentDifference(
            from: MemorySource(before), to: MemorySource(after), changed: changed, ids: ids, jobs: 2,
            timeZone: { _ in .utc })
    }

    /// `label: text`, words marked.
    func texts() async throws -> [String] { try await difference().items.flatMap { $0.fields.map(\.text) } }
}

extension FieldChange {
    var text: String {
        let words =
            runs.isEmpty
            ? "\(kind == .removed ? "[-\(before ?? "")-]" : kind == .added ? "{+\(after ?? "")+}" : after ?? "")"
            : runs.map { run in
                switch run.kind {
                case .same: run.text
                case .removed: "[-\(run.text)-]"
                case .added: "{+\(run.text)+}"
                }
            }.joined()
        return "\(label)\(note.map { " (\($0))" } ?? ""): \(words)"
    }
}
