import CommandLine
import Content
import Diagnostics
import Difference
import Drawing
import Presentation
import Rendering

/// Compares two versions of a knowledge base: content that differs, and what workflows do to callers where that may differ.
struct VersionComparison {
    let before: DiffVersions.Side
    let after: DiffVersions.Side
    /// The paths that differ.
    let changed: [String]
    private var content: ContentDifference?
    private var workflows: [WorkflowChange] = []
    private var bases: (before: WorkflowBase, after: WorkflowBase)?
    private var ids: Set<String>?

    init(before: DiffVersions.Side, after: DiffVersions.Side, changed: [String]) {
        self.before = before
        self.after = after
        self.changed = changed
    }

    /// - Parameter names: Of items, by ids or aliases; facts; files. None: everything.
    mutating func compare(names: [String], _ console: Console) async throws {
        ids = names.isEmpty ? nil : Set(names)
        content = try await difference()
        if !names.isEmpty, !hasAll(names) {
            // Among what did not change, or under an id that it had before.
            ids = try ItemNames(before.content, after.content).ids(of: names)
            content = try await difference()
        }
        try compareWorkflows(console)
    }

    func report(isWorkingTree: Bool) throws -> DifferenceReport {
        var report = DifferenceReport(
            workflows, changes: content?.items ?? [],
            formatted: (content?.formatted ?? []).filter { ids?.contains($0) ?? true },
            zone: try configuration().zone, before: before.name, after: isWorkingTree ? nil : after.name)
        report.name = try configuration().name
        return report
    }

    /// The workflows of which callers are affected, by id, where they are small enough for a page.
    func pictures() -> [String: String] {
        guard let bases else { return [:] }
        var pictures: [String: String] = [:]
        for change in workflows.prefix(50) where pictures[change.id] == nil {
            guard case .compared = change.kind else { continue }
            pictures[change.id] = DifferencePicture(bases.before.base, bases.after.base).svg(of: change)
        }
        return pictures
    }

    /// What facts say in both versions, in short.
    func facts() throws -> (before: [String: String], after: [String: String]) {
        let sides = try [before, after].map { side in
            let base = try WorkflowBase(side.content, timeZone: TimeZoneDatabase.rules).base
            let facts = PlainFacts(base: base)
            return Dictionary(base.facts.map { ($0.name.value, facts.fill("{{fact:\($0.name.value)}}")) }) { first, _ in
                first
            }
        }
        return (sides[0], sides[1])
    }

    private func difference() async throws -> ContentDifference {
        try await ContentDifference(
            from: before.content, to: after.content, changed: changed, ids: ids, jobs: Workspace.jobs,
            timeZone: TimeZoneDatabase.rules)
    }

    private func configuration() throws -> Configuration {
        guard try after.content.entries().contains(where: { $0.path == "kb.yaml" && $0.kind == .file }) else {
            return Configuration()
        }
        let source = SourceFile(path: "kb.yaml", bytes: try after.content.read("kb.yaml"))
        return ContentReader(timeZone: TimeZoneDatabase.rules).read(source, as: .knowledgeBase).configuration
            ?? Configuration()
    }

    private func hasAll(_ names: [String]) -> Bool {
        let found = Set(
            (content?.items ?? []).flatMap { [$0.before, $0.after].compactMap(\.self).flatMap { [$0.id, $0.path] } })
        return names.allSatisfy { found.contains($0) || changed.contains($0) }
    }

    private mutating func compareWorkflows(_ console: Console) throws {
        guard changed.contains(where: WorkflowBase.concerns) else { return }
        let bases = (
            before: try WorkflowBase(before.content, timeZone: TimeZoneDatabase.rules),
            after: try WorkflowBase(after.content, timeZone: TimeZoneDatabase.rules)
        )
        for (side, base) in [(before, bases.before), (after, bases.after)] {
            if !base.isSettled {
                console.note(
                    "What workflows do to callers is not compared, because kb.yaml of \(VisibleText.of(side.name)) has errors."
                )
                return
            }
            if !base.unread.isEmpty {
                let files = base.unread.count == 1 ? "1 workflow file" : "\(base.unread.count) workflow files"
                console.note(
                    "\(files) with errors in \(VisibleText.of(side.name)): what it does to callers is not compared where it cannot be read."
                )
            }
        }
        workflows = WorkflowDifference(from: bases.before.base, to: bases.after.base).changes(of: ids)
        try bases.before.base.checkReading()
        try bases.after.base.checkReading()
        self.bases = bases
    }
}
