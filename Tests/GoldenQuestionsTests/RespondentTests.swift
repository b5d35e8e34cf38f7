@testable import Content
import Diagnostics
@testable import GoldenQuestions
import Testing
import Time

@Suite struct RespondentTests {
    private func reasons(_ questions: String, at moment: String = "2026-09-01") async throws -> [Failure.Reason?] {
        try await SmallBase(questions: questions).outcomes(at: moment).map { $0.failures.first?.reason }
    }

    @Test func `A question is answered as its audience, caller and moment have it`() async throws {
        let outcomes = try await SmallBase(
            questions: """
                  - {ask: food before the scan, audience: agents, expect: {first: scan, says: 4 hours, fact: scan.hours, alert: scanner}}
                  - {ask: food before the scan, expect: {first: scan, says: 4 hours, alert: scanner}}
                  - {ask: the deposit, audience: billing, expect: {within: {id: deposit, n: 1}}}
                  - {ask: medicare card, context: {payer: medicare}, expect: {first: card}}
                  - {ask: deposit, audience: public, expect: {nothing: true}}

                """
        ).outcomes()
        #expect(outcomes.flatMap(\.failures).map(\.message) == [])
        #expect(outcomes[0].rank == 1 && outcomes[0].found.first?.path == "articles/scan.md")
        #expect(outcomes[0].shown?.answer == "No food for 4 hours before the scan.")
    }

    @Test func `Each way of not coming up has its reason`() async throws {
        let found = try await reasons(
            """
              - {ask: the deposit, audience: agents, expect: {first: deposit}}
              - {ask: medicare card, context: {payer: commercial}, expect: {first: card}}
              - {ask: old garage, expect: {first: garage}}
              - {ask: new tower, expect: {first: tower}}
              - {ask: privacy, expect: {first: privacy}}
              - {ask: zebra, expect: {first: scan}}
              - {ask: the scan, audience: public, expect: {alert: scanner}}
              - {ask: the closet, expect: {absent: closet}}
              - {ask: the scan, expect: {absent: scan}}

            """)
        #expect(
            found == [
                .notForAudience, .hidden, .expired, .notYetInForce, .withheld, .notFound, .notForAudience, nil,
                .unwanted,
            ])
    }

    @Test func `The moment decides the fact`() async throws {
        let question = "  - {ask: food before the scan, expect: {says: 4 hours}}\n"
        #expect(try await reasons(question) == [nil])
        #expect(try await reasons(question, at: "2027-03-01") == [.notSaid])
    }

    @Test func `An item that was renamed is the same in the build before`() async throws {
        let before = try await SmallBase(questions: "  - {ask: before a scan, expect: {first: scan}}\n")
        let article = SmallBase.article("scan-rules", "Before a scan", "No food before the scan.", "aliases: [scan]")
        let after = try await SmallBase(
            [
                "articles/scan.md": article, "articles/closet.md": SmallBase.article("closet", "Closet", "The closet."),
                "alerts/scanner.yaml": SmallBase.alert("scan-rules"),
            ],
            questions: "  - {ask: before a scan, expect: {first: scan-rules}}\n")
        let question = try #require(after.base.tests.first?.questions.first)
        let outcome = try before.outcome(of: question, namedAs: after.base)
        #expect(outcome.isPassed && outcome.found.first?.id == "scan-rules")
        #expect(try after.outcomes()[0].rank == outcome.rank)
    }
}

@Suite struct PlayedQuestionTests {
    private func outcome(_ ids: [String], fails: Bool = false) -> Outcome {
        var outcome = Outcome()
        outcome.found = ids.map { .init(id: $0, kind: "article", title: $0, path: "articles/\($0).md", line: 2) }
        if fails {
            outcome.failures = [.init(expectation: "first", expected: "a", reason: .rank, message: "m", range: 0..<1)]
        }
        return outcome
    }

    private func change(
        _ before: Outcome, _ after: Outcome, _ standing: TestChange.Standing = .kept
    ) -> TestChange? {
        let question = GoldenQuestion(path: "tests/a.yaml", ask: Located("a", range: 0..<1))
        return PlayedQuestion(
            question, at: .init(seconds: 0), after, before: before, standing: standing,
            lines: .init(.init(path: "tests/a.yaml", text: "a"))
        ).change
    }

    @Test func `A change is told by what it did`() {
        #expect(change(outcome(["a"]), outcome(["b"], fails: true)) == .failing)
        #expect(change(outcome(["b"], fails: true), outcome(["a"])) == .passing)
        #expect(change(outcome(["a", "b"]), outcome(["a", "c"])) == .changed)
        #expect(change(outcome(["a"]), outcome(["a"])) == nil)
        #expect(change(outcome(["b"], fails: true), outcome(["b"], fails: true)) == nil)
        #expect(change(outcome(["b"], fails: true), outcome(["b"], fails: true), .added) == .failing)
        #expect(change(outcome(["b"]), outcome(["b"]), .added) == nil)
        #expect(change(outcome(["b"]), outcome(["b"]), .rewritten) == .rewritten)
        #expect(change(outcome(["b"], fails: true), outcome(["b"], fails: true), .rewritten) == .failing)
        #expect(change(outcome(["b"]), outcome(["b"]), .removed) == .removed)
    }
}
