import ArgumentParser
import CommandLine

struct InitCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Lay out a knowledge base.",
        discussion: """
            Writes a small knowledge base that validates: kb.yaml, people, a category, a template, a fact, an article \
            and a golden question, and under .kb/schemas what an editor needs to complete and check fields. Files that \
            are there already are kept.

            --git sets up the git repository around it, for a knowledge base that is there already too: .gitattributes \
            names kb for content, and this clone's configuration says how to call it. Plain 'git diff' then shows what kb \
            diff does, and 'git merge' merges by field. Each clone needs it once, because git shares no configuration.

            Examples:
              kb init
              kb init --git
              kb init riverside --name "Riverside Patient Access" --timezone America/New_York
              kb init --hook pre-receive /srv/git/riverside.git
            """)

    @Argument(help: ArgumentHelp("The folder; the current one otherwise.", valueName: "folder"), completion: .directory)
    var folder = "."

    @Option(help: ArgumentHelp("What the knowledge base is called; the folder's name otherwise.", valueName: "text"))
    var name: String?

    @Option(help: ArgumentHelp("The zone in which its dates and times count.", valueName: "zone"))
    var timezone = "UTC"

    @Option(
        help: ArgumentHelp(
            "Set up git's hook of this name in the repository instead: pre-receive, which judges pushes with 'kb gate'.",
            valueName: "hook"))
    var hook: Hook?

    enum Hook: String, CaseIterable, ExpressibleByArgument {
        case preReceive = "pre-receive"
    }

    @Flag(help: "Set up git to show and merge content by field.")
    var git = false

    func action(_ console: Console) throws -> any Action {
        if hook != nil { return HookAction(folder: folder) }
        return InitAction(folder: folder, name: name, timeZone: timezone, setsUpGit: git)
    }
}
