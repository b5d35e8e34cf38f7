import Decisions
import Diagnostics
import Presentation
import SearchIndex
import Time

/// Walks a caller through a workflow: question by question, or as far as what is known leads.
struct RunAction: Action {
    let name: String
    let lookup: WorkflowLookup
    let reader: Reader
    let answers: [(field: String, value: ContextValue)]
    let language: String?
    let format: AnswerFormat
    let color: ColorChoice

    func run(_ console: Console) throws -> ExitStatus {
        guard case .found(let workflow) = lookup else {
            switch format {
            case .json: console.write(RunJSON.nothing(reader))
            case .jsonl, .text, .plain: break
            }
            console.note(try refusal)
            return .findings
        }
        var session = RunSession(workflow, known: reader.caller, today: reader.index.zone.local(reader.now).date)
        for answer in answers { session.answer(answer.field, answer.value) }
        switch format {
        case .text, .plain:
            var dialogue = RunDialogue(session, reader, language: language, RunScreen(console, color))
            return try dialogue.run()
        case .json, .jsonl:
            let json = RunJSON(session, try reader.with(session.caller), language: language)
            if format == .json {
                console.write(try json.answer())
            } else {
                for step in try json.steps() { console.output.write(step.serialized + "\n") }
            }
            if case .stopped(let stop, let location) = json.position.state {
                console.note(stop.sentence(at: location))
                return .findings
            }
            return .clean
        }
    }

    /// Why there is nothing to run, in one sentence.
    private var refusal: String {
        get throws {
            switch lookup {
            case .found, .unknown:
                let names = try reader.documents().filter { $0.kind == "workflow" }.map(\.id)
                let hint = Suggestion.question(for: name, among: names).map { "; " + $0 } ?? "."
                return "There is no workflow '\(name)' that you may run\(hint)"
            case .notAWorkflow(let document):
                return "'\(name)' is no workflow but of kind \(document.kind); 'kb show \(name)' shows it."
            case .notInForce(let document):
                let replacement = document.replacedBy.map { "; '\($0)' takes its place" } ?? ""
                return "'\(document.id)' is not in force: it is \(reader.state(document).name)\(replacement)."
            case .withheld(let document):
                return
                    "'\(document.id)' is withheld: its review is overdue, and the policy for \(document.risk) content "
                    + "is to hide it until \(document.owner ?? "its owner") has reviewed it."
            case .withoutLogic(let document):
                return "The index has no steps of '\(document.id)' to run; 'kb validate' says why."
            }
        }
    }
}
