import Content
import Diagnostics
import Time

/// KB601
struct QuizKeyRule: BaseRule {
    static let id = RuleID("KB601", "quiz-key")
    static let severity = Severity.error
    static let isAboutTime = true
    static let summary = "A quiz's key is one of its choices and states the fact it is tied to."
    static let why = """
        A quiz that still teaches last year's number undoes the training. Its key is held against the fact it is tied to, so \
        that a changed policy makes a stale key an error.
        """
    static let examples = RuleExamples(
        valid: [RuleExample("quizzes/visit.yaml", quiz("[10 minutes, 15 minutes]", "15 minutes"))],
        invalid: [
            RuleExample("quizzes/visit.yaml", quiz("[10 minutes, 15 minutes]", "↓10 minutes")),
            RuleExample("quizzes/visit.yaml", quiz("[10 minutes, 15 minutes]", "↓20 minutes")),
        ])

    private static func quiz(_ choices: String, _ answer: String) -> String {
        "id: visit-quiz\ntitle: The visit\nowner: editors\naudience: [agents]\nreview: {last: 2026-06-01}\nquestions:\n"
            + "  - {ask: How early?, article: arrival, fact: visit.arrive-early, choices: \(choices), answer: \(answer)}\n"
    }

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        for item in base.items {
            guard case .quiz(let quiz) = item.details else { continue }
            for question in quiz.questions {
                let choices = question.choices.map(\.value)
                for answer in question.answers where !choices.contains(answer.value) {
                    let suggestion = report.suggestion(for: answer.value, among: choices)
                    report.add(.notAChoice(answer.value, suggestion: suggestion), in: item, at: answer.range)
                }
                checkFact(question, choices, item, base, context, &report)
            }
        }
    }

    private func checkFact(
        _ question: Quiz.Question, _ choices: [String], _ item: ItemRecord, _ base: KnowledgeBase,
        _ context: RuleContext,
        _ report: inout Report
    ) {
        guard let name = question.fact?.value, let fact = base.fact(name) else { return }
        let values = fact.values.filter { value in
            base.range(from: value.from?.value, until: value.until?.value)?.contains(context.now) ?? false
        }.map(\.text.value)
        guard !values.isEmpty else { return }
        let keys = question.answers.filter { choices.contains($0.value) && !$0.value.contains("{{fact:") }
        // Of several keys that are right together, one states the fact.
        guard let first = keys.first, !keys.contains(where: { key in values.contains { key.value.states($0) } }) else {
            return
        }
        report.add(.staleKey(first.value, name, values), in: item, at: first.range)
    }
}

extension String {
    /// Whether this text has a value in it: a number as a number, whatever stands beside it, or any other text as it is.
    fileprivate func states(_ value: String) -> Bool {
        let number = value.filter { $0 != "," }
        guard !number.isEmpty, number.allSatisfy({ $0.isNumber || $0 == "." || $0 == ":" }) else {
            return lowercased().contains(value.lowercased())
        }
        return filter { $0 != "," }.split { !$0.isNumber && $0 != "." && $0 != ":" }.contains { part in
            part.drop { !$0.isNumber }.trimmingSuffix() == number
        }
    }
}

extension Substring {
    /// Without what stands behind its last digit: the end of a sentence.
    fileprivate func trimmingSuffix() -> Substring {
        self[..<(lastIndex(where: \.isNumber).map { index(after: $0) } ?? startIndex)]
    }
}

extension Message {
    fileprivate static func notAChoice(_ answer: String, suggestion: String?) -> Message {
        Message(
            "the key '\(answer)' is not one of the choices",
            help: suggestion ?? "write one of the choices, letter by letter")
    }

    fileprivate static func staleKey(_ answer: String, _ fact: String, _ values: [String]) -> Message {
        Message(
            "the key '\(answer)' contradicts the fact '\(fact)'",
            help: "the fact is \(values.joined(separator: " or ")) now")
    }
}
