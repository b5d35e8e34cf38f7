/// What keeps a repository from being read, in words for the person who runs the tool.
package enum GitError: Error, Hashable, Sendable, CustomStringConvertible {
    case noRepository(folder: String)
    case cannotRead(String)
    case damagedRepository(folder: String, reason: String)
    case foreignOwner(folder: String)
    case unsupported(folder: String, feature: String, advice: String)
    case noCommits
    case notAName(String)
    case unknownName(String, suggestion: String?)
    case ambiguousName(String)
    case ambiguousID(String)
    case notACommit(String)
    case missingObject(String, MissingReason)
    case shallowHistory(doing: String)
    case unrelatedHistories(ObjectID, ObjectID)
    case noFolder(String, commit: ObjectID)
    case unsafePath(String, commit: ObjectID)
    /// Nothing was committed, and why.
    case cannotCommit(String)
    case tooLarge(what: String, limit: String)
    case libraryFailed(action: String, reason: String, code: Int32)

    /// Why an object that history speaks of is not here.
    package enum MissingReason: Hashable, Sendable {
        case shallow, partialClone, damage
    }

    package var description: String {
        switch self {
        case .noRepository(let folder):
            "'\(folder)' is not in a git repository; run kb inside one, or 'git init' to make one"
        case .cannotRead(let reason):
            reason
        case .damagedRepository(let folder, let reason):
            "the repository '\(folder)' is damaged: \(reason); 'git fsck' tells more"
        case .foreignOwner(let folder):
            "the repository '\(folder)' belongs to another user; if you trust it, run "
                + "'git config --global --add safe.directory \(folder)'"
        case .unsupported(let folder, let feature, let advice):
            "the repository '\(folder)' uses \(feature), which kb cannot read; \(advice)"
        case .noCommits:
            "the repository has no commit yet; commit something first"
        case .notAName(let name):
            "'\(name)' is not a name of a commit: give a branch, a tag, HEAD, or at least 7 digits of a commit's id; "
                + "for an expression of git, give what 'git rev-parse' answers"
        case .unknownName(let name, let suggestion):
            "there is no branch, tag or commit '\(name)'" + (suggestion.map { "; \($0)" } ?? "; see 'git branch -a'")
        case .ambiguousName(let name):
            "'\(name)' is both a tag and a branch that differ; give refs/tags/\(name) or refs/heads/\(name)"
        case .ambiguousID(let digits):
            "several objects have an id that starts with \(digits); give more digits"
        case .notACommit(let name):
            "'\(name)' is not a commit; give a branch, a tag or the id of a commit"
        case .missingObject(let what, .shallow):
            "\(what) is not here because the history is shallow; run 'git fetch --unshallow'"
        case .missingObject(let what, .partialClone):
            "\(what) is not here because this is a partial clone; run 'git fetch --refetch --no-filter'"
        case .missingObject(let what, .damage):
            "\(what) is missing from the repository; run 'git fsck', or clone the repository again"
        case .shallowHistory(let action):
            "cannot \(action) because the history is shallow; run 'git fetch --unshallow', "
                + "or fetch with depth 0 in CI"
        case .unrelatedHistories(let first, let second):
            "the commits \(first.short) and \(second.short) have no commit in common; give another base"
        case .noFolder(let path, let commit):
            "there is no folder '\(path)' in the commit \(commit.short); give a commit that has it"
        case .unsafePath(let path, let commit):
            "the commit \(commit.short) has the path '\(path)', which git would not check out; "
                + "give a commit without it"
        case .cannotCommit(let reason):
            "cannot commit: \(reason)"
        case .tooLarge(let what, let limit):
            "\(what) is larger than the limit of \(limit); make it smaller"
        case .libraryFailed(let action, let reason, _):
            "cannot \(action): \(reason); 'git fsck' tells whether the repository is damaged"
        }
    }
}
