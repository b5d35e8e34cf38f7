import ArgumentParser
import CommandLine

/// `kb review`: what is to be reviewed, and that it was.
struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "List what is to be reviewed, confirm reviews, and plan the coming ones.",
        discussion: """
            'kb review' alone lists; 'kb help review list' says how.

            Examples:
              kb review --owner imaging-access --within 30d
              kb review done mri-preparation
            """,
        subcommands: [ReviewListCommand.self, ReviewDoneCommand.self, ReviewPlanCommand.self],
        defaultSubcommand: ReviewListCommand.self)
}
