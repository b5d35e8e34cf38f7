package import ArgumentParser

/// The part of `kb` that needs nothing but an index.
package struct ReaderCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "kb", abstract: "A knowledge base for contact centres.", version: Version.current,
        subcommands: [
            SearchCommand.self, ShowCommand.self, RunCommand.self, AlertsCommand.self, IndexListCommand.self,
            IndexCommand.self,
        ])

    package init() {}
}
