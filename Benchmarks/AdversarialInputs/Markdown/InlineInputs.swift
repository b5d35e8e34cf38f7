extension AdversarialInput {
    static let brackets = [
        AdversarialInput("images ![[]()") { fill("![[]()", $0) },
        AdversarialInput("links [a](") { fill("[a](", $0) },
        AdversarialInput("links [a](<b") { fill("[a](<b", $0) },
        AdversarialInput("links [a](b \"") { fill("[a](b \"", $0) },
        AdversarialInput("links [a](b 'c on lines") { fill("[a](b 'c\n", $0) },
        AdversarialInput("links []( on lines") { fill("[](\n", $0) },
        AdversarialInput("links [a](b), a paragraph for 100 lines") {
            fill(String(repeating: "[a](b)\n", count: 100) + "\n", $0)
        },
        AdversarialInput("links [](() and parentheses") { fill("[a](", 1000) + fill("(", $0) },
        AdversarialInput("links [](…) nested") { fill("[", $0 / 6) + "a" + fill("](u)", $0 / 6 * 4) },
        AdversarialInput("images nested") { fill("![", $0 / 3) + fill("](u)", $0 / 6 * 4) },
        AdversarialInput("images nested 20 deep") {
            fill(String(repeating: "![", count: 20) + String(repeating: "](u)", count: 20) + "\n\n", $0)
        },
        AdversarialInput("brackets [") { fill("[", $0) },
        AdversarialInput("brackets ]") { fill("]", $0) },
        AdversarialInput("brackets ![") { fill("![", $0) },
        AdversarialInput("brackets [a]") { fill("[a]", $0) },
        AdversarialInput("brackets [a][b]") { fill("[a][b]", $0) },
        AdversarialInput("brackets [][") { fill("[][", $0) },
        AdversarialInput("brackets [ (](") { fill("[ (](", $0) },
        AdversarialInput("brackets nested") { fill("[", $0 / 2) + fill("]", $0 / 2) },
        AdversarialInput("brackets nested over lines") { fill("[\n", $0 / 2) + fill("]\n", $0 / 2) },
        AdversarialInput("brackets nested, closers in code") { fill("[`]`", $0 / 2) + fill("]", $0 / 2) },
        AdversarialInput("brackets nested, with a definition") {
            "[a]: u\n\n" + fill("[", $0 / 2) + fill("]", $0 / 2)
        },
        AdversarialInput("brackets and CDATA") { fill("a<![CDATA[", $0 / 2) + fill("]", $0 / 2) },
    ]

    static let definitions = [
        AdversarialInput("definitions and uses") {
            series($0 / 2) { "[a\($0)]: /u\n" } + "\n" + series($0 / 2) { "[a\($0)] " }
        },
        AdversarialInput("definitions and uses on lines") {
            series($0 / 2) { "[a\($0)]: /u\n" } + "\n" + series($0 / 2) { "[a\($0)]\n\n" }
        },
        AdversarialInput("definitions and misses") {
            series($0 / 2) { "[a\($0)]: /u\n" } + "\n" + series($0 / 2) { "[x\($0)] " }
        },
        AdversarialInput("one definition again and again") { fill("[a]: /u\n", $0 / 2) + "\n" + fill("[a] ", $0 / 2) },
        AdversarialInput("definition of a long address, uses") {
            "[a]: /" + fill("u", $0 / 2) + "\n\n" + fill("[a]", $0 / 2)
        },
        AdversarialInput("definition with a long title, uses") {
            "[a]: /u \"" + fill("t", $0 / 2) + "\"\n\n" + fill("[a]", $0 / 2)
        },
        AdversarialInput("definition with a long label, uses") {
            let label = "[" + fill("a", 900) + "]"
            return label + ": /u\n\n" + fill(label, $0)
        },
        AdversarialInput("definitions, title open") { fill("[a]: u \"\n", $0) },
        AdversarialInput("definitions, title open on the next line") { fill("[a]:\nu\n\"t\n", $0) },
        AdversarialInput("definitions, title (") { fill("[a]: (\n", $0) },
        AdversarialInput("definitions on one line") { fill("[a]: ", $0) },
        AdversarialInput("definition labels over lines") { fill("[\n", $0) },
    ]

    static let emphasis = [
        AdversarialInput("emphasis *a") { fill("*a ", $0) },
        AdversarialInput("emphasis a*") { fill("a* ", $0) },
        AdversarialInput("emphasis _a") { fill("_a ", $0) },
        AdversarialInput("emphasis *a_") { fill("*a_ ", $0) },
        AdversarialInput("emphasis *_") { fill("*_", $0) },
        AdversarialInput("emphasis **a *") { fill("**a *", $0) },
        AdversarialInput("emphasis a**b") { fill("a**b", $0) },
        AdversarialInput("emphasis a**b, then c*") { "a**b" + fill("c* ", $0) },
        AdversarialInput("emphasis ***") { fill("*", $0) },
        AdversarialInput("emphasis ***a***") { fill("*", $0 / 2) + "a" + fill("*", $0 / 2) },
        AdversarialInput("emphasis nested") { size in
            String(repeating: "*a **a ", count: size / 14) + String(repeating: " b** b*", count: size / 14)
        },
        AdversarialInput("emphasis of growing length") { series($0) { "a" + String(repeating: "*", count: $0) } },
        AdversarialInput("emphasis, rule of three") { fill("a* b** c*** d**** ", $0) },
        AdversarialInput("emphasis opened by one kind, closed by another") {
            fill("*_a ", $0 / 2) + fill("a*_ ", $0 / 2)
        },
        AdversarialInput("strikethrough ~~a ~b") { fill("~~a ~b ", $0) },
        AdversarialInput("emphasis and links") { fill("*[a* ", $0) },
        AdversarialInput("all openers") { fill("*_[![`<&", $0) },
    ]

    static let inlines = [
        AdversarialInput("backticks of growing length") { series($0) { "e" + String(repeating: "`", count: $0) } },
        AdversarialInput("backticks of falling length") { size in
            let longest = Int(Double(2 * size).squareRoot())
            return series(size) { String(repeating: "`", count: max(1, longest - $0)) + "a" }
        },
        AdversarialInput("backticks `a``b") { fill("`a``b", $0) },
        AdversarialInput("tags <") { fill("<", $0) },
        AdversarialInput("tags <a") { fill("<a", $0) },
        AdversarialInput("tags <a b=\"") { fill("<a b=\"", $0) },
        AdversarialInput("tags over lines") { "a " + fill("<a\n", $0) },
        AdversarialInput("tags with attributes") { fill("<a ", $0 / 2) + fill("x ", $0 / 2) },
        AdversarialInput("comments <!--") { "a" + fill("<!--", $0) },
        AdversarialInput("comments over lines") { "a" + fill("<!--\n", $0) },
        AdversarialInput("instructions <?") { "a" + fill("<?", $0) },
        AdversarialInput("declarations <!A") { "a" + fill("<!A ", $0) },
        AdversarialInput("sections <![CDATA[") { "a" + fill("<![CDATA[", $0) },
        AdversarialInput("autolinks <a:b") { fill("<a:b", $0) },
        AdversarialInput("autolinks <a@b.c>") { fill("<a@b.c>", $0) },
        AdversarialInput("references &amp;") { fill("&amp;", $0) },
        AdversarialInput("references &nGt;") { fill("&nGt;", $0) },
        AdversarialInput("references &unknown;") { fill("&unknown;", $0) },
        AdversarialInput("references &") { fill("&", $0) },
        AdversarialInput("references &#") { fill("&#9999999", $0) },
        AdversarialInput("references in an address") { "[a](" + fill("&amp;", $0) + ")" },
        AdversarialInput("links with references in the address") { fill("[a](b&amp;c) ", $0) },
        AdversarialInput("escapes") { fill("\\", $0) },
        AdversarialInput("escaped brackets") { fill("\\[a\\]", $0) },
    ]
}
