import Approvals
import Git
import Time

/// A commit of the branch, and what it did to the one before.
struct AuditStep {
    let commit: ObjectID
    let parent: ObjectID?
    /// When it was committed, and never before the one before it: what a commit says of its time, anybody can write.
    let time: Instant

    /// The first-parent history of a commit, oldest first.
    static func all(to head: ObjectID, in place: ReviewedRepository) throws(GitError) -> [AuditStep] {
        var found: [(commit: ObjectID, parent: ObjectID?, seconds: Int)] = []
        var next: ObjectID? = head
        while let commit = next {
            let info = try place.repository.commit(commit)
            found.append((commit, info.parents.first, info.committer.seconds))
            next = info.parents.first
        }
        var latest = Int64.min
        return found.reversed().map { step in
            latest = max(latest, Int64(step.seconds))
            return AuditStep(commit: step.commit, parent: step.parent, time: Instant(seconds: latest))
        }
    }
}
