import Content
import Difference
import Testing

@Suite struct ProseDifferenceTests {
    @Test func `Words are compared within the block that was edited`() async throws {
        #expect(
            try await Versions.bodies("## Food\n\nEat nothing for 4 hours.\n", "## Food\n\nEat nothing for 6 hours.\n")
                == ["paragraph under ‘Food’: Eat nothing for [-4-]{+6+} hours."])
    }

    @Test func `How lines are wrapped and how markup is written makes no difference`() async throws {
        let versions = Versions([
            "articles/a.md": (
                Versions.article("a", "topics: [x, y]\n", body: "* One *two*\nthree.\n"),
                Versions.article("a", "# why\ntopics:\n  - 'x'\n  - y\n", body: "- One\n  *two* three.\n")
            )
        ])
        let difference = try await versions.difference()
        #expect(difference.items.isEmpty && difference.formatted == ["articles/a.md"])
    }

    @Test func `A block that stands elsewhere is moved, and compared by word`() async throws {
        let long = "Ask for the card of the plan and read the number aloud to the caller."
        let before = "## One\n\n\(long)\n\nStay.\n\n## Two\n\nLast words here.\n"
        let after = "## One\n\nStay.\n\n## Two\n\nLast words here.\n\n\(long.replacing("aloud", with: "slowly"))\n"
        #expect(
            try await Versions.bodies(before, after) == [
                "paragraph under ‘Two’ (moved from ‘One’ to ‘Two’): Ask for the card of the plan and read the number "
                    + "[-aloud-]{+slowly+} to the caller."
            ])
    }

    @Test func `A section that moves is told once`() async throws {
        let food = "## Food\n\nEat nothing for four hours before.\n\nDrink clear water only until then.\n\n"
        let rest = "## Metal\n\nLeave keys at home.\n\n## Cards\n\nBring the card of the plan.\n\n"
        #expect(try await Versions.bodies(food + rest, rest + food) == ["section (moved below ‘Cards’): Food"])
    }

    @Test func `A table is compared by cell`() async throws {
        func table(_ rows: String) -> String { "| Payer | Copay |\n|---|---|\n\(rows)" }
        #expect(
            try await Versions.bodies(
                table("| Medicare | 20 |\n| Medicaid | 0 |\n"), table("| Medicare | 25 |\n| Self-pay | 90 |\n")) == [
                    "table · row ‘Medicaid’: [-Medicaid | 0-]", "table · row ‘Medicare’ · column ‘Copay’: [-20-]{+25+}",
                    "table · row ‘Self-pay’: {+Self-pay | 90+}",
                ])
        #expect(
            try await Versions.bodies(
                "| A | B |\n|---|---|\n| 1 | 2 |\n", "| A | C | B |\n|---|---|---|\n| 1 | x | 2 |\n")
                == ["table · column ‘C’: {+C+}"])
    }

    @Test func `Links and who sees a text are said`() async throws {
        #expect(
            try await Versions.bodies("See [the desk](kb:one).\n", "See [the desk](kb:two).\n")
                == ["link ‘the desk’ in paragraph: kb:[-one-]{+two+}"])
        #expect(
            try await Versions.bodies("Ask now.\n", "::: {applies: {payer: medicare}}\nAsk now.\n:::\n")
                == ["who sees ‘Ask now.’: [-everyone-]{+callers where payer is medicare+}"])
    }

    @Test func `What only a page shows is found: bold words, the level of a heading, where a list begins`() async throws
    {
        #expect(
            try await Versions.bodies("One **two** three.\n", "One two three.\n").first?.hasPrefix("paragraph · markup")
                == true)
        #expect(try await Versions.bodies("## Food\n", "### Food\n") == ["heading ‘Food’ · form: heading [-2-]{+3+}"])
        #expect(try await Versions.bodies("1. one\n2. two\n", "3. one\n4. two\n").count == 1)
    }

    @Test(arguments: ["\u{1B}[2J", "{{fact:", "日本語の文章です。", "e\u{301}a\u{308}", String(repeating: "{{", count: 500)])
    func `Both texts can be put together from the words`(_ text: String) {
        let before = "Start \(text) middle, the end"
        let after = "Begin middle \(text) of the \(text)end."
        let change = FieldChange("", pointer: "", weight: .seen, kind: .changed, before: before, after: after)
        #expect(change.runs.filter { $0.kind != .added }.map(\.text).joined() == before)
        #expect(change.runs.filter { $0.kind != .removed }.map(\.text).joined() == after)
    }
}
