import Content
import Diagnostics

/// What each step of an outline is, what it is called, and where `go to` leads.
struct OutlineNames {
    enum Kind: Hashable {
        case question, branch, outcome
        case call(String)
    }

    private(set) var kinds: [Kind] = []
    private(set) var names: [String] = []
    private(set) var problems: [OutlineProblem] = []
    private var byName: [String: Int] = [:]
    private var byText: [String: [Int]] = [:]

    init(_ outline: Outline) {
        for step in outline.steps { kinds.append(kind(step)) }
        collectGiven(outline)
        var taken = TakenNames(byName.keys)
        for (number, step) in outline.steps.enumerated() {
            byText[OutlineNames.folded(step.text.value), default: []].append(number)
            guard names[number].isEmpty else { continue }
            let base: String? = if case .call(let id) = kinds[number] { id } else { StepName.slug(step.text.value) }
            let fallback = kinds[number] == .branch ? "check" : "step"
            names[number] = taken.take(base ?? fallback)
            byName[names[number]] = number
        }
    }

    private mutating func kind(_ step: Outline.Step) -> Kind {
        if step.isQuoted, step.answers.isEmpty { return .outcome }
        let callee = OutlinePhrases.callee(step.text)
        guard let first = step.answers.first else {
            if let callee {
                problems.append(
                    OutlineProblem(
                        "'run \(callee.value)' has no outcomes",
                        help: "write below it where each outcome of '\(callee.value)' leads: '- granted: …'",
                        at: step.text.range))
            } else if step.text.value.hasSuffix("?") {
                problems.append(
                    OutlineProblem(
                        "'\(step.text.value)' is a question without answers",
                        help: "write them below: '- yes: …', '- no: …'; if callers are told this, put it in quotes",
                        at: step.text.range))
            }
            return .outcome
        }
        if let callee { return .call(callee.value) }
        let isConditional = step.answers.allSatisfy {
            $0.text.value.lowercased().hasPrefix("if ") || OutlinePhrases.isElse($0.text.value)
        }
        let isBranch =
            isConditional && first.text.value.lowercased().hasPrefix("if ") && !step.text.value.hasSuffix("?")
        return isBranch ? .branch : .question
    }

    private mutating func collectGiven(_ outline: Outline) {
        for (number, step) in outline.steps.enumerated() {
            names.append("")
            guard let given = step.name else { continue }
            guard let name = StepName.isID(given.value) ? given.value : StepName.slug(given.value, words: 6) else {
                problems.append(
                    OutlineProblem(
                        "'[\(given.value)]' is no name of a step", help: "write lower-case letters, digits and hyphens",
                        at: given.range))
                continue
            }
            guard byName[name] == nil else {
                problems.append(
                    OutlineProblem(
                        "two steps are called '[\(given.value)]'",
                        help: "give one another name; to lead here from elsewhere write 'go to \(given.value)'",
                        at: given.range))
                continue
            }
            names[number] = name
            byName[name] = number
        }
    }

    /// By name, by a name as a heading, or by the text of a step.
    mutating func step(_ target: Located<String>) -> Int? {
        var text = target.value
        if text.hasPrefix("["), text.hasSuffix("]") { text = String(text.dropFirst().dropLast()) }
        if let known = byName[text] ?? StepName.slug(text, words: 6).flatMap({ byName[$0] }) { return known }
        let same = byText[OutlineNames.folded(text)] ?? []
        if same.count == 1 { return same[0] }
        if same.count > 1 {
            problems.append(
                OutlineProblem(
                    "'go to \(target.value)' could be \(same.count) steps",
                    help: "give the one that is meant a name: '[name] \(target.value)'", at: target.range))
            return nil
        }
        let suggestion = Suggestion.question(for: text, among: byName.keys.sorted())
        problems.append(
            OutlineProblem(
                "no step is called '\(target.value)'",
                help: suggestion
                    ?? "name the step: '[name]' before its text, and 'go to name' here; if callers are told this, put it in "
                    + "quotes", at: target.range))
        return nil
    }

    private static func folded(_ text: String) -> String {
        String(text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " }).split(separator: " ").joined(
            separator: " ")
    }
}
