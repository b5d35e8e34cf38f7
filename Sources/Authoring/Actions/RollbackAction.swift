import Approvals
import CommandLine
import Content
import Git
import Presentation
import Releases
import SearchIndex
import Time

/// Gives the readers of a channel an earlier release again.
struct RollbackAction: Action {
    let workspace: Workspace
    let place: ReviewedRepository
    let channelName: String
    /// Its number, or its name; nil: the one before the current one.
    var name: String?
    var key: String?
    var folder: String?
    var at: String?
    var isJSON = false

    func run(_ console: Console) async throws -> ExitStatus {
        let head = try place.repository.headCommit
        let channel = try ChannelChoice(BaseSettings(place, at: head).configuration).channel(channelName)
        let tip = try channel.branch.map { try place.branch($0) } ?? head
        let history = try ReleaseHistory(place, channel, tip: tip)
        guard let current = history.current else {
            throw CommandFailure("the channel '\(channel.name)' has no release; 'kb publish \(channel.name)' makes one")
        }
        let target = try target(history, current)
        for remark in history.remarks { console.note(remark) }
        // Who may is said by what readers have now; the way back must not hang on the branch.
        let settings = try BaseSettings(place, at: current.isInBranch ? current.commit : tip)
        let zone = settings.configuration.zone
        let now = try MomentArgument(at).instant(in: zone)
        let maker = ReleaseMaker(
            workspace: workspace, place: place, channel: channel, key: key, folder: folder, console: console)
        _ = try maker.target()
        let (key, person) = try maker.signer(settings, .rollback, ["kb.yaml"], at: now)
        guard let made = try await maker.build(target.commit, at: target.release.time, allowsErrors: true) else {
            return .findings
        }
        if made.map(\.file) != target.release.indexes {
            console.note(
                "This kb builds other indexes of that commit than were published then; their content is the same.")
        }
        let release = Release(
            channel: channel.name, number: current.release.number + 1, kind: .rollback,
            time: max(now, current.release.time), commit: target.commit.description, person: person,
            indexes: made.map(\.file), restores: target.release.number, approvals: target.release.approvals,
            owed: target.release.owed)
        try maker.record(release, by: key, settings)
        let paths = try maker.write(made, release, in: zone)
        ReleaseReport(release: release, paths: paths, zone: zone).write(isJSON: isJSON, console)
        await warn(made, current, maker, at: now, console)
        return .clean
    }

    private func target(_ history: ReleaseHistory, _ current: ReleaseHistory.Known) throws -> ReleaseHistory.Known {
        guard let name else {
            // Not the one that a rollback gave already.
            let earlier = history.releases.dropLast().last { $0.commit != current.commit }
            guard let earlier else {
                throw CommandFailure("there is no release before \(current.release.name) to go back to")
            }
            return earlier
        }
        let digits =
            name.hasPrefix(history.channel.name + "/") ? name.dropFirst(history.channel.name.count + 1) : name[...]
        guard let number = Int(digits), let known = history.release(number) else {
            let numbers = history.releases.map { "\($0.release.number)" }.suffix(10).joined(separator: ", ")
            throw CommandFailure(
                "there is no release '\(VisibleText.of(name))' of '\(history.channel.name)'; the last are \(numbers)")
        }
        guard known.commit != current.commit else {
            throw CommandFailure("readers have what the release \(known.release.name) holds already")
        }
        return known
    }

    /// Says what readers get again that has since come to its end.
    private func warn(
        _ made: [ReleaseMaker.Made], _ current: ReleaseHistory.Known, _ maker: ReleaseMaker, at now: Instant,
        _ console: Console
    ) async {
        do {
            guard let present = try await maker.build(current.commit, at: current.release.time, allowsErrors: true)
            else {
                return
            }
            for (old, new) in zip(made, present) {
                for sentence in try Comeback(old.parts, new.parts, at: now).sentences { console.note(sentence) }
            }
        } catch {
            console.note("What has expired or been withdrawn since cannot be told: \(error).")
        }
    }
}
