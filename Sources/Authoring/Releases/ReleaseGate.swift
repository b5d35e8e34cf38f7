import Approvals
import CommandLine
import Content
import Git
import Releases
import Time

/// Holds what a release would change against the policy of the release before, as `kb gate` does for a pull request.
struct ReleaseGate {
    let place: ReviewedRepository
    /// Nil: there is no release yet, and nothing to hold the content against.
    let base: ObjectID?
    let head: ObjectID
    let now: Instant

    struct Verdict {
        let settings: BaseSettings
        /// Relative to the knowledge base.
        let paths: [String]
        /// What keeps the release back, a sentence each.
        let missing: [String]
        /// What may go out first, under a role.
        let owed: [Release.Owed]
        /// In words.
        let approvals: [String]
    }

    private static let mostSteps = 1000

    func verdict() throws -> Verdict {
        guard let base else {
            let settings = try BaseSettings(place, at: head)
            let paths = try place.changes(from: nil, to: head).map(\.path)
            return Verdict(settings: settings, paths: paths, missing: [], owed: [], approvals: [])
        }
        let proposal = try Proposal(place, base: base, head: head, isReplaced: true, at: now)
        var requirements = proposal.requirements(at: now)
        let open = Set(requirements.filter { $0.state != .met }.map(\.change))
        if !open.isEmpty, let commits = try commits(from: base) {
            let stepwise = StepwiseApproval(place: place, commits: commits, now: now)
            for change in open {
                guard let met = try stepwise.requirements(of: change) else { continue }
                requirements.removeAll { $0.change == change }
                requirements += met
            }
        }
        return verdict(proposal, requirements)
    }

    private func verdict(_ proposal: Proposal, _ requirements: [Requirement]) -> Verdict {
        var owed: [Release.Owed] = []
        var missing: [String] = []
        for requirement in requirements {
            let path = requirement.change.path
            switch (requirement.state, requirement.need) {
            case (.met, _): break
            case (.owed, .approvals(let role, _, _)):
                owed.append(Release.Owed(path: path, role: role, by: requirement.owedUntil ?? now))
            case (_, .approvals(let role, _, _)):
                missing.append("'\(path)' needs \(requirement.missingCount) more approval by '\(role)'")
            case (_, .editing): missing.append("'\(path)' was changed by somebody who may not, or whom nobody knows")
            case (_, .statement(let reason)): missing.append("'\(path)' is no statement that counts: \(reason)")
            case (_, .merge): missing.append("'\(path)' was changed on both sides of a merge")
            }
        }
        let zone = proposal.settings.configuration.zone
        let approvals = requirements.flatMap { requirement in
            requirement.approvals.map { "\(requirement.change.path) by \($0.person) on \(zone.local($0.time))" }
        }
        return Verdict(
            settings: proposal.settings, paths: proposal.changes.flatMap { [$0.path, $0.from].compactMap(\.self) },
            missing: missing, owed: owed, approvals: Array(Set(approvals)).sorted())
    }

    /// What the branch stood on since, the base first; nil where it does not lead back to the base.
    private func commits(from base: ObjectID) throws -> [ObjectID]? {
        var line = place.repository.firstParents(of: head)
        var commits: [ObjectID] = []
        while let (commit, _) = try line.step(), commits.count <= ReleaseGate.mostSteps {
            commits.append(commit)
            if commit == base { return commits.reversed() }
        }
        return nil
    }
}
