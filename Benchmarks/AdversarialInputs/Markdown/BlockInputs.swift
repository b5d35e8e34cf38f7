extension AdversarialInput {
    static let containers = [
        AdversarialInput("quotes >") { fill(">", $0) },
        AdversarialInput("quotes > > a") { fill("> ", $0) + "a" },
        AdversarialInput("quote lines") { fill("> a\n", $0) },
        AdversarialInput("quotes 30 deep") { fill(String(repeating: ">", count: 30) + "a\n", $0) },
        AdversarialInput("quotes, each deeper") { series($0) { String(repeating: ">", count: $0) + "a\n" } },
        AdversarialInput("quotes, then lazy lines") { fill("> ", $0 / 2) + "a\n" + fill("b\n", $0 / 2) },
        AdversarialInput("lists - - -") { fill("- ", $0) + "a" },
        AdversarialInput("lists 60 deep, then blank") {
            String(repeating: "- ", count: 60) + "a\n" + fill("\n", $0)
        },
        AdversarialInput("lists deep, then blank") { fill("- ", $0 / 2) + "a\n" + fill("\n", $0 / 2) },
        AdversarialInput("lists 1. 1. 1.") { fill("1. ", $0) },
        AdversarialInput("lists, each deeper") { series($0) { String(repeating: "  ", count: $0) + "- a\n" } },
        AdversarialInput("lists deepened behind lazy lines") {
            series($0) {
                String(repeating: " ", count: 100 * ($0 - 1)) + String(repeating: "- ", count: 50) + "a\n2. b\n"
            }
        },
        AdversarialInput("list items") { fill("- a\n", $0) },
        AdversarialInput("list items, loose") { fill("- a\n\n", $0) },
        AdversarialInput("list items, ordered") { fill("1. a\n", $0) },
        AdversarialInput("list items, empty") { fill("-\n", $0) },
        AdversarialInput("lists of one item") { fill("- a\n* a\n", $0) },
        AdversarialInput("quotes and lists mixed") { fill("> - ", $0) },
    ]

    static let tables = [
        AdversarialInput("table rows") { "|a|b|\n|---|---|\n" + fill("|x|y|\n", $0) },
        AdversarialInput("table columns") {
            fill("|a", $0 / 4) + "|\n" + String(repeating: "|---", count: $0 / 8) + "|\n" + fill("|x", $0 / 4) + "|\n"
        },
        AdversarialInput("table of 250 columns, short rows") {
            String(repeating: "|a", count: 250) + "|\n" + String(repeating: "|---", count: 250) + "|\n"
                + fill("x\n", $0)
        },
        AdversarialInput("table columns, short rows") {
            let columns = max(1, $0 / 16)
            return String(repeating: "|a", count: columns) + "|\n" + String(repeating: "|---", count: columns) + "|\n"
                + fill("x\n", $0 / 2)
        },
        AdversarialInput("table of 65,537 columns and more") {
            fill("a|", $0 / 5) + "\n" + fill("---|", $0 / 5 * 4) + "\nx\n"
        },
        AdversarialInput("table heads") { fill("a|b\n---|---\n\n", $0) },
        AdversarialInput("table row of many cells") { "|a|b|\n|---|---|\n" + fill("|x", $0) },
        AdversarialInput("table with brackets over cells") {
            "|a|b|\n|---|---|\n" + fill("|[", $0 / 2) + fill("|]", $0 / 2)
        },
        AdversarialInput("table with links in rows") { "|a|b|\n|---|---|\n" + fill("|[x](y)|`c`|\n", $0) },
        AdversarialInput("pipes") { fill("|a", $0) },
        AdversarialInput("tables in quotes") { fill("> a|b\n> ---|---\n> x|y\n\n", $0) },
    ]

    static let lines = [
        AdversarialInput("one long line") { fill("a", $0) },
        AdversarialInput("words on one line") { fill("word ", $0) },
        AdversarialInput("short lines") { fill("a\n", $0) },
        AdversarialInput("blank lines") { fill("\n", $0) },
        AdversarialInput("carriage returns") { fill("\r", $0) },
        AdversarialInput("trailing spaces") { fill("a  \n", $0) },
        AdversarialInput("spaces within a line") { "a" + fill(" ", $0) + "b" },
        AdversarialInput("tabs") { fill("\t", $0) },
        AdversarialInput("tabs after bullets") { fill("-\t", $0) },
        AdversarialInput("headings all the same") { fill("# a\n", $0) },
        AdversarialInput("headings with closing marks") { fill("# a #\n", $0) },
        AdversarialInput("setext headings") { fill("a\n=\n", $0) },
        AdversarialInput("thematic breaks") { fill("* * *\n", $0) },
        AdversarialInput("almost thematic breaks") { fill(String(repeating: "- ", count: 60) + "a\n", $0) },
        AdversarialInput("indented code") { fill("    a\n\n", $0) },
        AdversarialInput("fences") { fill("```\na\n\n", $0) },
        AdversarialInput("HTML blocks") { fill("<div>\n\n", $0) },
        AdversarialInput("HTML blocks <!--") { fill("<!-- a\n\n", $0) },
        AdversarialInput("HTML blocks <script>") { fill("<script>\n", $0) },
        AdversarialInput("all kinds") {
            fill("> - *a _b **[c](d \"e\") ![f][g] `h` <i> &amp; ~~j~~ | k\n", $0)
        },
    ]
}
