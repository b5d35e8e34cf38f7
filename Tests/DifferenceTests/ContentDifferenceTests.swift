import Content
import Difference
import Testing

@Suite struct ContentDifferenceTests {
    @Test func `An item is followed by id over a rename of its file`() async throws {
        let versions = Versions([
            "articles/a.md": (Versions.article("a", "answer: Yes.\n"), nil),
            "articles/x/b.md": (nil, Versions.article("a", "answer: No.\n")),
        ])
        let items = try await versions.difference().items
        #expect(items.count == 1 && items[0].isMoved && items[0].change == .changed)
        #expect(items.first?.fields.map(\.text) == ["answer: [-Yes-]{+No+}."])
    }

    @Test func `Editions are compared with their own`() async throws {
        func edition(_ more: String, _ answer: String) -> String {
            Versions.article("a", "\(more)\nanswer: \(answer)\n")
        }
        let versions = Versions([
            "articles/a.md": (
                edition("effective: {until: 2027-01-01}", "One."), edition("effective: {until: 2027-01-01}", "Two.")
            ),
            "articles/a.es.md": (edition("language: es", "Uno."), nil),
            "articles/es/a.md": (nil, edition("language: es", "Dos.")),
            "articles/a.2027.md": (nil, edition("effective: {from: 2027-01-01}", "Three.")),
        ])
        let items = try await versions.difference().items
        #expect(items.map(\.change) == [.added, .changed, .changed])
        #expect(items.map { $0.version.edition } == ["from 2027-01-01", "until 2027-01-01", "es"])
        #expect(
            items.dropFirst().flatMap { $0.fields.map(\.text) } == [
                "answer: [-One-]{+Two+}.", "answer: [-Uno-]{+Dos+}.",
            ])
    }

    @Test func `Items that were added, removed, retired and renamed are said`() async throws {
        let versions = Versions([
            "articles/new.md": (nil, Versions.article("new")), "articles/old.md": (Versions.article("old"), nil),
            "articles/was.md": (Versions.article("was"), Versions.article("is", "aliases: [was]\n")),
            "articles/r.md": (Versions.article("r"), Versions.article("r", "status: retired\nreplaced_by: new\n")),
        ])
        let items = try await versions.difference().items
        #expect(
            Dictionary(uniqueKeysWithValues: items.map { ($0.id, $0.change) })
                == ["new": .added, "old": .removed, "is": .renamed, "r": .retired])
    }

    @Test func `Fields have names that a reader understands, and lists are compared by member`() async throws {
        let versions = Versions([
            "articles/a.md": (
                Versions.article(
                    "a",
                    "never_say: [{text: Covered, instead: Ask.}]\nquestions: [One?, Two?]\napplies: {payer: medicare}\n"
                ),
                Versions.article(
                    "a",
                    "never_say: [{text: Covered, instead: Ask the plan.}]\nquestions: [Zero?, Two?]\napplies: {payer: [medicare, medicaid]}\nowner2: x\n"
                )
            )
        ])
        #expect(
            try await versions.texts() == [
                "never say ‘Covered’ · instead: Ask{+ the plan+}.",
                "applies to: payer is medicare{+ or medicaid+}", "owner2: {+x+}", "questions: [-One?-]",
                "questions: {+Zero?+}",
            ])
    }

    @Test func `A fact's values are compared with those of their time`() async throws {
        func facts(_ values: String) -> String { "facts:\n  a.fee: {label: Fee, owner: o, values: [\(values)]}\n" }
        let versions = Versions([
            "facts/f.yaml": (
                facts("{value: 15, until: 2026-12-15}, {value: 20, from: 2026-12-15}"),
                facts("{value: 15, until: 2026-12-20}, {value: 25, from: 2026-12-20}")
            )
        ])
        let items = try await versions.difference().items
        let texts = items.flatMap { $0.fields.map(\.text) }
        #expect(
            texts == [
                "value 1 · until: 2026-12-[-15-]{+20+}", "value 2 · value: [-20-]{+25+}",
                "value 2 · from: 2026-12-[-15-]{+20+}",
            ], "\(texts)")
    }

    @Test func `A fact that changed lists all that tells it, with both values`() async throws {
        func facts(_ value: Int) -> String {
            "facts:\n  a.hours: {label: Hours, owner: o, values: [{value: \(value)}]}\n"
        }
        let article = Versions.article("a", "answer: Wait {{fact:a.hours}} hours.\n")
        let alert = "id: al\ntype: alert\ntitle: Al\nmessage: Only {{fact:a.hours}}.\n"
        let quiz = "id: q\ntitle: Q\nquestions: [{ask: How long?, fact: a.hours, choices: [1], answer: 1}]\n"
        let versions = Versions([
            "facts/f.yaml": (facts(4), facts(6)), "articles/a.md": (article, article), "alerts/al.yaml": (alert, alert),
            "articles/b.md": (Versions.article("b"), Versions.article("b")), "quizzes/q.yaml": (quiz, quiz),
        ])
        let items = try await versions.difference().items
        #expect(items.map(\.id) == ["a.hours"])
        #expect(items[0].reach.map(\.id) == ["al", "a", "q"])
        #expect(items[0].reach.map(\.before) == ["Only 4.", "Wait 4 hours.", nil])
        #expect(items[0].reach.map(\.after) == ["Only 6.", "Wait 6 hours.", nil])
    }

    @Test func `What readers see comes first`() async throws {
        let versions = Versions([
            "articles/a.md": (Versions.article("a"), Versions.article("a").replacing("editors", with: "others")),
            "articles/b.md": (Versions.article("b"), Versions.article("b", "keywords: [x]\n")),
            "articles/c.md": (Versions.article("c"), Versions.article("c", "answer: Yes.\n")),
            "articles/d.md": (Versions.article("d"), "\u{FEFF}" + Versions.article("d")),
        ])
        let difference = try await versions.difference()
        #expect(difference.items.map(\.id) == ["c", "b", "a"])
        #expect(difference.formatted == ["articles/d.md"])
        #expect(try await versions.difference(ids: ["b"]).items.map(\.id) == ["b"])
    }

    @Test func `What cannot be read is compared as text`() async throws {
        let broken = "---\nid: [a\n---\nOne.\n"
        let versions = Versions(["articles/a.md": (Versions.article("a", body: "One.\n"), broken)])
        let items = try await versions.difference().items
        #expect(items.count == 1 && items[0].isText && !items[0].fields.isEmpty)
        let binary = try await Versions(["articles/a.md": ("---\n\u{0}a", "---\n\u{0}bb")]).difference().items
        #expect(binary.first?.fields.first?.after == "7 bytes, other ones")
    }

    @Test func `Every kind of file is compared`() async throws {
        let versions = Versions([
            "kb.yaml": (Versions.settings, Versions.settings.replacing("Medicaid", with: "State plan")),
            "people.yaml": ("people: [{id: a, name: A}]\n", "people: [{id: a, name: B}]\n"),
            "synonyms/s.yaml": ("synonyms: [{words: [mri, scan]}]\n", "synonyms: [{words: [mri, scan, mrt]}]\n"),
            "navigation/n.yaml": ("categories:\n  x: {title: X}\n", "categories:\n  x: {title: Y}\n"),
            "templates/t.md": ("---\ntype: t\ntitle: T\n---\n## One\n", "---\ntype: t\ntitle: T\n---\n## Two\n"),
            "tests/t.yaml": (
                "questions: [{ask: A, expect: {first: a}}]\n", "questions: [{ask: A, expect: {first: b}}]\n"
            ),
            "assets/a.bin": ("1", "12"), "notes.txt": ("a\n", "b\n"),
            "schemas/article.schema.json": ("{\"a\": 1}", "{\"a\": 2}"),
        ])
        let items = try await versions.difference().items
        #expect(
            Set(items.map(\.kind)) == [
                "kb", "people", "synonyms", "category", "template", "tests", "asset", "file", "schema",
            ])
        #expect(items.allSatisfy { $0.kind == "asset" || !$0.fields.isEmpty })
        #expect(
            items.first { $0.kind == "kb" }?.fields.map(\.text) == [
                "field ‘payer’ · value ‘medicaid’: [-Medicaid-]{+State plan+}"
            ])
        #expect(items.first { $0.kind == "tests" }?.fields.map(\.text) == ["question ‘A’ · expect · first: [-a-]{+b+}"])
    }
}
