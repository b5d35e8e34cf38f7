import Content
import Diagnostics
import Difference
import Git

/// Walks through the history of one file of an item and tells what each commit did to it.
struct TrackWalk {
    let repository: Repository
    let files: ContentFiles
    let bounds: HistoryBounds
    let id: String
    /// A walk that was made before. Where this one comes to where that began, it ends.
    let known: ItemTrack?
    let purged: PurgedObjects

    struct Outcome {
        var track: ItemTrack
        /// Commits before which the history is not here.
        var cuts: Set<ObjectID>
        var isMissingFiles: Bool
        /// The walk came to the beginning of the history.
        var isWhole: Bool
    }

    /// - Parameter limit: The most versions.
    func run(of path: String, from commit: ObjectID, limit: Int) throws -> Outcome {
        var history = try FileHistory(
            of: path, knownBy: id, from: commit, in: repository, bounds: bounds, isPurged: purged.contains
        ) {
            files.names($2, $1, at: $0)
        }
        var track = ItemTrack(head: commit, path: path, entries: [])
        var isWhole = true
        while history.isUnfinished {
            if let known, let only = history.only, only.commit == known.head, only.path == known.path {
                track.entries += known.entries
                break
            }
            guard let version = try history.step() else { continue }
            if track.entries.count == limit {
                isWhole = false
                break
            }
            track.entries.append(try entry(version))
        }
        if track.entries.count > limit {
            track.entries.removeLast(track.entries.count - limit)
            isWhole = false
        }
        for index in track.entries.indices where track.entries[index].changes == [.created] {
            if track.entries[(index + 1)...].contains(where: { $0.file == nil }) {
                track.entries[index].changes = [.restored]
            }
        }
        return Outcome(
            track: track, cuts: history.cuts, isMissingFiles: history.isMissingFiles, isWhole: isWhole)
    }

    private func entry(_ version: FileVersion) throws -> ItemTrack.Entry {
        let after = try version.file.map(content)
        let before = try version.before.map(content)
        // Of a merge, what it did to the branch that it went into.
        let changes =
            (before + [after].compactMap { $0 }).contains { $0 == nil }
            ? [.unknown]
            : ItemChange.all(
                of: version.name, before: version.namesBefore.first, from: before.first ?? nil, to: after ?? nil)
        let shown = (after ?? nil) ?? (before.first ?? nil)
        let name = (after ?? nil) == nil ? version.namesBefore.first ?? version.name : version.name
        let item = shown?.items.first { $0.id.value == name }
        let fact = shown?.facts.first { $0.name.value == name }
        let place = item?.id.range ?? fact?.name.range
        let line = shown.flatMap { file in place.map { LineIndex(file.source).position(of: $0.lowerBound).line } }
        return ItemTrack.Entry(
            commit: version.commit, file: version.file, before: version.before.map(\.path),
            isMerge: version.parentCount > 1, changes: changes, kind: item?.kind.rawValue ?? fact.map { _ in "fact" },
            title: item?.title?.value ?? fact?.label, line: line ?? 1)
    }

    /// Nil where the file is not here or is no content.
    private func content(_ file: FileVersion.File) throws -> ContentFile? {
        do throws(GitError) {
            return files.read(
                try repository.fileBytes(file.blob, limit: FileHistory.largestFile, as: file.path), at: file.path)
        } catch {
            switch error {
            case .tooLarge: return nil
            case .missingObject(_, .partialClone): return nil
            case .missingObject where purged.contains(file.blob): return nil
            default: throw error
            }
        }
    }
}
