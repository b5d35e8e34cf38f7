import CommandLine
import Content
import FileSystem
import Git
import Glibc
import Merging
import Presentation

/// Merges the files again that git left in conflict.
struct MergeAction: Action {
    let workspace: Workspace
    /// In the knowledge base; empty: all that are in conflict.
    let paths: [String]
    let markerSize: Int

    func run(_ console: Console) throws -> ExitStatus {
        let repository = try RevisionSource(workspace).repository
        let staged = try StagedSource(repository, folder: repository.prefix)
        let wanted = staged.conflicts.filter { paths.isEmpty || paths.contains($0.path) }
        if let missing = paths.first(where: { path in !wanted.contains { $0.path == path } }) {
            throw CommandFailure("'\(VisibleText.of(missing))' is not in conflict; 'git status' lists what is")
        }
        guard !wanted.isEmpty else {
            console.note("Nothing is in conflict.")
            return .clean
        }
        var open = 0
        var settled: [String] = []
        for conflict in wanted {
            switch try merge(conflict, staged) {
            case .settled:
                console.output.write("\(VisibleText.of(conflict.path)): merged\n")
                settled.append(conflict.path)
            case .conflicts(let names):
                console.output.write(MergeText.conflicts(names, in: conflict.path) + "\n")
                open += 1
            case .kept(let reason):
                console.output.write("\(VisibleText.of(conflict.path)): \(reason)\n")
                open += 1
            }
        }
        if !settled.isEmpty {
            console.note("'git add' what is merged; 'kb diff --staged' then shows it.")
        }
        return open == 0 ? .clean : .findings
    }

    private enum Outcome {
        case settled
        case conflicts([String])
        case kept(String)
    }

    private func merge(_ conflict: StagedSource.Conflict, _ staged: StagedSource) throws -> Outcome {
        guard let ours = conflict.ours, let theirs = conflict.theirs else {
            return .kept("one side removed it; keep it with 'git add', or take it away with 'git rm'")
        }
        let target = workspace.root + "/" + conflict.path
        let current = try FileDescriptor(opening: target, O_RDONLY | O_NOFOLLOW, to: "read")
            .readAll(limit: MergeDriverAction.largestFile)
        // Without markers somebody has settled it already.
        guard
            String(decoding: current, as: UTF8.self).split(separator: "\n").contains(where: { $0.hasPrefix("<<<<<<<") })
        else { return .kept("no conflict markers are left in it; 'git add' it where it is done") }
        var labels = MergeLabels()
        labels.markerSize = markerSize
        let merge = ContentMerge(
            path: conflict.path, base: try conflict.base.map { try staged.read($0, conflict.path) } ?? [],
            ours: try staged.read(ours, conflict.path), theirs: try staged.read(theirs, conflict.path), labels: labels)
        if merge.bytes != current { try DurableFile.write(merge.bytes, to: target) }
        return merge.conflicts.isEmpty ? .settled : .conflicts(merge.conflicts)
    }
}
