import Approvals
import CommandLine
import Content
import Git
import Presentation
import Releases
import Time

/// Releases a commit to the readers of a channel.
struct PublishAction: Action {
    let workspace: Workspace
    let place: ReviewedRepository
    let channelName: String
    var revision: String?
    var key: String?
    var folder: String?
    /// What may go out before it is approved goes out.
    var isExpedited = false
    /// The branch was rewritten on purpose.
    var acceptsRewriting = false
    var isDry = false
    var at: String?
    var isJSON = false

    func run(_ console: Console) async throws -> ExitStatus {
        let head = try place.repository.headCommit
        let channel = try ChannelChoice(BaseSettings(place, at: head).configuration).channel(channelName)
        let tip = try channel.branch.map { try place.branch($0) } ?? head
        let commit = try revision.map { try place.repository.resolve($0) } ?? tip
        let history = try ReleaseHistory(place, channel, tip: tip)
        try check(commit, history)
        let zone = try BaseSettings(place, at: commit).configuration.zone
        let now = try MomentArgument(at).instant(in: zone)
        if let current = history.current, now < current.release.time {
            throw CommandFailure(
                "the clock shows \(zone.local(now)), before the last release \(current.release.name) of "
                    + "\(zone.local(current.release.time)); set the clock")
        }
        for remark in history.remarks + [try firstRelease(history)].compactMap(\.self) { console.note(remark) }
        let gate = ReleaseGate(place: place, base: history.current?.commit, head: commit, now: now)
        let maker = ReleaseMaker(
            workspace: workspace, place: place, channel: channel, key: key, folder: folder, console: console)
        if let current = history.current, current.commit == commit {
            return try await again(current.release, maker, console, zone)
        }
        return try await publish(commit, try gate.verdict(), maker, history, at: now, console)
    }

    /// Nil where there is a release whose policy counts.
    private func firstRelease(_ history: ReleaseHistory) throws -> String? {
        guard history.current == nil else { return nil }
        let sentence =
            "No release of '\(channelName)' is here, so nothing in the commit is held against a policy; all of it goes out as "
            + "it is."
        // A clone may have been made without tags.
        let hasRemote = try !place.repository.names(below: "refs/remotes/", most: 1).isEmpty
        return sentence + (hasRemote ? " If there were releases, run 'git fetch --tags' first." : "")
    }

    /// What would be released must stand in the branch, and so must what was.
    private func check(_ commit: ObjectID, _ history: ReleaseHistory) throws {
        let bounds = try place.repository.historyBounds()
        if bounds.isAltered, let note = bounds.notes.first {
            throw CommandFailure(note + " Releases need the history as it was committed.")
        }
        guard try place.repository.isAncestor(commit, of: history.tip) else {
            throw CommandFailure(
                "the commit \(commit.short) is not in the history of "
                    + (history.channel.branch.map { "the branch '\($0)'" } ?? "HEAD") + "; merge it first")
        }
        guard let current = history.current, !current.isInBranch, !acceptsRewriting else { return }
        throw CommandFailure(
            "the branch was rewritten: the commit \(current.commit.short) of the release \(current.release.name) is not in its "
                + "history any more; if that was meant, give --rewritten")
    }

    private func publish(
        _ commit: ObjectID, _ verdict: ReleaseGate.Verdict, _ maker: ReleaseMaker, _ history: ReleaseHistory,
        at now: Instant, _ console: Console
    ) async throws -> ExitStatus {
        for sentence in verdict.missing { console.note(VisibleText.of(sentence) + ".") }
        if !verdict.owed.isEmpty, !isExpedited {
            for owed in verdict.owed {
                console.note(
                    "'\(VisibleText.of(owed.path))' is not approved by '\(owed.role)' yet; --expedite lets it go out first."
                )
            }
        }
        guard verdict.missing.isEmpty, verdict.owed.isEmpty || isExpedited else {
            console.note("Nothing was published; 'kb gate' says who may approve.")
            return .findings
        }
        _ = try maker.target(isMade: !isDry)
        let (key, person) = try maker.signer(verdict.settings, .publish, verdict.paths, at: now)
        for owed in verdict.owed where !verdict.settings.authority.may(person, .publish, owed.path, as: owed.role) {
            throw CommandFailure(
                "\(person) is no '\(owed.role)', who alone may let '\(owed.path)' go out before it is approved")
        }
        guard let made = try await maker.build(commit, at: now) else {
            console.note("Nothing was published, because the knowledge base has errors.")
            return .findings
        }
        let stillOwed = try Ratification(place: place, history: history, head: commit, now: now).open.filter { owed in
            !verdict.owed.contains { $0.path == owed.path }
        }
        var release = Release(
            channel: maker.channel.name, number: (history.current?.release.number ?? 0) + 1,
            kind: verdict.owed.isEmpty ? .publish : .expedite, time: now, commit: commit.description, person: person,
            indexes: made.map(\.file), approvals: verdict.approvals, owed: verdict.owed)
        release.owed += stillOwed
        guard !isDry else {
            ReleaseReport(
                release: release, paths: [], zone: verdict.settings.configuration.zone, isDry: true, isRecorded: false
            ).write(isJSON: isJSON, console)
            console.note((history.current == nil ? "N" : "The gate is passed; n") + "othing was published.")
            return .clean
        }
        try maker.record(release, by: key, verdict.settings)
        let zone = verdict.settings.configuration.zone
        let paths = try maker.write(made, release, in: zone)
        ReleaseReport(release: release, paths: paths, zone: zone).write(isJSON: isJSON, console)
        return .clean
    }

    /// Builds the indexes of the current release anew, where they were lost or are wanted elsewhere.
    private func again(
        _ release: Release, _ maker: ReleaseMaker, _ console: Console, _ zone: TimeZoneRules
    ) async throws -> ExitStatus {
        guard let commit = ObjectID(hex: release.commit) else { return .findings }
        // Nothing is signed, but a key that was named is somebody's.
        if key != nil { _ = try maker.signer(BaseSettings(place, at: commit), .publish, [], at: SystemClock.now()) }
        guard
            let made = try await maker.build(commit, at: release.time, allowsErrors: true)
        else { return .findings }
        guard made.map(\.file) == release.indexes else {
            throw CommandFailure(
                "this kb builds other indexes of \(commit.short) than the release \(release.name) has; use the kb that published "
                    + "it, or commit something and publish that")
        }
        let paths = isDry ? [] : try maker.write(made, release, in: zone)
        console.note(
            "The release \(release.name) is of this commit already; "
                + (isDry ? "nothing was written." : "its indexes were written again."))
        ReleaseReport(release: release, paths: paths, zone: zone, isDry: isDry).write(isJSON: isJSON, console)
        return .clean
    }
}
