import CommandLine
import Content
import Diagnostics
import Editing
import Presentation
import Validation

/// Changes items so that every reference to them stays right.
struct EditAction: Action {
    enum Change {
        case rename(String, to: String)
        case retire(String, replacedBy: String?)
        case reassign(String, to: String)
    }

    let workspace: Workspace
    let change: Change
    /// Only says what would change.
    let isRehearsal: Bool

    func run(_ console: Console) async throws -> ExitStatus {
        let source = workspace.tree
        let now = try MomentArgument(nil).instant(in: workspace.zone(of: source))
        let base = try await workspace.validate(source, at: now).base
        let editor = ItemEditor(base)
        var remaining: [Location] = []
        let changes: [FileChange]
        switch change {
        case .rename(let old, let new): changes = try editor.renaming(old, to: new)
        case .reassign(let old, let new): changes = try editor.reassigning(old, to: new)
        case .retire(let id, let replacement):
            let retirement = try editor.retiring(id, replacedBy: replacement)
            changes = retirement.changes
            remaining = retirement.remaining
        }
        if !isRehearsal { try ChangeWriter(root: workspace.root).write(changes) }
        report(changes, remaining, base, console)
        return .clean
    }

    private func report(_ changes: [FileChange], _ remaining: [Location], _ base: KnowledgeBase, _ console: Console) {
        for change in changes { console.output.write(VisibleText.of(change.path) + "\n") }
        let count = changes.count == 1 ? "1 file" : "\(changes.count) files"
        console.note(
            changes.isEmpty
                ? "Nothing to change."
                : isRehearsal ? "\(count) would change; nothing was written." : "\(count) changed.")
        guard !remaining.isEmpty else { return }
        console.note("Still named, because nothing replaces it:")
        for location in remaining {
            let line =
                base.source(location.path).map { LineIndex($0).position(of: location.range.lowerBound).line } ?? 1
            console.error.write("  \(VisibleText.of(location.path)):\(line)\n")
        }
    }
}
