import CommandLine
import Content
import Difference
import Git
import Rendering
import Time

/// The versions of an item, over all the files that it has and had.
struct ItemLog {
    let repository: Repository
    let workspace: Workspace
    let bounds: HistoryBounds
    private let files: ContentFiles
    private let finder: ItemFiles

    struct Outcome {
        var list: VersionList
        /// What readers of it must know, a sentence each.
        var notes: [String]
    }

    init(_ workspace: Workspace, _ repository: Repository) throws(GitError) {
        self.workspace = workspace
        self.repository = repository
        bounds = try repository.historyBounds()
        files = ContentFiles(prefix: repository.prefix)
        finder = ItemFiles(repository: repository, files: files)
    }

    /// - Parameters:
    ///   - name: An id, an alias or a fact's name.
    ///   - limit: The most versions; nil for all.
    ///   - since: Leaves out what was committed before.
    /// - Returns: Nil where the commit has no such item.
    func versions(
        of name: String, from commit: ObjectID, limit: Int?, since: Instant?, in zone: TimeZoneRules,
        _ variables: [String: String]
    ) throws -> Outcome? {
        let cache = HistoryCache(variables, for: name, of: workspace, in: repository, bounds)
        let known = cache?.known()
        guard let (id, paths) = try place(of: name, in: commit, known) else { return nil }
        let purged = PurgedObjects(workspace, at: commit)
        var outcomes: [TrackWalk.Outcome] = []
        for path in paths {
            let track = known?.tracks.first { $0.path == path && $0.head == commit }
            let walk = TrackWalk(
                repository: repository, files: files, bounds: bounds, id: id,
                known: track ?? known?.tracks.first { track in paths.count == 1 || track.path == path },
                purged: purged)
            outcomes.append(try walk.run(of: path, from: commit, limit: since == nil ? limit ?? .max : .max))
        }
        let tracks = outcomes.map(\.track)
        if outcomes.allSatisfy(\.isWhole), purged.missed.isEmpty, tracks != known?.tracks {
            cache?.keep(.init(id: id, tracks: tracks))
        }
        var versions = try tracks.flatMap(\.entries).map { try version($0) }
        versions = versions.enumerated().sorted { ($1.element.time, $0.offset) < ($0.element.time, $1.offset) }
            .map(\.element)
        if let since { versions.removeAll { $0.time < since } }
        if let limit, versions.count > limit { versions.removeLast(versions.count - limit) }
        let isComplete = outcomes.allSatisfy { $0.cuts.isEmpty && !$0.isMissingFiles } && purged.missed.isEmpty
        return Outcome(
            list: VersionList(id: id, versions: versions, zone: zone, isComplete: isComplete),
            notes: notes(outcomes) + [purged.note].compactMap(\.self))
    }

    func ids(in commit: ObjectID) throws -> Set<String> { try finder.ids(in: commit) }

    private func place(
        of name: String, in commit: ObjectID, _ known: HistoryCache.Known?
    ) throws -> (id: String, paths: [String])? {
        guard let known, let head = known.tracks.first?.head else { return try finder.find(name, in: commit) }
        let paths = known.tracks.map(\.path)
        if head == commit { return (known.id, paths) }
        let found = try finder.find(known.id, in: commit, knowing: paths, in: head)
        return found.isEmpty ? try finder.find(name, in: commit) : (known.id, found)
    }

    private func version(_ entry: ItemTrack.Entry) throws -> ItemVersion {
        let commit = try repository.commit(entry.commit)
        let place = entry.file?.path ?? entry.before.first ?? ""
        let earlier = Set(entry.before).subtracting([place]).sorted()
        return ItemVersion(
            commit: entry.commit.description, time: Instant(seconds: Int64(commit.committer.seconds)),
            author: .init(name: commit.author.name, email: commit.author.email),
            committer: .init(name: commit.committer.name, email: commit.committer.email), subject: commit.summary,
            changes: entry.changes, isMerge: entry.isMerge, kind: entry.kind, title: entry.title,
            path: files.path(of: place), line: entry.line, earlierPaths: earlier.map { files.path(of: $0) })
    }

    private func notes(_ outcomes: [TrackWalk.Outcome]) -> [String] {
        var notes = bounds.notes
        let cuts = Set(outcomes.flatMap(\.cuts)).map(\.short).sorted()
        if !cuts.isEmpty {
            notes.append(
                "The history before \(cuts.joined(separator: ", ")) is not here, because the clone is shallow; run "
                    + "'git fetch --unshallow', or fetch with depth 0 in CI.")
        }
        if outcomes.contains(where: \.isMissingFiles)
            || outcomes.contains(where: {
                $0.track.entries.contains { repository.isPartialClone && $0.changes == [.unknown] }
            })
        {
            notes.append(
                "Files of this history are not here, because this is a partial clone: what changed in them, and where they "
                    + "were before, cannot be told. Run 'git fetch --refetch --no-filter'.")
        }
        return notes
    }
}
