import Content
import Decisions
import Diagnostics
import Difference
import Git
import GoldenQuestions
import Time

/// How many scenarios of workflows end or ask otherwise by a change, for each file that brings it about.
struct ChangedScenarios {
    private var counts: [String: Int] = [:]

    subscript(path: String) -> Int { counts[path] ?? 0 }

    /// Compares what workflows do, unless nothing differs that could matter to them.
    ///
    /// - Parameters:
    ///   - start: Nil: nothing was there.
    ///   - paths: The files that differ.
    init(
        _ place: ReviewedRepository, from start: ObjectID?, to head: ObjectID, _ paths: [String], at now: Instant
    ) throws {
        guard let start, paths.contains(where: WorkflowBase.concerns) else { return }
        let content = try [start, head].map { try TreeSource(place.repository, commit: $0, folder: place.folder) }
        let before = try WorkflowBase(content[0], timeZone: TimeZoneDatabase.rules)
        let after = try WorkflowBase(content[1], timeZone: TimeZoneDatabase.rules)
        // A kb.yaml with errors is found by validation.
        guard before.isSettled, after.isSettled else { return }
        let played = try ChangedScenarios.played(before.base, after.base, in: content[1], at: now)
        let files = Dictionary(
            (before.base.facts + after.base.facts).map { ($0.name.value, $0.path) }, uniquingKeysWith: { $1 })
        for change in WorkflowDifference(from: before.base, to: after.base).changes(of: nil) where change.affectsCallers
        {
            // Where no scenario tells, the groups of callers that differ do.
            var groups = 1
            if case .compared(let difference) = change.kind {
                groups = max(1, difference.changes.reduce(0) { $0 + $1.groups.count })
            }
            let count = max(played[change.id] ?? 0, groups)
            let causes = change.causes.compactMap { cause -> String? in
                switch cause {
                case .file(let path): path
                case .fact(let name): files[name]
                case .field: "kb.yaml"
                }
            }
            for path in Set(causes + [change.path]) { counts[path, default: 0] += count }
        }
    }

    /// Scenarios of the tests that do not go as they did, for each workflow.
    private static func played(
        _ before: KnowledgeBase, _ after: KnowledgeBase, in content: TreeSource, at now: Instant
    ) throws -> [String: Int] {
        let reader = ContentReader(configuration: after.configuration, timeZone: TimeZoneDatabase.rules)
        var old = ScenarioPlayer(before)
        var new = ScenarioPlayer(after)
        var counts: [String: Int] = [:]
        for entry in content.entries() where entry.kind == .file && FileKind.at(entry.path) == .kind(.tests) {
            let file = SourceFile(path: entry.path, bytes: try content.read(entry.path))
            for scenario in reader.read(file, as: .tests).tests?.scenarios ?? [] {
                let moment = try scenario.at?.value.instant(in: after.configuration.zone) ?? now
                let (was, becomes) = (old.outcome(of: scenario, at: moment), new.outcome(of: scenario, at: moment))
                if was.ending != becomes.ending || was.asked != becomes.asked {
                    counts[scenario.workflow.value, default: 0] += 1
                }
            }
        }
        return counts
    }
}
