package import ArgumentParser
import FileSystem
import Glibc
import SearchIndex

/// A command that ends in a status rather than in output alone.
package protocol Action {
    func run(_ console: Console) async throws -> ExitStatus
}

/// Runs the command that the arguments name, and turns whatever happens into output and an exit status.
package enum Program {
    /// - Parameter archive: Makes indexes of earlier times, where this program can.
    package static func run(
        _ root: any ParsableCommand.Type, _ arguments: [String], archive: (any IndexArchive)? = nil
    ) async -> Never {
        // A closed pipe is seen where it is written to.
        signal(SIGPIPE, SIG_IGN)
        var console = Console.ofProcess()
        console.archive = archive
        end(await status(root, arguments, console), console)
    }

    /// Writes the version and ends.
    package static func writeVersion() -> Never {
        signal(SIGPIPE, SIG_IGN)
        let console = Console.ofProcess()
        console.output.write(Version.current + "\n")
        end(.clean, console)
    }

    private static func end(_ status: ExitStatus, _ console: Console) -> Never {
        do throws(CommandFailure) {
            try console.flush()
        } catch {
            console.error.write("kb: \(error.message)\n")
            try? console.error.flush()
            exit(ExitStatus.failure.rawValue)
        }
        exit(status.rawValue)
    }

    private static func status(
        _ root: any ParsableCommand.Type, _ arguments: [String], _ console: Console
    ) async -> ExitStatus {
        do {
            // The argument parser answers help about no command with help about all of them.
            if arguments.first == "help", let name = arguments.dropFirst().first, !Launcher.isCommand(name) {
                throw Launcher.unknown(name)
            }
            let command = try root.parseAsRoot(arguments)
            guard let command = command as? any KBCommand else {
                // Only help, the version and completions are not commands of ours; they end by throwing.
                var command = command
                try command.run()
                return .clean
            }
            return try await command.action(console).run(console)
        } catch {
            return report(error, root, console)
        }
    }

    private static func report(_ error: any Error, _ root: any ParsableCommand.Type, _ console: Console) -> ExitStatus {
        if let message = message(of: error) {
            console.note("kb: " + message)
            return .failure
        }
        let text = root.fullMessage(for: error)
        if root.exitCode(for: error) == .success {
            console.output.write(text.isEmpty ? "" : text + "\n")
            return .clean
        }
        console.note("kb: " + argumentFault(root.message(for: error), usage: text))
        return .failure
    }

    /// What is wrong with the arguments in one sentence, in the voice of all other messages.
    ///
    /// - Parameter usage: The argument parser's own text, whose last line names the command's help.
    private static func argumentFault(_ message: String, usage: String) -> String {
        let lines = message.split(whereSeparator: \.isNewline)
        // A list of values has one on each line.
        let values = lines.dropFirst().map { $0.drop { " -".contains($0) } }.joined(separator: ", ")
        let sentence = (lines.first ?? "") + (values.isEmpty ? "" : " " + values)
        let help = usage.split(separator: "'").last { $0.hasSuffix("--help") } ?? "kb --help"
        let end = sentence.last.map { ".?".contains($0) } ?? false ? " " : "; "
        return sentence.prefix(1).lowercased() + sentence.dropFirst() + end + "'\(help)' says more"
    }

    /// The sentence for a failure of the tool, or nil for a fault in the arguments.
    private static func message(of error: any Error) -> String? {
        switch error {
        case let failure as CommandFailure: failure.message
        case let failure as FileSystemError: failure.description
        case let failure as any DescribedFailure: failure.description
        default: nil
        }
    }
}

/// A failure of another module that says itself what went wrong.
package protocol DescribedFailure: Error, CustomStringConvertible {}

/// A command as typed; what it does is an action.
package protocol KBCommand: ParsableCommand {
    /// Resolves the arguments against the process's surroundings.
    func action(_ console: Console) throws -> any Action
}
