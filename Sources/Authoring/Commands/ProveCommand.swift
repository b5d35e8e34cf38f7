import ArgumentParser
import CommandLine
import Rendering

extension ProofFormat: ExpressibleByArgument {}

struct ProveCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove",
        abstract: "Prove that workflows lead every caller to exactly one outcome.",
        discussion: """
            Every caller that the fields can describe is looked at, none by itself: no gap, no dead end, no idle step, \
            answer or entry, no circle, no question in vain, none beyond the budget. What does not hold is shown with \
            the smallest caller. Every edition is proven, with what it calls at the time. 'kb validate' proves too; \
            this also says over how many contexts, and suggests fewer questions.

            Ends with 1 when something does not hold. What was not decided within the budget is said, and decides \
            nothing.

            Examples:
              kb prove
              kb prove schedule-mri
              kb prove --rev main --format json
              kb prove schedule-mri --callers callers.yaml

            callers.yaml says how often callers have each value, in any unit; a field that it leaves out is even:
              urgency: {urgent: 5, routine: 95}
              age: {"< 18": 20, ">= 65": 30, otherwise: 50}
            """)

    @Argument(
        help: ArgumentHelp("The ids of workflows; all otherwise.", valueName: "workflow"),
        completion: .custom(ItemCompletion.workflows))
    var workflows: [String] = []

    @Option(help: ArgumentHelp("Prove this revision instead of the files on disk.", valueName: "rev"))
    var rev: String?

    @Option(
        help: ArgumentHelp(
            "How large the decision diagrams of a proof may grow before the rest is searched; 1500000 otherwise.",
            valueName: "nodes"))
    var maxNodes: Int?

    @Option(
        help: ArgumentHelp(
            "How often callers have each value of a field, for averages and the order of questions; even otherwise.",
            valueName: "file"), completion: .file(extensions: ["yaml"]))
    var callers: String?

    @Option(
        help: ArgumentHelp("\(ProofFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
    var format = ProofFormat.text

    @Flag(help: "End with 0 whatever does not hold.")
    var exitZero = false

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var color: ColorOptions

    func validate() throws {
        guard maxNodes.map({ (1...100_000_000).contains($0) }) ?? true else {
            throw ValidationError("--max-nodes is a number from 1 to 100000000.")
        }
    }

    func action(_ console: Console) throws -> any Action {
        ProveAction(
            workspace: try workspace.workspace(), workflows: workflows, revision: rev, maxNodes: maxNodes,
            callers: callers, format: format, exitsZero: exitZero, color: color.color)
    }
}
