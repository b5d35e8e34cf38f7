extension AdversarialInput {
    /// Articles: front matter, section blocks, references and facts.
    package static let article = frontMatter + sectionBlocks + references

    private static let head = "---\nid: a\ntype: procedure\ntitle: A\n---\n"

    private static let frontMatter = [
        AdversarialInput("front matter without an end") { "---\n" + fill("a\n", $0) },
        AdversarialInput("front matter of almost ends") { "---\n" + fill("--- a\n", $0) },
        AdversarialInput("front matter of spaces after almost ends") {
            "---\n" + fill("---" + String(repeating: " ", count: 1000) + "a\n", $0)
        },
        AdversarialInput("front matter of one line") { "---\n" + fill("-", $0) },
        AdversarialInput("front matter ends again and again") { "---\nid: a\n" + fill("---\n", $0) },
        AdversarialInput("front matter of keys") { "---\nid: a\n" + series($0) { "k\($0): v\n" } + "---\n" },
        AdversarialInput("front matter of questions") { "---\nid: a\nquestions:\n" + fill("  - a\n", $0) + "---\n" },
        AdversarialInput("front matter of sources") {
            "---\nid: a\nsources:\n" + fill("  - {cite: a, checked: 2026-13-01}\n", $0) + "---\n"
        },
        AdversarialInput("front matter of carriage returns") { "---\r" + fill("a\r", $0) },
        AdversarialInput("front matter that holds conditions") {
            "---\nid: a\nescalate:\n" + fill("  - {if: {payer: medicare, age: \">= 3, < 9\"}, to: b}\n", $0) + "---\n"
        },
        AdversarialInput("front matter that holds unknown fields") {
            "---\nid: a\nescalate:\n" + fill("  - {if: {payr: medicare}, to: b}\n", $0) + "---\n"
        },
        AdversarialInput("one condition of many values") {
            "---\nid: a\napplies: {payer: [" + fill("medicare, ", $0) + "a]}\n---\n"
        },
        AdversarialInput("one condition of many parts") {
            "---\nid: a\napplies:\n  any:\n" + fill("    - {payer: medicare}\n", $0) + "---\n"
        },
        AdversarialInput("one condition of many comparisons") {
            "---\nid: a\napplies: {age: \"" + fill(">= 3,", $0) + "< 9\"}\n---\n"
        },
        AdversarialInput("one condition of a huge value") {
            "---\nid: a\napplies: {payer: " + fill("a", $0) + "}\n---\n"
        },
        AdversarialInput("conditions within one another") {
            "---\nid: a\napplies: " + String(repeating: "{not: ", count: 50) + "{payer: [" + fill("medicare, ", $0)
                + "a]}"
                + String(repeating: "}", count: 50) + "\n---\n"
        },
    ]

    private static let sectionBlocks = [
        AdversarialInput("section blocks") { head + fill("::: {audience: [a]}\nb\n:::\n", $0) },
        AdversarialInput("section blocks of conditions") {
            head + fill("::: {applies: {payer: medicare}}\nb\n:::\n", $0)
        },
        AdversarialInput("section blocks that only open") { head + fill("::: {audience: [a]}\n", $0) },
        AdversarialInput("section blocks that only close") { head + fill(":::\n", $0) },
        AdversarialInput("section blocks of broken options") { head + fill("::: {{\n:::\n", $0) },
        AdversarialInput("section block of huge options") {
            head + "::: {audience: [" + fill("a,", $0) + "a]}\nb\n:::\n"
        },
        AdversarialInput("section blocks of headings all the same") {
            head + fill("::: {audience: [a]}\n# a\n:::\n", $0)
        },
        AdversarialInput("colons") { head + fill(":", $0) },
        AdversarialInput("fences before section blocks") { head + fill("```\n:::\n", $0) },
        AdversarialInput("spaces before fences") {
            head + ":::\n" + fill(String(repeating: " ", count: 4000) + "```\n", $0)
        },
    ]

    private static let references = [
        AdversarialInput("facts") { head + fill("{{fact:a}} ", $0) },
        AdversarialInput("facts that only open") { head + fill("{{fact:", $0) },
        AdversarialInput("braces") { head + fill("{", $0) },
        AdversarialInput("facts of long names") { head + "{{fact:" + fill("a", $0) },
        AdversarialInput("links to content") { head + fill("[a](kb:b#c)\n\n", $0) },
        AdversarialInput("links of many #") { head + series($0) { _ in "[a](kb:" + fill("#", 900) + ")\n\n" } },
        AdversarialInput("images of many ..") { head + series($0) { _ in "![a](" + fill("../", 900) + "b.png)\n\n" } },
        AdversarialInput("image of very many ..") { head + "![a](" + fill("../", $0) + "b.png)" },
        AdversarialInput("image of very many folders, then ..") {
            head + "![a](" + fill("b/", $0 / 3) + fill("../", $0 / 2) + "b.png)"
        },
        AdversarialInput("headings all the same") { head + fill("# a\n", $0) },
        AdversarialInput("headings of every number") { head + series($0) { "# a-\($0 % 2 == 0 ? "1" : "1-1")\n" } },
        AdversarialInput("heading of one letter and combining marks") { head + "# e" + fill("\u{301}\u{316}", $0) },
    ]
}
