import ArgumentParser
import CommandLine
import Merging

struct MergeCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Merge content by field and paragraph where git found a conflict.",
        discussion: """
            After a 'git merge', 'git rebase' or 'git cherry-pick' that stopped, merges the files that are in conflict \
            again: front matter and YAML field by field, lists by member, prose by paragraph, with comments and layout as \
            they are. What both sides changed stays between conflict markers, around that field or paragraph alone. A file \
            in which no markers are left any more is kept. Where everything is settled, 'git add' and go on with git.

            Git does so by itself once 'kb init --git' has set up --driver, which git calls with the common version, ours, \
            theirs and the path, and which writes over ours.

            Ends with 1 when conflicts are left.

            Examples:
              kb merge
              kb merge articles/mri.md
              git config merge.kb.driver 'kb merge --driver --marker-size %L -- %O %A %B %P'
            """)

    @Argument(
        help: ArgumentHelp("Files to merge; all that are in conflict otherwise.", valueName: "path"),
        completion: .file())
    var paths: [String] = []

    @Flag(help: "Merge three versions of a file as git asks for it.")
    var driver = false

    @Option(help: ArgumentHelp("The length of conflict markers.", valueName: "number"))
    var markerSize = 7

    @OptionGroup var workspace: WorkspaceOptions

    func validate() throws {
        if driver && paths.count != 4 {
            throw ValidationError("--driver takes four arguments: the common version, ours, theirs and the path.")
        }
        guard (1...200).contains(markerSize) else { throw ValidationError("--marker-size is a number from 1 to 200.") }
    }

    func action(_ console: Console) throws -> any Action {
        if driver { return MergeDriverAction(files: paths, markerSize: markerSize) }
        let workspace = try workspace.workspace()
        return MergeAction(
            workspace: workspace, paths: try paths.map { try workspace.path(ofArgument: $0) }, markerSize: markerSize)
    }
}
