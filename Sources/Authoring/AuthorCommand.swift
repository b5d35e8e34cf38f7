package import ArgumentParser
import CommandLine

/// The whole of `kb`: what authors run, and the reader's commands beside it so that help shows one program.
package struct AuthorCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "kb",
        abstract: "A knowledge base for contact centres, as files that are checked, compiled and searched.",
        discussion: """
            Begin with 'kb init', then 'kb validate', 'kb build' and 'kb search'. Ends with 0 when all is well, 1 for \
            findings or nothing found, 2 when it could not do what was asked.
            """,
        version: Version.current,
        groupedSubcommands: [
            CommandGroup(
                name: "Reading",
                subcommands: [
                    SearchCommand.self, ShowCommand.self, RunCommand.self, AlertsCommand.self, ListCommand.self,
                    IndexCommand.self,
                ]),
            CommandGroup(
                name: "Writing",
                subcommands: [
                    InitCommand.self, NewCommand.self, OutlineCommand.self, RenameCommand.self, RetireCommand.self,
                    ReassignCommand.self,
                ]),
            CommandGroup(
                name: "Checking and building",
                subcommands: [
                    ValidateCommand.self, ProveCommand.self, GraphCommand.self, BuildCommand.self, TestCommand.self,
                    DiffCommand.self, MergeCommand.self,
                    RulesCommand.self,
                    ExplainCommand.self,
                    SchemaCommand.self,
                ]),
            CommandGroup(
                name: "Approving",
                subcommands: [
                    ApproveCommand.self, GateCommand.self, AuditCommand.self, PurgeCommand.self,
                ]),
            CommandGroup(
                name: "History and releases", subcommands: [LogCommand.self, PublishCommand.self, RollbackCommand.self]),
            CommandGroup(name: "Keeping current", subcommands: [ReviewCommand.self, NextCommand.self]),
            CommandGroup(name: "Setting up", subcommands: [CompletionsCommand.self]),
        ])

    package init() {}
}
