import CommandLine
import Glibc

/// `kb`: reads indexes itself, and hands everything else to `kb-author` beside it, so that a search loads neither
/// libgit2 nor a parser.
@main
enum KB {
    static func main() async {
        let arguments = Array(Swift.CommandLine.arguments.dropFirst())
        // Asked often and by scripts, and answered before any parser of arguments is set up.
        if arguments == ["--version"] { Program.writeVersion() }
        switch Launcher.target(arguments, hasIndexVariable: getenv("KB_INDEX") != nil) {
        case .reader: await Program.run(ReaderCommand.self, arguments)
        case .author: fail(Launcher.becomeAuthor(arguments))
        case .external(let name):
            let path = getenv("PATH").map { String(cString: $0) } ?? ""
            Launcher.becomeExternal(name, Array(arguments.dropFirst()), path: path)
            fail(Launcher.unknown(name))
        }
    }

    private static func fail(_ failure: CommandFailure) -> Never {
        // Whoever no longer reads the message has it all the same in the status.
        signal(SIGPIPE, SIG_IGN)
        let console = Console.ofProcess()
        console.error.write("kb: \(failure.message)\n")
        try? console.flush()
        exit(ExitStatus.failure.rawValue)
    }
}
