import Content

/// A state of a file that a commit brought about.
package struct FileVersion: Hashable, Sendable {
    package struct File: Hashable, Sendable {
        /// From the root of the repository.
        package let path: String
        package let blob: ObjectID

        package init(path: String, blob: ObjectID) {
            self.path = path
            self.blob = blob
        }
    }

    package let commit: ObjectID
    /// Nil where the commit removed it.
    package let file: File?
    /// What it was in the commit's parents, the first parent first; empty where none of them had it.
    package let before: [File]
    /// More than one: the commit merged histories in which the file differs.
    package let parentCount: Int
}

/// Walks through the commits that made a file what it is, the latest first, and follows it over renames.
///
/// A commit is passed over where one of its parents has the very same file at the same path; only that parent is followed
/// then, as `git log` simplifies history. Otherwise all parents are. A file that is not at its path in a parent is looked for
/// there: by its bytes first, then by what it is known by.
package struct FileHistory {
    /// Whether the bytes of a file at a path are those of the item that is followed.
    package typealias Identity = (_ path: String, _ bytes: [UInt8]) -> Bool

    /// A commit and where in it the file lies.
    private struct Place {
        let commit: ObjectID
        let record: CommitRecord
        let path: String
        /// Nil while it is not there.
        let blob: ObjectID?
    }

    private struct Visit: Hashable {
        let commit: ObjectID
        let path: String
    }

    private let repository: Repository
    private let bounds: HistoryBounds
    private let isItem: Identity
    private var lookup: PathLookup
    /// In order of their times, the latest last.
    private var pending: [Place] = []
    private var visited: Set<Visit> = []
    private var identified: [FileVersion.File: Bool] = [:]
    /// Commits before which the history is not here.
    package private(set) var cuts: Set<ObjectID> = []
    /// Files are missing, so that it cannot be told what they were.
    package private(set) var isMissingFiles = false
    package static let largestFile = 16 << 20

    /// - Parameters:
    ///   - path: From the root of the repository.
    ///   - commit: The first to look at.
    package init(
        of path: String, from commit: ObjectID, in repository: Repository, bounds: HistoryBounds,
        isItem: @escaping Identity
    ) throws(GitError) {
        self.repository = repository
        self.bounds = bounds
        self.isItem = isItem
        lookup = PathLookup(repository)
        try visit(commit, path)
    }

    /// The one commit and path through which all that is left to walk goes; nil where there are several or none.
    package var only: (commit: ObjectID, path: String)? {
        pending.count == 1 ? (pending[0].commit, pending[0].path) : nil
    }

    /// Whether there is more to look at.
    package var isUnfinished: Bool { !pending.isEmpty }

    /// Looks at one commit. Nil where it is not one that made the file what it is.
    package mutating func step() throws(GitError) -> FileVersion? {
        guard let place = pending.popLast() else { return nil }
        if bounds.shallow.contains(place.commit) {
            cuts.insert(place.commit)
            return nil
        }
        var parents: [(id: ObjectID, record: CommitRecord, blob: ObjectID?)] = []
        for id in place.record.parents {
            let record = try repository.record(id)
            let blob = try lookup.file(place.path, in: record.tree)
            if blob == place.blob {
                add(Place(commit: id, record: record, path: place.path, blob: blob))
                return nil
            }
            parents.append((id, record, blob))
        }
        var before: [FileVersion.File] = []
        for parent in parents {
            guard let found = try predecessor(of: place, in: parent.id, parent.blob) else { continue }
            before.append(found)
            add(Place(commit: parent.id, record: parent.record, path: found.path, blob: found.blob))
        }
        // It may have been there and been removed; a side of a merge that never had it says nothing.
        if before.isEmpty, let parent = parents.first {
            add(Place(commit: parent.id, record: parent.record, path: place.path, blob: nil))
        }
        if place.blob == nil, before.isEmpty { return nil }
        return FileVersion(
            commit: place.commit, file: place.blob.map { .init(path: place.path, blob: $0) }, before: before,
            parentCount: place.record.parents.count)
    }

    /// What the file was in a parent that has not the same at its path.
    private mutating func predecessor(
        of place: Place, in parent: ObjectID, _ blob: ObjectID?
    ) throws(GitError) -> FileVersion.File? {
        if let blob, try isSame(place.path, blob, otherwise: true) { return .init(path: place.path, blob: blob) }
        guard let own = place.blob else { return nil }
        let changes = try repository.changes(from: parent, to: place.commit, in: "").compactMap { change in
            change.before.flatMap { $0.kind == .file ? (file: change, blob: $0.id) : nil }
        }
        let removed = changes.filter { $0.file.after == nil }
        let name = place.path.split(separator: "/").last
        let equal = removed.filter { $0.blob == own }
        if let found = equal.first(where: { $0.file.path.split(separator: "/").last == name }) ?? equal.first {
            return .init(path: found.file.path, blob: found.blob)
        }
        let replaced = changes.filter { $0.file.after != nil && $0.file.path != place.path }
        for (file, blob) in removed + replaced where try isSame(file.path, blob, otherwise: false) {
            return .init(path: file.path, blob: blob)
        }
        return nil
    }

    /// - Parameter fallback: The answer where the file is not here to be read.
    private mutating func isSame(_ path: String, _ blob: ObjectID, otherwise fallback: Bool) throws(GitError) -> Bool {
        let file = FileVersion.File(path: path, blob: blob)
        if let known = identified[file] { return known }
        do throws(GitError) {
            let bytes = try repository.fileBytes(blob, limit: FileHistory.largestFile, as: path)
            identified[file] = isItem(path, bytes)
            return identified[file] ?? false
        } catch .missingObject(_, .partialClone) {
            isMissingFiles = true
            return fallback
        } catch .tooLarge {
            return false
        }
    }

    private mutating func visit(_ commit: ObjectID, _ path: String) throws(GitError) {
        let record = try repository.record(commit)
        add(Place(commit: commit, record: record, path: path, blob: try lookup.file(path, in: record.tree)))
    }

    private mutating func add(_ place: Place) {
        guard visited.insert(Visit(commit: place.commit, path: place.path)).inserted else { return }
        var low = 0
        var high = pending.count
        while low < high {
            let middle = (low + high) / 2
            if pending[middle].record.seconds < place.record.seconds { low = middle + 1 } else { high = middle }
        }
        pending.insert(place, at: low)
    }
}
