import Content
import Diagnostics
import Editing
import Time
import Validation

/// What changes would bring, found out before any is written.
struct Rehearsal {
    /// Of all content as it would be.
    let result: Validator.Result

    init(_ changes: [FileChange], in workspace: Workspace, at now: Instant) async throws {
        let changed = Dictionary(changes.map { ($0.path, $0.new) }) { first, _ in first }
        result = try await workspace.validate(OverlaySource(workspace.tree, changed: changed), at: now)
    }

    /// The changed files that could no longer be read.
    func spoilt(_ changes: [FileChange]) -> [String] {
        let unread = Set(result.base.unreadPaths)
        return changes.map(\.path).filter(unread.contains)
    }
}
