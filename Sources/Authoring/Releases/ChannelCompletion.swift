import Content
import Diagnostics

/// The channels that a shell completes: those of the kb.yaml on disk.
enum ChannelCompletion {
    @Sendable static func names(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
        guard let workspace = try? Workspace(nil), let bytes = try? workspace.tree.read("kb.yaml") else { return [] }
        let file = ContentReader(timeZone: { _ in nil }).read(
            SourceFile(path: "kb.yaml", bytes: bytes), as: .knowledgeBase)
        return file.configuration?.channels.map(\.name) ?? []
    }
}
