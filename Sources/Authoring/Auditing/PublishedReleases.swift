import Approvals
import Content
import Git
import Releases
import Rendering
import Signatures
import Time

/// What was published, as the signed tags of releases say.
struct PublishedReleases {
    private(set) var entries: [AuditEntry] = []
    /// Of tags that count for nothing, and of history that was rewritten; a sentence each.
    private(set) var remarks: [String] = []

    /// - Parameter configuration: The head's: it names the channels.
    init(_ place: ReviewedRepository, _ configuration: Configuration, to head: ObjectID) throws {
        for channel in configuration.channels {
            let history = try ReleaseHistory(place, channel, tip: head)
            for known in history.releases {
                let release = known.release
                var entry = AuditEntry(.published, at: release.time, commit: release.commit)
                entry.action = "\(release.kind.rawValue) \(release.name)"
                entry.people = [release.person]
                let tag = try place.repository.tag("refs/tags/" + release.tag)
                entry.keys = tag.flatMap { SignedObject(tag: $0.bytes).signer?.fingerprint }.map { [$0] } ?? []
                entry.evidence = "the tag \(release.tag)"
                if !known.isInBranch { entry.note = "its commit is not in the history of the branch any more" }
                entries.append(entry)
            }
            remarks += history.remarks
        }
    }
}
