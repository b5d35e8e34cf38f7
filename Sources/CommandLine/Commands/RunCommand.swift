package import ArgumentParser
import Decisions
import SearchIndex

package struct RunCommand: KBCommand {
    package static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Go through a workflow with a caller, question by question.",
        discussion: """
            Asks on a terminal, or reads one answer a line: a number of the list, a value or its beginning, a whole number \
            or a day. b goes back, c FIELD changes an answer and drops those that depended on it, ? says why it is asked, \
            u is "I don't know", q quits. At the end stand what is needed, who takes the call, whether somebody is there \
            now, and a note of the call.

            What --context, --profile and --answer say is not asked. With --format json nothing is asked at all: the steps \
            up to the next question or the outcome are printed. Ends with 0 there and at an outcome, with 1 where there is \
            no way on or no answer.

            Examples:
              kb run schedule-mri
              kb run schedule-mri --context payer=medicare --profile desk.txt
              kb run schedule-mri --answer urgency=routine --answer referral_on_file=unknown --format json
              printf 'routine\\nyes\\n' | kb run schedule-mri
              kb run schedule-mri --at 2026-11-28T20:00 --language es
              kb run schedule-mri --as-of 2026-03-01T10:00 --answer urgency=routine
            """)

    @Argument(
        help: ArgumentHelp("The id of a workflow, or one of its aliases.", valueName: "workflow"),
        completion: .custom(IndexCompletion.workflows))
    var workflow: String

    @Option(
        name: .long, parsing: .singleValue,
        help: ArgumentHelp("An answer that is given already; it can be changed.", valueName: "field=value"),
        completion: .custom(IndexCompletion.answers))
    var answer: [String] = []

    @Option(help: ArgumentHelp("Say things in this language, where there are texts in it.", valueName: "tag"))
    var language: String?

    @Option(help: ArgumentHelp("text, json or jsonl.", valueName: "format"))
    var format = AnswerFormat.text

    @OptionGroup(title: "Reading") var reader: ReaderOptions
    @OptionGroup var color: ColorOptions

    package init() {}

    package func action(_ console: Console) throws -> any Action {
        var lookup = WorkflowLookup.unknown
        func fields(_ reader: Reader) throws -> [ContextField] {
            lookup = try reader.workflow(named: workflow, language: language)
            if case .found(let workflow) = lookup { return workflow.fields }
            return reader.index.context
        }
        return try reader.action(console, isText: format == .text, fields: fields) { reader in
            var answers: [(field: String, value: ContextValue)] = []
            if case .found(let workflow) = lookup { answers = try CallerArguments(workflow.fields).answers(answer) }
            return RunAction(
                name: workflow, lookup: lookup, reader: reader, answers: answers, language: language, format: format,
                color: color.color)
        }
    }
}
