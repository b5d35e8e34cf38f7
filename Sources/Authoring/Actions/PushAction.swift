import CommandLine
import Git
import Glibc
import Presentation
import Rendering

/// Judges a push before a repository takes it: git's hook `pre-receive`.
struct PushAction: Action {
    let place: ReviewedRepository
    /// Names of protected branches; empty: the one of HEAD.
    var branches: [String] = []
    var at: String?
    var isWhole = false
    var baseline: String?
    var format = GateFormat.text
    var color = ColorChoice.auto

    private static let none = String(repeating: "0", count: 40)

    func run(_ console: Console) async throws -> ExitStatus {
        let known = branches.map { $0.hasPrefix("refs/") ? $0 : "refs/heads/" + $0 }
        let protected = Set(try known.isEmpty ? [place.repository.headBranch].compactMap(\.self) : known)
        var status = ExitStatus.clean
        for update in try updates() {
            if let refusal = PushAction.refusal(update) {
                console.note("kb: " + refusal)
                status = .findings
            } else if protected.contains(update.name) {
                if try await judge(update, console) != .clean { status = .findings }
            }
        }
        return status
    }

    private struct Update {
        let old: String
        let new: String
        let name: String
    }

    /// What git writes to a hook: a line for each reference, with its old and its new commit.
    private func updates() throws -> [Update] {
        let lines = InputLines()
        var updates: [Update] = []
        while let line = try lines.next() {
            let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
            guard parts.count == 3 else {
                throw CommandFailure(
                    "standard input is not what git gives a pre-receive hook: 'old new reference' a line")
            }
            updates.append(Update(old: parts[0], new: parts[1], name: parts[2]))
        }
        return updates
    }

    /// What no approval makes good: a release is what readers were given, and a replacement shows them another history.
    private static func refusal(_ update: Update) -> String? {
        let name = VisibleText.of(update.name)
        if update.name.hasPrefix("refs/replace/") {
            return "'\(name)' would show other objects in place of those that were approved; it is not taken."
        }
        guard update.name.hasPrefix("refs/tags/releases/"), update.old != none else { return nil }
        return "the tag '\(name)' records a release; it is neither deleted nor moved."
    }

    private func judge(_ update: Update, _ console: Console) async throws -> ExitStatus {
        let name = VisibleText.of(update.name)
        guard update.new != PushAction.none else {
            console.note("kb: the branch '\(name)' is protected and is not deleted.")
            return .findings
        }
        var base: String? = update.old
        if update.old == PushAction.none {
            // A new protected branch is held against what is protected already.
            base = try place.repository.hasCommits ? "HEAD" : nil
        } else {
            let old = try place.repository.resolve(update.old)
            guard try place.repository.isAncestor(old, of: place.repository.resolve(update.new)) else {
                console.note(
                    "kb: this would take commits out of the protected branch '\(name)'; fetch, and merge or rebase onto it."
                )
                return .findings
            }
        }
        var gate = GateAction(
            place: place,
            range: GateRange(base: base, head: update.new, isReplaced: true), at: at)
        (gate.isWhole, gate.baseline, gate.format, gate.color) = (isWhole, baseline, format, color)
        return try await gate.run(console)
    }
}
