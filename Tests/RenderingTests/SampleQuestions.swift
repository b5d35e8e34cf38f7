@testable import Content
import Diagnostics
import GoldenQuestions
import Time

/// Golden questions for all formats, with everything that content can do to a report.
enum SampleQuestions {
    static let path = "tests/hostile\u{1B}[31m|a:b%.yaml"
    private static let source = SourceFile(
        path: path, text: "questions:\n  - ask: a\n    expect:\n      first: mri\n      says: b\n")
    private static let lines = LineIndex(source)
    static let hostile = "may I | *eat* `x` <b>&amp; @octocat #12\u{1B}[2J\u{202E}\nhttp://x.example [a](b) ]]>"

    static let single = GoldenReport([played(fails: true), played("all is well")], zone: .utc)

    static let compared = GoldenReport(
        [
            played(fails: true, before: outcome(["mri", "ct"])),
            played("now it holds", before: outcome(["ct", "mri"], fails: true)),
            played("it moved", before: outcome(["mri", "parking"])),
            played("as before", before: outcome(["mri", "ct"])),
            played("it failed before", fails: true, before: outcome(["ct", "mri"], fails: true)),
            played("it asks for less", before: outcome(["mri", "ct"]), .rewritten),
            played("nobody asks this", before: outcome([]), .removed),
        ], zone: .utc, revision: "feature", base: "main|`x`")

    static let empty = GoldenReport([], zone: .utc)

    /// More than a comment can hold.
    static let large = GoldenReport(
        (0..<400).map { number in
            played("question \(number) \(hostile)", fails: true, before: outcome(["mri", "ct"]))
        }, zone: .utc, base: "main")

    private static func played(
        _ ask: String = hostile, fails: Bool = false, before: Outcome? = nil,
        _ standing: TestChange.Standing = .kept
    ) -> PlayedQuestion {
        var question = GoldenQuestion(path: path, ask: Located(ask, range: 20..<21))
        question.audience = Located("agents", range: 0..<0)
        question.context = [.init(field: Located("payer", range: 0..<0), value: Located("medicare", range: 0..<0))]
        question.at = Located(Moment(date: CivilDate("2026-11-24")!), range: 0..<0)
        question.expected = [
            .first(Located("mri", range: 45..<48)), .within(Located("ct", range: 45..<48), 3),
            .absent(Located("parking", range: 45..<48), nil), .says(Located("4 hours", range: 61..<62)),
            .says(Located("food", range: 61..<62)),
        ]
        let outcome = fails ? outcome(["ct", "mri"], fails: true) : outcome(["mri", "ct"])
        return PlayedQuestion(
            question, at: Instant(seconds: 1_795_478_400), outcome, before: before, standing: standing, lines: lines)
    }

    private static func outcome(_ ids: [String], fails: Bool = false) -> Outcome {
        var outcome = Outcome()
        outcome.found = ids.map { id in
            .init(id: id, kind: "article", title: "Title | of \(id) <i>", path: "articles/\(id).md", line: 2)
        }
        outcome.rank = ids.firstIndex(of: "mri").map { $0 + 1 }
        guard !ids.isEmpty else { return outcome }
        var shown = ShownAnswer(id: "mri")
        shown.answer = fails ? "Eat nothing for 6 hours | \(hostile)" : "Eat nothing for 4 hours."
        shown.alerts = fails ? [] : [.init(id: "scanner-down", message: "Rebook.", say: "We will call you.")]
        outcome.shown = shown
        if fails {
            outcome.failures = [
                Failure(
                    expectation: "first", expected: "mri", reason: .rank,
                    message: "'mri' should stand first, but it comes 2nd", range: 45..<48),
                Failure(
                    expectation: "says", expected: "4 hours", reason: .notSaid,
                    message: "the answer of 'mri' should say “4 hours”; nearest to it is “6 hours |”", range: 61..<62),
            ]
        }
        return outcome
    }
}
