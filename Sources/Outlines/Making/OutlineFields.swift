import Content
import Decisions
import Diagnostics

/// The fields that the questions of an outline ask for.
struct OutlineFields {
    /// By question, the name of its field.
    private(set) var names: [Int: String] = [:]
    /// Every field that may be asked for or looked at.
    private(set) var fields: [String: ContextField]
    /// Those that the workflow declares itself, in the order of their questions.
    private(set) var own: [ContextField] = []
    private(set) var problems: [OutlineProblem] = []
    private var readers: [String: AnswerReader] = [:]
    private var taken: TakenNames

    /// - Parameters:
    ///   - context: The fields of kb.yaml.
    ///   - declared: The fields that the outline itself declares.
    init(_ outline: Outline, _ kinds: [OutlineNames.Kind], context: [ContextField], declared: [ContextField]) {
        fields = Dictionary((context + declared).map { ($0.name, $0) }) { _, own in own }
        taken = TakenNames(fields.keys)
        let questions = outline.steps.indices.filter { kinds[$0] == .question }
        var byText: [String: String] = [:]
        var open: [(name: String, questions: [Int])] = []
        var places: [String: Int] = [:]
        for number in questions {
            let step = outline.steps[number]
            guard let name = name(step, &byText) else { continue }
            names[number] = name
            if fields[name] != nil { continue }
            if let known = places[name] {
                open[known].questions.append(number)
            } else {
                places[name] = open.count
                open.append((name, [number]))
            }
        }
        for (name, questions) in open {
            let answers = questions.flatMap { outline.steps[$0].answers.map { OutlineFields.answer($0) } }
            let field = FieldInference.field(name, answers.filter { !OutlinePhrases.isElse($0) || answers.count < 2 })
            fields[name] = field
            own.append(field)
        }
    }

    /// Without an `if` that is too much, and without quotes.
    static func answer(_ answer: Outline.Answer) -> String {
        let text = OutlinePhrases.rest(answer.text, after: ["if "])?.trimmed ?? answer.text
        return (OutlinePhrases.unquoted(text) ?? text).value
    }

    private mutating func reader(_ field: ContextField) -> AnswerReader {
        if let known = readers[field.name] { return known }
        let reader = AnswerReader(field: field)
        readers[field.name] = reader
        return reader
    }

    private mutating func name(_ step: Outline.Step, _ byText: inout [String: String]) -> String? {
        if let given = step.field {
            let name = given.value.lowercased().replacing(" ", with: "_")
            if StepName.isField(name) {
                taken.reserve(name)
                return name
            }
            problems.append(
                OutlineProblem(
                    "'[\(given.value)]' is no name of a field",
                    help: "write lower-case letters, digits and underscores",
                    at: given.range))
            return nil
        }
        // The same question asks for the same.
        if let known = byText[step.text.value.lowercased()] { return known }
        let name = StepName.field(step.text.value) ?? "answer"
        let isKnown = fields[name].map { field in
            let reader = reader(field)
            return step.answers.allSatisfy {
                OutlinePhrases.isElse(OutlineFields.answer($0)) || reader.keys(OutlineFields.answer($0)) != nil
            }
        }
        // A field of kb.yaml that answers otherwise is another one.
        let chosen = isKnown == true ? name : taken.take(name, joint: "_")
        byText[step.text.value.lowercased()] = chosen
        return chosen
    }

    /// The keys of `next` for each answer of a question.
    mutating func keys(of step: Outline.Step, _ number: Int) -> [[String]] {
        guard let field = names[number].flatMap({ fields[$0] }) else { return step.answers.map { _ in [] } }
        let reader = reader(field)
        var taken: Set<String> = []
        var keys: [[String]] = step.answers.map { reader.keys(OutlineFields.answer($0)) ?? [] }
        let named = keys.flatMap(\.self)
        for (place, answer) in step.answers.enumerated() where keys[place].isEmpty {
            if OutlinePhrases.isElse(OutlineFields.answer(answer)), let rest = reader.rest(besides: named) {
                keys[place] = rest
                continue
            }
            problems.append(
                OutlineProblem(
                    "'\(answer.text.value)' is no answer to '\(step.text.value)'",
                    help: "'\(field.name)' can be \(reader.examples)", at: answer.text.range))
        }
        for (place, answer) in step.answers.enumerated() {
            for key in keys[place] where !taken.insert(key).inserted {
                problems.append(
                    OutlineProblem(
                        "'\(answer.text.value)' is answered twice", help: "leave one of the two out",
                        at: answer.text.range))
            }
        }
        return keys
    }
}
