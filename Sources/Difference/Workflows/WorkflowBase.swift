package import Content
import Diagnostics
package import Time

/// As much of a knowledge base as decides what workflows do: kb.yaml, workflows and facts.
package struct WorkflowBase: Sendable {
    package let base: KnowledgeBase
    /// Workflow files of which not all can be read.
    package let unread: [String]
    /// Whether kb.yaml is there and without faults: what a workflow does with faulty declarations is not what is meant.
    package let isSettled: Bool

    /// Whether a change of a file may change what a workflow does.
    package static func concerns(_ path: String) -> Bool {
        guard case .kind(let kind) = FileKind.at(path) else { return false }
        return kind == .workflow || kind == .facts || kind == .knowledgeBase
    }

    package init(
        _ content: any ContentSource, timeZone: @escaping @Sendable (String) -> TimeZoneRules?
    ) throws(ContentSourceError) {
        let entries = try content.entries()
        var configuration = Configuration()
        var isSettled = true
        if entries.contains(where: { $0.path == "kb.yaml" && $0.kind == .file }) {
            let source = SourceFile(path: "kb.yaml", bytes: try content.read("kb.yaml"))
            let file = ContentReader(timeZone: timeZone).read(source, as: .knowledgeBase)
            isSettled = file.problems.isEmpty && file.configuration != nil
            configuration = file.configuration ?? configuration
        }
        self.isSettled = isSettled
        let reader = ContentReader(configuration: configuration, timeZone: timeZone)
        var gathered = GatheredContent()
        var unread: [String] = []
        for entry in entries where entry.kind == .file && WorkflowBase.concerns(entry.path) {
            guard case .kind(let kind) = FileKind.at(entry.path) else { continue }
            let source = SourceFile(path: entry.path, bytes: try content.read(entry.path))
            let file = reader.read(source, as: kind)
            gathered.add(file, ContentDigest(of: source.bytes))
            if kind == .workflow, !file.problems.isEmpty || file.items.isEmpty { unread.append(entry.path) }
        }
        self.unread = unread
        base = KnowledgeBase(
            configuration: configuration, people: People(), gathered, content: content, entries: entries)
    }
}
