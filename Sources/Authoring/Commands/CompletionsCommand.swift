import ArgumentParser
import CommandLine

struct CompletionsCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions", abstract: "Print the completion script of a shell.",
        discussion: """
            Examples:
              kb completions bash > ~/.local/share/bash-completion/completions/kb
              kb completions zsh > "${fpath[1]}/_kb"
              kb completions fish > ~/.config/fish/completions/kb.fish
            """)

    @Argument(help: ArgumentHelp("bash, zsh or fish.", valueName: "shell"), completion: .list(["bash", "zsh", "fish"]))
    var shell: String

    func action(_ console: Console) throws -> any Action {
        guard let shell = CompletionShell(rawValue: shell) else {
            throw CommandFailure("there are no completions for '\(shell)'; there are for bash, zsh and fish")
        }
        return PrintAction(text: AuthorCommand.completionScript(for: shell))
    }
}

/// Prints a text that is ready.
struct PrintAction: Action {
    let text: String

    func run(_ console: Console) -> ExitStatus {
        console.output.write(text.hasSuffix("\n") ? text : text + "\n")
        return .clean
    }
}
