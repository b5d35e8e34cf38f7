import Content
import Diagnostics
import GoldenQuestions
import Time

/// What is said of a golden question in every format for people.
struct QuestionText {
    let played: PlayedQuestion
    let zone: TimeZoneRules

    init(_ played: PlayedQuestion, in report: GoldenReport) {
        self.played = played
        zone = report.zone
    }

    /// The expectation that failed first, or else the question.
    var place: String {
        let position = played.outcome.failures.first.map(played.position) ?? played.position
        return "\(played.question.path):\(position.line):\(position.column)"
    }

    var ask: String { played.question.ask.value }
    var askedAs: String { played.askedAs(in: zone) }

    /// `the question (agents, 2026-11-18)`: distinct for every question of a file.
    var name: String { ask + (askedAs.isEmpty ? "" : " (\(askedAs))") }

    /// What does not hold, a sentence each.
    var messages: [String] { played.outcome.failures.map(\.message) }

    /// What the test expects: `first mri-preparation`, `says “4 hours”`.
    var expectations: [String] {
        played.question.expected.map { expectation in
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
        guard let before = played.before, before.rank != played.outcome.rank else { return nil }
        func text(_ rank: Int?) -> String { rank.map { "\($0)" } ?? "none" }
        return "rank \(text(before.rank)) → \(text(played.outcome.rank))"
    }

    /// What a reader is shown, before and now, where it is not the same.
    var shownChanges: [(label: String, before: String, now: String)] {
        guard let old = played.before?.shown, let new = played.outcome.shown, old != new else { return [] }
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
        guard let old = played.before?.shown?.id, let new = played.outcome.shown?.id else { return "" }
        return old == new ? old : "\(old) → \(new)"
    }

    /// `1. mri-preparation, 2. ct-preparation`.
    static func ranking(_ outcome: Outcome) -> String {
        guard !outcome.found.isEmpty else { return "nothing" }
        return outcome.found.enumerated().map { "\($0 + 1). \($1.id)" }.joined(separator: ", ")
    }
}
