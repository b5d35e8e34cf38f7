import Diagnostics
import Glibc

/// Decides which program runs a command: this one, its sibling for authors, or somebody's `kb-NAME`.
package struct Launcher {
    /// The commands of this program; `list` is here with an index and the sibling's without.
    static let readerCommands = ["search", "show", "run", "alerts", "index"]

    /// The commands of the sibling.
    package static let authorCommands = [
        "init", "new", "list", "rename", "retire", "reassign", "validate", "prove", "graph", "outline", "diff",
        "build", "test", "approve", "gate", "audit", "purge", "log", "publish", "rollback", "merge", "review", "next",
        "rules", "explain", "schema", "completions", "help",
    ]

    package enum Target: Hashable, Sendable {
        case reader
        case author
        /// `kb-NAME` on PATH, with the arguments after the name.
        case external(String)
    }

    /// - Parameters:
    ///   - arguments: Without the program's own name.
    ///   - hasIndexVariable: KB_INDEX names an index.
    package static func target(_ arguments: [String], hasIndexVariable: Bool) -> Target {
        guard let name = arguments.first else { return .author }
        // Only the sibling reads repositories.
        let isOfThePast = arguments.contains { $0 == "--as-of" || $0.hasPrefix("--as-of=") }
        switch name {
        case "search", "show", "run", "alerts":
            let namesRevision = name == "show" && arguments.contains { !$0.hasPrefix("-") && $0.contains("@") }
            return isOfThePast || namesRevision ? .author : .reader
        case "index", "--version": return .reader
        case "list":
            // Without an index it lists files, which this program cannot read.
            let namesIndex = arguments.contains { $0 == "--index" || $0.hasPrefix("--index=") }
            return namesIndex || hasIndexVariable ? .reader : .author
        default:
            if name.hasPrefix("-") || authorCommands.contains(name) { return .author }
            return .external(name)
        }
    }

    /// Whether this is one of kb's own commands, or an option.
    static func isCommand(_ name: String) -> Bool {
        name.hasPrefix("-") || readerCommands.contains(name) || authorCommands.contains(name)
    }

    /// What to say when nothing has a command's name.
    package static func unknown(_ name: String) -> CommandFailure {
        let known = readerCommands + authorCommands
        return CommandFailure(
            "there is no command '\(name)'; "
                + (Suggestion.question(for: name, among: known) ?? "'kb help' lists them all"))
    }

    /// Becomes the sibling program beside this one. Never looks at PATH.
    package static func becomeAuthor(_ arguments: [String]) -> CommandFailure {
        guard let own = executablePath, let slash = own.lastIndex(of: "/") else {
            return CommandFailure("cannot find the folder of this program; is /proc mounted?")
        }
        let path = own[...slash] + "kb-author"
        become(String(path), ["kb"] + arguments)
        return CommandFailure(
            "cannot run '\(path)', which does everything but read indexes; install kb as a whole again")
    }

    /// Becomes `kb-NAME`, where PATH has one; returns otherwise.
    package static func becomeExternal(_ name: String, _ arguments: [String], path: String) {
        // A name with a slash would be a path, not a command.
        guard !name.contains("/") else { return }
        for folder in path.split(separator: ":") where folder.hasPrefix("/") {
            let program = "\(folder)/kb-\(name)"
            if access(program, X_OK) == 0 { become(program, [program] + arguments) }
        }
    }

    /// Returns only when it failed.
    private static func become(_ path: String, _ arguments: [String]) {
        let strings = arguments.map { strdup($0) }
        _ = execv(path, strings + [nil])
        for string in strings { free(string) }
    }

    /// The program `kb`, beside this one or this one itself; nil where it is not there.
    package static var readerPath: String? {
        guard let own = executablePath, let slash = own.lastIndex(of: "/") else { return nil }
        let path = own[...slash] + "kb"
        return access(String(path), X_OK) == 0 ? String(path) : nil
    }

    private static var executablePath: String? {
        guard let path = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }
}
