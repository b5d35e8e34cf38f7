import CommandLine
import Content
import Git
import Presentation
import Time

/// Which two versions are compared, and of which items.
struct DiffVersions {
    /// A version and what it is called.
    struct Side {
        let name: String
        let content: any ContentSource
    }

    let before: Side
    let after: Side
    /// The later one is the files on disk.
    let isWorkingTree: Bool
    private(set) var names: [String]
    /// What the index knows of the files on disk.
    let staged: StagedSource?

    /// - Parameters:
    ///   - arguments: `REV`, `REV..REV` or nothing, then ids.
    ///   - isStaged: The later version is what is staged.
    ///   - since: A moment; the earlier version is what the branch held then.
    init(
        _ arguments: [String], isStaged: Bool, since: String?, in workspace: Workspace, _ revisions: RevisionSource
    ) throws {
        let repository = revisions.repository
        names = arguments
        var first: String?
        var last: String?
        if let argument = arguments.first {
            if let dots = argument.firstRange(of: "..") {
                first = String(argument[..<dots.lowerBound])
                last = String(argument[dots.upperBound...])
                if last?.hasPrefix(".") == true {
                    throw CommandFailure("'\(VisibleText.of(argument))' has three dots; write two, as in main..topic")
                }
                if first == "" { first = "HEAD" }
                if last == "" { last = "HEAD" }
                names.removeFirst()
            } else if revisions.has(argument) {
                first = argument
                names.removeFirst()
            }
        }
        if isStaged, last != nil { throw CommandFailure("--staged compares with what is staged; give one revision") }
        if since != nil, last != nil {
            throw CommandFailure("--since says where the comparison begins; give no revision, or one branch")
        }
        if let since {
            let tip = first ?? "HEAD"
            before = try DiffVersions.side(since: since, on: tip, workspace, revisions)
            // A branch as it is; without one, the files on disk.
            last = first
        } else {
            before = Side(name: first ?? "HEAD", content: try revisions.content(at: first ?? "HEAD"))
        }
        if isStaged {
            let index = try StagedSource(repository, folder: repository.prefix)
            if let conflict = index.conflicts.first {
                throw CommandFailure(
                    "'\(VisibleText.of(conflict.path))' has conflicts that are not resolved; resolve them and 'git add' the file"
                )
            }
            staged = index
            after = Side(name: "what is staged", content: index)
            isWorkingTree = false
        } else if let last {
            staged = nil
            after = Side(name: last, content: try revisions.content(at: last))
            isWorkingTree = false
        } else {
            guard repository.workingTree != nil else {
                throw CommandFailure("a bare repository has no files on disk; give two revisions, as in main..topic")
            }
            // One that cannot be read saves no work, and is no reason to stop.
            staged = try? StagedSource(repository, folder: repository.prefix)
            after = Side(name: "the working tree", content: workspace.tree)
            isWorkingTree = true
        }
    }

    /// What a branch held at a moment, by its first-parent history.
    private static func side(
        since: String, on tip: String, _ workspace: Workspace, _ revisions: RevisionSource
    ) throws -> Side {
        let head = try revisions.repository.resolve(tip)
        let zone = try workspace.zone(of: revisions.content(at: tip))
        let moment = try MomentArgument(since).instant(in: zone)
        guard let commit = try revisions.repository.commit(madeBy: Int(clamping: moment.seconds), on: head) else {
            throw CommandFailure("'\(VisibleText.of(tip))' has no commit as old as \(since); give a later date")
        }
        let name = "\(commit.short) (as of \(since))"
        return Side(name: name, content: try revisions.content(at: commit.description))
    }
}
