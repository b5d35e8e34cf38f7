import Content
import Testing
import Time
import Validation

/// What items show of others, and the hashes that reviews are bound to.
@Suite struct ContentUsesTests {
    private static let files: [String: String] = [
        "facts/more.yaml": """
        facts:
          visit.fee: {label: Fee, unit: dollars, owner: editors, values: [{value: 20}]}
          visit.fee-text: {label: Fee in words, owner: editors, values: [{value: "about {{fact:visit.fee}}"}]}

        """,
        "articles/fees.md": """
        ---
        id: fees
        aliases: [prices]
        title: Fees
        answer: A visit costs {{fact:visit.fee-text}}.
        owner: editors
        audience: [agents]
        category: visit
        review: {last: 2026-06-01}
        attachments: [{file: assets/fees.pdf}]
        ---
        Text.

        ## Refunds

        Within {{fact:visit.arrive-early}} days.

        ### Exceptions

        None.

        ## Later

        See [arrival](kb:arrival).

        """,
        "assets/fees.pdf": "PDF",
        "workflows/pay.yaml": workflow("pay", "end: {outcome: Pay., article: prices, section: refunds}"),
        "workflows/book.yaml": workflow(
            "book", "start-call: {call: pay, next: {end: end}}\n  end: {outcome: Booked.}", start: "start-call"),
        "workflows/tell.yaml": workflow("tell", "end: {outcome: \"Be {{fact:visit.arrive-early}} early.\"}"),
    ]

    private static func workflow(_ id: String, _ steps: String, start: String = "end") -> String {
        "id: \(id)\ntitle: Flow\nowner: editors\naudience: [agents]\ncategory: visit\nreview: {last: 2026-06-01}\n"
            + "start: \(start)\nsteps:\n  \(steps)\n"
    }

    private func base(_ changes: [String: (String, String)] = [:]) async throws -> KnowledgeBase {
        var files = RuleExample.base.merging(Self.files) { _, own in own }
        for (path, (old, new)) in changes { files[path] = files[path]?.replacing(old, with: new) }
        return try await Validator(MemorySource(files), options: .init(now: Instant(seconds: 1_788_000_000))).run().base
    }

    private func item(_ id: String, _ base: KnowledgeBase) throws -> ItemRecord {
        try #require(base.editions(of: id).first)
    }

    @Test func `A workflow shows what its steps name, and what called workflows show`() async throws {
        let base = try await base()
        let uses = ContentUses(base)
        #expect(uses.uses(of: try item("pay", base)) == [.article("fees", section: "refunds")])
        #expect(
            uses.allUses(of: try item("book", base)) == [
                .workflow("pay"), .article("fees", section: "refunds"), .fact("visit.fee-text"), .fact("visit.fee"),
                .fact("visit.arrive-early"),
            ])
        #expect(
            uses.uses(of: try item("fees", base)) == [
                .file("assets/fees.pdf"), .fact("visit.fee-text"), .fact("visit.arrive-early"),
            ])
    }

    @Test func `A fact reaches all that tells it, through facts, sections and calls`() async throws {
        let uses = ContentUses(try await base())
        #expect(uses.items(telling: "visit.fee").map(\.id.value) == ["fees", "book", "pay"])
        #expect(
            uses.items(telling: "visit.arrive-early").map(\.id.value) == ["arrival", "fees", "book", "pay", "tell"])
        #expect(uses.items(showing: "fees").map(\.id.value) == ["book", "pay"])
        #expect(uses.items(showing: "arrival").isEmpty)
        #expect(uses.items(withFile: "assets/fees.pdf").map(\.id.value) == ["fees"])
    }

    /// Whose hash a change changes.
    @Test(
        arguments: [
            ("facts/more.yaml", "value: 20", "value: 25", ["book", "fees", "pay"]),
            ("facts/more.yaml", "unit: dollars", "unit: euros", ["book", "fees", "pay"]),
            ("facts/more.yaml", "label: Fee,", "label: The fee,", []),
            ("articles/fees.md", "None.", "Some.", ["book", "fees", "pay"]),
            ("articles/fees.md", "title: Fees", "title: The fees", ["book", "fees", "pay"]),
            ("articles/fees.md", "Text.", "Other text.", ["fees"]),
            ("articles/fees.md", "review: {last: 2026-06-01}", "review: {last: 2026-07-01}", []),
            ("articles/fees.md", "title: Fees", "title:   'Fees' # so", []),
            ("articles/fees.md", "owner: editors", "owner: editor-1\nkeywords: [money]", []),
            ("assets/fees.pdf", "PDF", "FDP", ["fees"]),
            ("workflows/pay.yaml", "Pay.", "Pay now.", ["book", "pay"]),
            ("workflows/book.yaml", "Booked.", "It is booked.", ["book"]),
            ("articles/arrival.md", "a photo", "no photo", ["arrival"]),
        ])
    func `A review is bound to what a reader sees, wherever it stands`(
        path: String, old: String, new: String, expected: [String]
    ) async throws {
        func hashes(_ base: KnowledgeBase) -> [String: String] {
            var hashes = ReviewHashes(base)
            return Dictionary(
                uniqueKeysWithValues: base.items.map { ($0.id.value, hashes.hash(of: $0, on: Self.day) ?? "") })
        }
        let before = hashes(try await base())
        let after = hashes(try await base([path: (old, new)]))
        #expect(before.keys.sorted().filter { before[$0] != after[$0] } == expected)
    }

    private static let day = CivilDate("2026-06-01")!

    @Test func `A hash tells a change of the content from one of the day alone`() async throws {
        let base = try await base()
        let fees = try item("fees", base)
        var hashes = ReviewHashes(base)
        let made = hashes.hash(of: fees, on: Self.day)
        let verified = try #require(made)
        #expect(hashes.binding(of: fees, verified, on: Self.day) == .holds)
        #expect(hashes.binding(of: fees, verified, on: Self.day.adding(days: 92)) == .redated(from: Self.day))
        #expect(hashes.binding(of: fees, verified, on: Self.day.adding(days: -400)) == .redated(from: Self.day))
        let changed = try await self.base(["articles/fees.md": ("Text.", "Other text.")])
        var others = ReviewHashes(changed)
        #expect(others.binding(of: try item("fees", changed), verified, on: Self.day) == .changed)
    }
}
