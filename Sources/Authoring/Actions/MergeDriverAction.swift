import CommandLine
import FileSystem
import Glibc
import Merging
import Presentation

/// Merges three versions of a file as git asks for it: writes over ours, and ends with 1 where conflicts are left.
struct MergeDriverAction: Action {
    static let largestFile = 64 << 20
    /// The common version, ours, theirs, and the path from the top of the repository.
    let files: [String]
    let markerSize: Int

    func run(_ console: Console) throws -> ExitStatus {
        let path = try RepositoryPath(files[3])
        let versions = try files.prefix(3).map { file in
            try FileDescriptor(opening: file, O_RDONLY, to: "read").readAll(limit: MergeDriverAction.largestFile)
        }
        var labels = MergeLabels()
        labels.markerSize = markerSize
        let merge = ContentMerge(
            path: path.path, base: versions[0], ours: versions[1], theirs: versions[2], labels: labels)
        if merge.bytes != versions[1] { try DurableFile.write(merge.bytes, to: files[1]) }
        guard !merge.conflicts.isEmpty else { return .clean }
        console.note(MergeText.conflicts(merge.conflicts, in: files[3]))
        return .findings
    }
}

/// What is said of conflicts.
enum MergeText {
    /// `articles/mri.md: settle owner, text`.
    static func conflicts(_ names: [String], in path: String) -> String {
        var unique: [String] = []
        for name in names where !unique.contains(name) && unique.count < 10 { unique.append(name) }
        return "\(VisibleText.of(path)): in conflict: \(unique.map { VisibleText.of($0) }.joined(separator: ", "))"
    }
}
