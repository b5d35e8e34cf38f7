import Glibc

/// What the process was started with, read once.
package struct Surroundings: Sendable {
    package let variables: [String: String]
    package let inputIsTerminal: Bool
    package let outputIsTerminal: Bool
    package let errorIsTerminal: Bool
    /// Of the terminal; nil where the output is none.
    package let terminalColumns: Int?

    package static func ofProcess() -> Surroundings {
        let outputIsTerminal = isatty(STDOUT_FILENO) == 1
        var size = winsize()
        let hasSize = outputIsTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        var variables: [String: String] = [:]
        let names = [
            "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "KB_INDEX", "KB_CONTEXT", "PATH", "TMPDIR", "KB_CACHE",
            "XDG_CACHE_HOME", "HOME", "SSH_AUTH_SOCK",
        ]
        for name in names {
            if let value = getenv(name) { variables[name] = String(cString: value) }
        }
        return Surroundings(
            variables: variables, inputIsTerminal: isatty(STDIN_FILENO) == 1, outputIsTerminal: outputIsTerminal,
            errorIsTerminal: isatty(STDERR_FILENO) == 1, terminalColumns: hasSize ? Int(size.ws_col) : nil)
    }

    /// How wide text may be: the terminal, or what `COLUMNS` says, or 80.
    package var columns: Int { columns(otherwise: 80) }

    /// How wide text may be: the terminal, or what `COLUMNS` says, or this.
    package func columns(otherwise standard: Int) -> Int {
        max(20, terminalColumns ?? variables["COLUMNS"].flatMap { Int($0) } ?? standard)
    }

    /// Whether to write in colour: `--color` over `NO_COLOR` over `CLICOLOR_FORCE` over `CLICOLOR` over the terminal.
    package func isColored(_ choice: ColorChoice, isTerminal: Bool) -> Bool {
        func isSet(_ name: String) -> Bool { variables[name].map { !$0.isEmpty } ?? false }
        switch choice {
        case .always: return true
        case .never: return false
        case .auto:
            if isSet("NO_COLOR") { return false }
            if isSet("CLICOLOR_FORCE"), variables["CLICOLOR_FORCE"] != "0" { return true }
            if variables["CLICOLOR"] == "0" { return false }
            return isTerminal
        }
    }
}

/// When to write in colour.
package enum ColorChoice: String, CaseIterable, Sendable {
    case auto, always, never
}
