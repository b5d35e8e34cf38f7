import Approvals
import Git
import Releases
import Time

/// What earlier releases let go out first, and nobody has approved since.
struct Ratification {
    let place: ReviewedRepository
    let history: ReleaseHistory
    /// Of the release to come.
    let head: ObjectID
    let now: Instant

    /// With the time by which it was to be ratified.
    var open: [Release.Owed] {
        get throws {
            guard let owed = history.current?.release.owed, !owed.isEmpty else { return [] }
            // From where nothing was owed, the change and what approves it are both new.
            guard let base = history.releases.last(where: { $0.release.owed.isEmpty })?.commit else { return owed }
            let requirements = try Proposal(place, base: base, head: head, isReplaced: true, at: now).requirements(
                at: now)
            return owed.filter { owed in
                requirements.contains { $0.change.path == owed.path && $0.state != .met }
            }
        }
    }
}
