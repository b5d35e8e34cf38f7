import Content
import Diagnostics
@testable import GoldenQuestions
import IndexCompilation
import SearchIndex
import Testing
import Time
import Validation

/// A knowledge base in memory whose golden questions can be asked.
struct SmallBase {
    let base: KnowledgeBase

    /// - Parameter questions: The entries of `questions:`, each on a line of its own.
    init(_ files: [String: String] = [:], questions: String) async throws {
        let all = SmallBase.files.merging(files) { $1 }.merging(["tests/visit.yaml": "questions:\n" + questions]) { $1 }
        var options = Validator.Options(now: try SmallBase.now("2026-09-01"))
        options.timeZone = { TimeZoneDatabase.rules($0) }
        let result = try await Validator(MemorySource(all), options: options).run()
        #expect(result.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        base = result.base
    }

    func outcomes(at moment: String = "2026-09-01", namedAs current: KnowledgeBase? = nil) throws -> [Outcome] {
        try base.tests.flatMap(\.questions).map { try outcome(of: $0, at: moment, namedAs: current) }
    }

    func outcome(
        of question: GoldenQuestion, at moment: String = "2026-09-01", namedAs current: KnowledgeBase? = nil
    ) throws -> Outcome {
        let index = try MemoryIndex.make(of: base, audiences: question.audience.map { [$0.value] })
        let respondent = Respondent(index, of: base, namedAs: current ?? base)
        return try respondent.outcome(of: question, at: SmallBase.now(moment))
    }

    static func now(_ moment: String) throws -> Instant {
        try #require(Moment(moment)).instant(in: try #require(TimeZoneDatabase.rules("America/New_York")))
    }

    static func article(_ id: String, _ title: String, _ answer: String, _ fields: String = "") -> String {
        let usual = fields.contains("audience:") ? "" : "audience: [public]\n"
        return
            "---\nid: \(id)\ntitle: \(title)\nanswer: \(answer)\nowner: editors\ncategory: visit\n"
            + "review: {last: 2026-08-01, every: 365d}\n\(usual)\(fields)\n---\nText.\n"
    }

    static func alert(_ target: String) -> String {
        """
        id: scanner
        type: alert
        title: Scanner down
        owner: editors
        audience: [agents]
        severity: warning
        from: 2026-08-30
        until: 2026-09-04T18:00
        targets: {articles: [\(target)]}
        message: Rebook until Friday.

        """
    }

    private static let files = [
        "kb.yaml": """
        kb: 1
        name: Example
        timezone: America/New_York
        languages: [en]
        audiences: {public: {}, agents: {includes: [public]}, billing: {includes: [agents]}}
        context:
          payer: {type: choice, values: {medicare: Medicare, commercial: Commercial}}
        review: {every: 365d, overdue: {regulated: hide, default: warn}}

        """,
        "people.yaml": """
        people: [{id: editor-1, name: Editor, email: e@example.org}]
        groups: [{id: editors, members: [editor-1]}]

        """,
        "navigation/main.yaml": "categories: {visit: {title: The visit}}\n",
        "facts/visit.yaml": """
        facts:
          scan.hours: {label: H, unit: hours, owner: editors, values: [{value: 4, until: 2027-01-01}, {value: 6, from: 2027-01-01}]}

        """,
        "articles/scan.md": article("scan", "Before a scan", "No food for {{fact:scan.hours}} hours before the scan."),
        "articles/deposit.md": article("deposit", "Deposit", "The deposit is due.", "audience: [billing]"),
        "articles/card.md": article("card", "Medicare card", "Copy the medicare card.", "applies: {payer: medicare}"),
        "articles/garage.md": article("garage", "Garage", "The old garage.", "effective: {until: 2026-02-01}"),
        "articles/tower.md": article("tower", "Tower", "The new tower.", "effective: {from: 2027-02-01}"),
        "articles/closet.md": article("closet", "Closet", "The closet.", "status: retired\nreplaced_by: scan"),
        "articles/privacy.md": article("privacy", "Privacy", "Ask for privacy.", "risk: regulated")
            .replacing("every: 365d", with: "every: 7d"),
        "alerts/scanner.yaml": alert("scan"),
    ]
}
