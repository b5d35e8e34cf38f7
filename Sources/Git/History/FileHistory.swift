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
    /// By which the file is known.
    package let name: String
    /// By which it was known in each of `before`.
    package let namesBefore: [String]
    /// More than one: the commit merged histories in which the file differs.
    package let parentCount: Int
}

/// Walks through the commits that made a file what it is, the latest first, and follows it over renames.
///
/// A commit is passed over where one of its parents has the very same file at the same path; only that parent is followed
/// then, as `git log` simplifies history. Otherwise all parents are. A file that is not at its path in a parent is looked for
/// there: by its bytes first, then by what it is known by.
package struct FileHistory {
    /// Finds the item of one of some names in a file.
    ///
    /// Returns the name that it has there, and behind it those that it had before; nil where it is not that item's file.
    package typealias Identity = (_ path: String, _ bytes: [UInt8], _ names: [String]) -> [String]?

    /// A commit and where in it the file lies.
    private struct Place {
        let commit: ObjectID
        let record: CommitRecord
        let path: String
        /// Nil while it is not there.
        let blob: ObjectID?
        /// By which it is known, the current one first.
        let names: [String]
    }

    private struct Found {
        let file: FileVersion.File
        let names: [String]
    }

    private struct Question: Hashable {
        let file: FileVersion.File
        let names: [String]
    }

    private struct Visit: Hashable {
        let commit: ObjectID
        let path: String
    }

    private let repository: Repository
    private let bounds: HistoryBounds
    private let identity: Identity
    private let isPurged: (ObjectID) -> Bool
    private var lookup: PathLookup
    /// In order of their times, the latest last.
    private var pending: [Place] = []
    private var visited: Set<Visit> = []
    private var identified: [Question: [String]?] = [:]
    /// Commits before which the history is not here.
    package private(set) var cuts: Set<ObjectID> = []
    /// Files are missing, so that it cannot be told what they were.
    package private(set) var isMissingFiles = false
    package static let largestFile = 16 << 20

    /// - Parameters:
    ///   - path: From the root of the repository.
    ///   - name: By which it is known there.
    ///   - commit: The first to look at.
    ///   - isPurged: Whether a file that is not here was taken out on purpose.
    package init(
        of path: String, knownBy name: String, from commit: ObjectID, in repository: Repository, bounds: HistoryBounds,
        isPurged: @escaping (ObjectID) -> Bool = { _ in false }, identity: @escaping Identity
    ) throws(GitError) {
        self.repository = repository
        self.bounds = bounds
        self.identity = identity
        self.isPurged = isPurged
        lookup = PathLookup(repository)
        try visit(commit, path, name)
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
                add(Place(commit: id, record: record, path: place.path, blob: blob, names: place.names))
                return nil
            }
            parents.append((id, record, blob))
        }
        var before: [Found] = []
        for parent in parents {
            guard let found = try predecessor(of: place, in: parent.id, parent.blob) else { continue }
            before.append(found)
            add(
                Place(
                    commit: parent.id, record: parent.record, path: found.file.path, blob: found.file.blob,
                    names: found.names))
        }
        // It may have been there and been removed; a side of a merge that never had it says nothing.
        if before.isEmpty, let parent = parents.first {
            add(Place(commit: parent.id, record: parent.record, path: place.path, blob: nil, names: place.names))
        }
        if place.blob == nil, before.isEmpty { return nil }
        return FileVersion(
            commit: place.commit, file: place.blob.map { .init(path: place.path, blob: $0) },
            before: before.map(\.file),
            name: place.names[0], namesBefore: before.map { $0.names[0] }, parentCount: place.record.parents.count)
    }

    /// What the file was in a parent that has not the same at its path.
    private mutating func predecessor(
        of place: Place, in parent: ObjectID, _ blob: ObjectID?
    ) throws(GitError) -> Found? {
        // The name that it has tells more than one that it had.
        var byFormerName: Found?
        if let blob, let found = try find(place.names, place.path, blob, otherwise: place.names) {
            if found.names[0] == place.names[0] { return found }
            byFormerName = found
        }
        guard let own = place.blob else { return byFormerName }
        let changes = try repository.changes(from: parent, to: place.commit, in: "").compactMap { change in
            change.before.flatMap { $0.kind == .file ? (file: change, blob: $0.id) : nil }
        }
        let removed = changes.filter { $0.file.after == nil }
        let name = place.path.split(separator: "/").last
        let equal = removed.filter { $0.blob == own }
        if let found = equal.first(where: { $0.file.path.split(separator: "/").last == name }) ?? equal.first {
            return Found(file: .init(path: found.file.path, blob: found.blob), names: place.names)
        }
        let replaced = changes.filter { $0.file.after != nil && $0.file.path != place.path }
        for (file, blob) in removed + replaced {
            guard let found = try find(place.names, file.path, blob, otherwise: nil) else { continue }
            if found.names[0] == place.names[0] { return found }
            byFormerName = byFormerName ?? found
        }
        return byFormerName
    }

    /// - Parameter fallback: The answer where the file is not here to be read.
    private mutating func find(
        _ names: [String], _ path: String, _ blob: ObjectID, otherwise fallback: [String]?
    ) throws(GitError) -> Found? {
        let file = FileVersion.File(path: path, blob: blob)
        return try self.names(Question(file: file, names: names), otherwise: fallback).map {
            Found(file: file, names: $0)
        }
    }

    private mutating func names(
        _ question: Question, otherwise fallback: [String]?
    ) throws(GitError) -> [String]? {
        if let known = identified[question] { return known }
        let file = question.file
        do throws(GitError) {
            let bytes = try repository.fileBytes(file.blob, limit: FileHistory.largestFile, as: file.path)
            let names = identity(file.path, bytes, question.names).flatMap { $0.isEmpty ? nil : $0 }
            identified[question] = .some(names)
            return names
        } catch {
            switch error {
            case .tooLarge: return nil
            case .missingObject where isPurged(file.blob): return fallback
            case .missingObject(_, .partialClone):
                isMissingFiles = true
                return fallback
            default: throw error
            }
        }
    }

    private mutating func visit(_ commit: ObjectID, _ path: String, _ name: String) throws(GitError) {
        let record = try repository.record(commit)
        let blob = try lookup.file(path, in: record.tree)
        let found = try blob.flatMap { blob throws(GitError) in try find([name], path, blob, otherwise: nil) }
        add(Place(commit: commit, record: record, path: path, blob: blob, names: found?.names ?? [name]))
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
