import ArgumentParser

/// What the argument parser alone costs a start: the peer of `kb --version`.
struct EmptyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(version: "0")
}

EmptyCommand.main()
