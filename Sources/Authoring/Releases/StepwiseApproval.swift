import Approvals
import Git
import Time

/// Approvals of a file that changed several times since the last release, each time with approvals of its own.
///
/// The branch is cut just before each commit that changes the file. The file is approved where stretches between cuts lead
/// from the last release to the new one and everything that each demands is met.
struct StepwiseApproval {
    let place: ReviewedRepository
    /// From the last release to the new one, by first parents.
    let commits: [ObjectID]
    let now: Instant
    /// With more cuts, only neighbouring ones are tried.
    private static let mostFree = 8

    /// - Returns: What the stretches demand, all of it met; nil where some is not.
    func requirements(of change: Change) throws -> [Requirement]? {
        let cuts = try cuts(of: change)
        var reached: [[Requirement]?] = [[]] + [[Requirement]?](repeating: nil, count: cuts.count - 1)
        for end in cuts.indices.dropFirst() {
            let first = cuts.count > StepwiseApproval.mostFree ? end - 1 : 0
            for start in first..<end {
                guard reached[end] == nil, let before = reached[start],
                    let met = try met(change, from: cuts[start], to: cuts[end])
                else { continue }
                reached[end] = before + met
            }
        }
        return reached.last ?? nil
    }

    private func cuts(of change: Change) throws(GitError) -> [ObjectID] {
        func entry(_ commit: ObjectID) throws(GitError) -> TreeChange.Entry? {
            for path in [change.path, change.from].compactMap(\.self) {
                if let entry = try place.repository.entry(at: place.place(path), of: commit) { return entry }
            }
            return nil
        }
        var cuts: [ObjectID] = []
        var last = try entry(commits[0])
        for (before, commit) in zip(commits, commits.dropFirst()) {
            let next = try entry(commit)
            if next != last { cuts.append(before) }
            last = next
        }
        // Before the first change there is nothing to approve.
        return [commits[0]] + cuts.dropFirst() + [commits[commits.count - 1]]
    }

    private func met(_ change: Change, from start: ObjectID, to end: ObjectID) throws -> [Requirement]? {
        let proposal = try Proposal(place, base: start, head: end, isReplaced: true, at: now)
        let own = proposal.requirements(at: now).filter { requirement in
            let paths = [requirement.change.path, requirement.change.from].compactMap(\.self)
            return paths.contains(change.path) || change.from.map(paths.contains) ?? false
        }
        return own.allSatisfy { $0.state == .met } ? own : nil
    }
}
