import Approvals
import CommandLine
import Content
import Git
import Releases
import Signatures
import Time

/// The releases of a channel, as signed tags hold them.
struct ReleaseHistory {
    /// A release, and where its commit stands.
    struct Known {
        let release: Release
        let commit: ObjectID
        /// False where the branch was rewritten since, so that it is not in its history.
        let isInBranch: Bool
    }

    let place: ReviewedRepository
    let channel: Configuration.Channel
    /// What the channel is published from.
    let tip: ObjectID
    /// Those that somebody who may sign has signed, in order of their numbers.
    private(set) var releases: [Known] = []
    /// Tags that count for nothing, with why.
    private(set) var defects: [(tag: String, reason: String)] = []
    /// Names of releases before the last whose tags are not here, the first few.
    private(set) var missing: [String] = []
    private static let mostMissing = 20
    private var authorities: [ObjectID: Authority] = [:]
    private static let most = 100_000

    init(_ place: ReviewedRepository, _ channel: Configuration.Channel, tip: ObjectID) throws {
        self.place = place
        self.channel = channel
        self.tip = tip
        let prefix = "refs/tags/" + Release.tagPrefix(of: channel.name)
        var tags: [(name: String, number: Int, tag: AnnotatedTag?)] = []
        for name in try place.repository.names(below: prefix, most: ReleaseHistory.most) {
            guard let number = Int(name.dropFirst(prefix.count)), number > 0 else { continue }
            tags.append((name, number, try place.repository.tag(name)))
        }
        let inBranch = try commitsInBranch(Set(tags.compactMap { $0.tag?.target }))
        for (name, number, tag) in tags {
            do throws(Fault) {
                releases.append(try read(tag, number: number, inBranch))
            } catch {
                defects.append((String(name.dropFirst("refs/tags/".count)), error.reason))
            }
        }
        let numbers = Set(tags.map(\.number))
        missing = Array(
            (1..<max(numbers.max() ?? 1, 1)).lazy.filter { !numbers.contains($0) }.map { "\(channel.name)/\($0)" }
                .prefix(ReleaseHistory.mostMissing))
        releases.sort { $0.release.number < $1.release.number }
    }

    /// The one that readers have.
    var current: Known? { releases.last }

    /// The one that readers had at a moment.
    func current(at moment: Instant) -> Known? { releases.last { $0.release.time <= moment } }

    func release(_ number: Int) -> Known? { releases.first { $0.release.number == number } }

    /// One sentence for each thing that readers must know of these releases.
    var remarks: [String] {
        var remarks = defects.map { "The tag '\($0.tag)' counts for nothing: \($0.reason)." }
        if !missing.isEmpty {
            remarks.append(
                "The tag\(missing.count == 1 ? "" : "s") of \(missing.joined(separator: ", ")) "
                    + "\(missing.count == 1 ? "is" : "are") not here, so that readers may have been given something else; "
                    + "'git fetch --tags' brings tags that were not fetched.")
        }
        for (earlier, later) in zip(releases, releases.dropFirst()) where later.release.time < earlier.release.time {
            remarks.append("The release \(later.release.name) is dated before \(earlier.release.name).")
        }
        for known in releases where !known.isInBranch {
            remarks.append(
                "The commit of the release \(known.release.name) is not in the history of the branch: the branch was "
                    + "rewritten.")
        }
        return remarks
    }

    private struct Fault: Error {
        let reason: String
    }

    /// Those of some commits that the branch stood on, or that were merged into it.
    private func commitsInBranch(_ commits: Set<ObjectID>) throws(GitError) -> Set<ObjectID> {
        var sought = commits
        var found: Set<ObjectID> = []
        // Releases are made of what the branch stood on; one walk finds them all.
        var line = place.repository.firstParents(of: tip)
        while !sought.isEmpty, let (commit, _) = try line.step() {
            if sought.remove(commit) != nil { found.insert(commit) }
        }
        for commit in sought where try place.repository.isAncestor(commit, of: tip) { found.insert(commit) }
        return found
    }

    private mutating func read(
        _ tag: AnnotatedTag?, number: Int, _ inBranch: Set<ObjectID>
    ) throws(Fault) -> Known {
        guard let tag, let release = ReleaseText.read(tag.message) else {
            throw Fault(reason: "it is no release that this kb can read")
        }
        guard release.channel == channel.name, release.number == number, release.commit == tag.target.description else {
            throw Fault(reason: "it is the tag of another release")
        }
        guard let key = SignedObject(tag: tag.bytes).signer else { throw Fault(reason: "its signature does not hold") }
        let isInBranch = inBranch.contains(tag.target)
        // Who has left since may be in people.yaml no more; a commit that is not in the branch vouches for nobody.
        let signers = [tip] + (isInBranch ? [tag.target] : [])
        for commit in signers where try mayHaveSigned(key, release, by: commit) {
            return Known(release: release, commit: tag.target, isInBranch: isInBranch)
        }
        throw Fault(reason: "its key \(key.fingerprint) is not that of somebody who could publish then")
    }

    private mutating func mayHaveSigned(
        _ key: PublicKey, _ release: Release, by commit: ObjectID
    ) throws(Fault) -> Bool {
        let authority: Authority
        if let known = authorities[commit] {
            authority = known
        } else {
            do { authority = try BaseSettings(place, at: commit).authority } catch {
                throw Fault(reason: "people.yaml of \(commit.short) cannot be read")
            }
            authorities[commit] = authority
        }
        guard let owner = authority.owner(of: key), owner.person == release.person else { return false }
        return owner.signing.contains(release.time) && owner.ends.map { release.time < $0 } ?? true
    }
}
