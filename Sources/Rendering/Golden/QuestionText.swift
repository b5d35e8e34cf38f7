import Content
import Diagnostics
import GoldenQuestions
import Time

/// What is said of a golden question in every format for people.
struct QuestionText: TestText {
    let question: PlayedQuestion
    let zone: TimeZoneRules

    init(_ played: PlayedQuestion, in report: GoldenReport) {
        question = played
        zone = report.zone
    }

    var played: any PlayedTest { question }
    var ask: String { question.question.ask.value }
    var askedAs: String { question.askedAs(in: zone) }

    /// `the question (agents, 2026-11-18)`: distinct for every question of a file.
    var name: String { ask + (askedAs.isEmpty ? "" : " (\(askedAs))") }

    var notes: [String] {
        var notes = ranks.map { [$0] } ?? []
        if let before = question.before { notes.append("before: " + QuestionText.ranking(before)) }
        notes.append("came up: " + QuestionText.ranking(question.outcome))
        for change in shownChanges {
            notes.append("\(change.label) of \(shownOf) before: \(change.before)")
            notes.append("\(change.label) of \(shownOf) now: \(change.now)")
        }
        return notes
    }

    /// What the test expects: `first mri-preparation`, `says “4 hours”`.
    var expectations: [String] {
        question.question.expected.map { expectation in
            switch expectation {
            case .first(let id): "first \(id.value)"
            case .within(let id, let n): "within \(n): \(id.value)"
            case .absent(let id, let n): "absent" + (n.map { " within \($0)" } ?? "") + ": \(id.value)"
            case .nothing: "nothing"
            case .says(let text): "says “\(text.value)”"
            case .fact(let name): "fact \(name.value)"
            case .alert(let id): "alert \(id.value)"
            }
        }
    }

    /// `rank 1 → 3`, where the item that is expected moved.
    var ranks: String? {
        guard let before = question.before, before.rank != question.outcome.rank else { return nil }
        func text(_ rank: Int?) -> String { rank.map { "\($0)" } ?? "none" }
        return "rank \(text(before.rank)) → \(text(question.outcome.rank))"
    }

    /// What a reader is shown, before and now, where it is not the same.
    var shownChanges: [(label: String, before: String, now: String)] {
        guard let old = question.before?.shown, let new = question.outcome.shown, old != new else { return [] }
        func alerts(_ shown: ShownAnswer) -> String {
            shown.alerts.map { "\($0.id): \($0.message)" + ($0.say.map { " “\($0)”" } ?? "") }.joined(separator: "; ")
        }
        return [
            ("answer", old.answer ?? "", new.answer ?? ""), ("say", old.say ?? "", new.say ?? ""),
            ("passage", old.passage ?? "", new.passage ?? ""), ("alerts", alerts(old), alerts(new)),
        ].filter { $0.1 != $0.2 }.map { ($0, $1.isEmpty ? "none" : $1, $2.isEmpty ? "none" : $2) }
    }

    /// Whose answer is shown: the same item's on both sides, or each its own.
    var shownOf: String {
        guard let old = question.before?.shown?.id, let new = question.outcome.shown?.id else { return "" }
        return old == new ? old : "\(old) → \(new)"
    }

    /// `1. mri-preparation, 2. ct-preparation`.
    static func ranking(_ outcome: Outcome) -> String {
        guard !outcome.found.isEmpty else { return "nothing" }
        return outcome.found.enumerated().map { "\($0 + 1). \($1.id)" }.joined(separator: ", ")
    }
}
