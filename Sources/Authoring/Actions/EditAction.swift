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
        let before = try await workspace.validate(source, at: now)
        let base = before.base
        let editor = ItemEditor(base)
        var remaining: [Location] = []
        var changes: [FileChange]
        switch change {
        case .rename(let old, let new): changes = try editor.renaming(old, to: new)
        case .reassign(let old, let new): changes = try editor.reassigning(old, to: new)
        case .retire(let id, let replacement):
            let retirement = try editor.retiring(id, replacedBy: replacement)
            changes = retirement.changes
            remaining = retirement.remaining
        }
        try checkReadable(before)
        try base.checkReading()
        var rehearsal = try await Rehearsal(changes, in: workspace, at: now)
        if case .rename = change {
            let followed = FollowedReviews.following(changes, from: base, to: rehearsal.result.base)
            if followed != changes {
                changes = followed
                rehearsal = try await Rehearsal(changes, in: workspace, at: now)
            }
        }
        if let path = rehearsal.spoilt(changes).first {
            throw CommandFailure(
                "'\(path)' is written in a way in which it cannot be changed safely; write its fields plainly, one on each "
                    + "line, and try again. Nothing was changed")
        }
        if !isRehearsal { try ChangeWriter(root: workspace.root).write(changes) }
        report(changes, remaining, base, console)
        tell(before.diagnostics, rehearsal.result.diagnostics, console)
        return .clean
    }

    /// A file that cannot be read may name the item, and nobody would see that it was left as it is.
    private func checkReadable(_ result: Validator.Result) throws {
        let name =
            switch change {
            case .rename(let old, _), .reassign(let old, _), .retire(let old, _): Array(old.utf8)
            }
        for path in result.base.unreadPaths {
            guard let bytes = result.base.source(path)?.bytes, bytes.count >= name.count, !name.isEmpty else {
                continue
            }
            let isNamed = bytes.indices.contains { bytes[$0] == name[0] && bytes[$0...].starts(with: name) }
            guard isNamed else { continue }
            throw CommandFailure(
                "'\(path)' names '\(String(decoding: name, as: UTF8.self))' and cannot be read; "
                    + "mend it first ('kb validate' says how). Nothing was changed")
        }
    }

    /// Says when a change brought errors: a replacement may be for other readers, or of another kind.
    private func tell(_ before: [Diagnostic], _ after: [Diagnostic], _ console: Console) {
        func isError(_ diagnostic: Diagnostic) -> Bool { diagnostic.severity == .error }
        let count = after.filter(isError).count - before.filter(isError).count
        guard count > 0 else { return }
        let errors = count == 1 ? "an error" : "\(count) errors"
        console.note(
            isRehearsal ? "It would bring \(errors)." : "This brought \(errors); 'kb validate' says which.")
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
