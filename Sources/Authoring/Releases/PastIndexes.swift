package import CommandLine
import Content
import Git
import Presentation
import Releases
import SearchIndex
import Time

/// Indexes of earlier times, from the releases of a channel, from the history of a branch, or from a revision.
package struct PastIndexes: IndexArchive {
    package init() {}

    package func index(_ request: ArchiveRequest, _ console: Console) async throws -> ArchivedIndex {
        let workspace = try Workspace(ofHistory: request.root)
        let place = try ReviewedRepository(workspace.root, folder: nil)
        let builder = PastIndexBuild(workspace: workspace, repository: place.repository, console: console)
        switch request.point {
        case .revision(let name): return try await index(ofRevision: name, request, place, builder)
        case .moment(let text): return try await index(at: text, request, place, builder)
        }
    }

    private func index(
        ofRevision name: String, _ request: ArchiveRequest, _ place: ReviewedRepository, _ builder: PastIndexBuild
    ) async throws -> ArchivedIndex {
        let (commit, remark) = try RevisionName(name).commit(in: place)
        let built = try await builder.index(of: commit, audiences: request.audiences)
        var origin = try origin(commit, place)
        origin.remarks = [remark].compactMap(\.self) + built.remarks + (try place.repository.historyBounds().notes)
        return ArchivedIndex(path: built.path, isTemporary: built.isTemporary, moment: nil, origin: origin)
    }

    private func index(
        at text: String, _ request: ArchiveRequest, _ place: ReviewedRepository, _ builder: PastIndexBuild
    ) async throws -> ArchivedIndex {
        let head = try place.repository.headCommit
        let settings = try BaseSettings(place, at: head).configuration
        let moment = try MomentArgument(text).instant(in: settings.zone)
        guard moment <= SystemClock.now() else {
            throw CommandFailure(
                "nobody has been answered at \(settings.zone.local(moment)) yet; --at judges an index by the clock of a moment "
                    + "to come")
        }
        let choice = ChannelChoice(settings)
        let isAboutAll = request.channel == nil && request.audiences.isEmpty && settings.declaredChannels.isEmpty
        if isAboutAll, try place.repository.names(below: "refs/tags/releases/", most: 1).isEmpty {
            return try await index(at: moment, of: nil, on: head, place, builder, request)
        }
        let channel = try choice.channel(request.channel, audiences: request.audiences)
        let tip = try channel.branch.map { try place.branch($0) } ?? head
        let history = try ReleaseHistory(place, channel, tip: tip)
        guard history.current != nil else {
            var found = try await index(at: moment, of: channel, on: tip, place, builder, request)
            found.origin.remarks += history.remarks
            return found
        }
        guard let known = history.current(at: moment) else {
            let first = history.releases[0].release
            let zone = settings.zone
            // Within the same minute, only the seconds tell them apart.
            let texts = [moment, first.time].map { "\(zone.local($0))" }
            let times = texts[0] == texts[1] ? [moment, first.time].map(zone.offsetText) : texts
            throw CommandFailure(
                "the channel '\(channel.name)' had no release on \(times[0]); its first, \(first.name), is of \(times[1])"
            )
        }
        let file = try file(for: request.audiences, of: known.release, settings)
        let built = try await builder.index(of: known.commit, audiences: [file.audience])
        var origin = try origin(known.commit, place)
        origin.moment = moment
        origin.channel = channel.name
        origin.release = known.release.name
        origin.published = known.release.time
        origin.approvals = known.release.approvals
        if let restores = known.release.restores { origin.remarks.append("It was release \(restores) again.") }
        for owed in known.release.owed {
            origin.remarks.append("'\(owed.path)' went out before the '\(owed.role)' approved it.")
        }
        origin.remarks += history.remarks + built.remarks
        if try !isSame(built.path, file) {
            origin.remarks.append(
                "This kb builds another index of that commit than was published (\(file.sha256.prefix(10))); the content is the "
                    + "same, its order in answers may differ.")
        }
        return ArchivedIndex(path: built.path, isTemporary: built.isTemporary, moment: moment, origin: origin)
    }

    /// What the branch held at a moment, for readers for whom no releases were made.
    ///
    /// - Parameter channel: Nil: everything.
    private func index(
        at moment: Instant, of channel: Configuration.Channel?, on tip: ObjectID, _ place: ReviewedRepository,
        _ builder: PastIndexBuild, _ request: ArchiveRequest
    ) async throws -> ArchivedIndex {
        guard let commit = try place.repository.commit(madeBy: Int(clamping: moment.seconds), on: tip) else {
            throw CommandFailure("the history of the branch begins after that moment; there is nothing to answer from")
        }
        let audiences = request.audiences.isEmpty ? channel?.audiences ?? [] : request.audiences
        let built = try await builder.index(of: commit, audiences: audiences)
        var origin = try origin(commit, place)
        origin.moment = moment
        origin.channel = channel?.name
        let branch = channel?.branch.map { "the branch '\($0)'" } ?? "HEAD"
        let subject = channel.map { "The channel '\($0.name)' has no releases" } ?? "No releases were made here"
        origin.remarks =
            [
                "\(subject); this is what \(branch) held then, by its first parents. Nobody recorded what readers were given."
            ] + built.remarks + (try place.repository.historyBounds().notes)
        return ArchivedIndex(path: built.path, isTemporary: built.isTemporary, moment: moment, origin: origin)
    }

    private func origin(_ commit: ObjectID, _ place: ReviewedRepository) throws -> AnswerOrigin {
        let info = try place.repository.commit(commit)
        return AnswerOrigin(
            commit: commit.description, committed: Instant(seconds: Int64(info.committer.seconds)),
            zone: try BaseSettings(place, at: commit).configuration.zone)
    }

    /// The index of a release that these readers had.
    private func file(
        for audiences: [String], of release: Release, _ settings: Configuration
    ) throws -> Release.IndexFile {
        let fitting = release.indexes.filter { file in
            audiences.isEmpty || audiences.allSatisfy { settings.includes(file.audience, $0) }
        }
        if fitting.count == 1 || (fitting.count > 1 && !audiences.isEmpty) { return fitting[0] }
        let known = release.indexes.map(\.audience).joined(separator: ", ")
        throw CommandFailure(
            "the release \(release.name) has indexes for \(known); say whose answer is meant with --audience")
    }

    private func isSame(_ path: String, _ file: Release.IndexFile) throws -> Bool {
        do throws(IndexError) {
            return Seal.text(try Index(IndexMemory(path: path)).seal) == file.seal
        } catch {
            throw CommandFailure(error.description(of: path))
        }
    }
}
