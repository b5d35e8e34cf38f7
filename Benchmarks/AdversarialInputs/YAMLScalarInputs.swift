extension AdversarialInput {
    static let yamlScalars = [
        AdversarialInput("one plain scalar") { fill("a", $0) },
        AdversarialInput("plain words") { fill("word ", $0) },
        AdversarialInput("plain scalar on lines") { "a: b\n" + fill("  c\n", $0) },
        AdversarialInput("plain scalar and blank lines") { "a: b\n" + fill("\n", $0) + "  c\n" },
        AdversarialInput("plain scalar and spaces") { "a: b" + fill(" ", $0) + "c" },
        AdversarialInput("plain scalars a\\n on lines without a key") { fill("a\n", $0) },
        AdversarialInput("one double-quoted scalar") { "\"" + fill("a", $0) + "\"" },
        AdversarialInput("double-quoted without an end") { "\"" + fill("a", $0) },
        AdversarialInput("double-quoted on lines") { "\"" + fill("a\n", $0) + "\"" },
        AdversarialInput("double-quoted blank lines") { "\"" + fill("\n", $0) + "\"" },
        AdversarialInput("double-quoted escapes") { "\"" + fill("\\u00e9", $0) + "\"" },
        AdversarialInput("double-quoted line joins") { "\"" + fill("a\\\n", $0) + "\"" },
        AdversarialInput("double-quoted, many") { "[" + fill("\"a\",", $0) + "]" },
        AdversarialInput("single-quoted quotes") { "'" + fill("''", $0) + "'" },
        AdversarialInput("single-quoted without an end") { "'" + fill("a ", $0) },
        AdversarialInput("literal scalar on lines") { "a: |\n" + fill("  b\n", $0) },
        AdversarialInput("literal scalar of blank lines") { "a: |\n" + fill("\n", $0) },
        AdversarialInput("literal scalar, each line deeper") {
            "a: |\n" + series($0) { String(repeating: " ", count: $0) + "b\n" }
        },
        AdversarialInput("literal scalar, deep indentation") {
            "a: |\n" + fill(" ", $0 / 2) + "b\n" + fill(" ", $0 / 2) + "c\n"
        },
        AdversarialInput("literal scalar, blank lines of growing indentation") {
            "a: |\n" + series($0) { String(repeating: " ", count: $0) + "\n" } + "b\n"
        },
        AdversarialInput("folded scalar on lines") { "a: >\n" + fill("  b\n", $0) },
        AdversarialInput("block scalars, many") { series($0) { "k\($0): |\n a\n" } },
        AdversarialInput("huge key") { fill("k", $0) + ": v" },
        AdversarialInput("huge quoted key") { "\"" + fill("k", $0) + "\": v" },
        AdversarialInput("huge complex key") { "? " + fill("k", $0) + "\n: v" },
        AdversarialInput("keys of 1,000 bytes") { series($0) { fill("k", 1000) + "\($0): v\n" } },
        AdversarialInput("key of combining marks") { "\"e" + fill("\u{301}\u{316}", $0) + "\": v" },
        AdversarialInput("keys of combining marks in other orders") {
            series($0) { "\"e\($0)" + fill("\u{301}\u{316}\u{345}", 600) + "\": v\n" }
        },
        AdversarialInput("text outside ASCII") { fill("é😀 ", $0) },
        AdversarialInput("numbers") { "[" + fill("1234567890.5e3,", $0) + "1]" },
        AdversarialInput("one number") { fill("1", $0) },
        AdversarialInput("carriage returns") { fill("a: b\r", 5) + fill("\r", $0) },
        AdversarialInput("spaces") { fill(" ", $0) },
        AdversarialInput("tabs") { fill("\t", $0) },
        AdversarialInput("comment") { fill("# a", $0) },
        AdversarialInput("comments on lines") { "a: b\n" + fill("# a\n", $0) },
        AdversarialInput("comments after values") { series($0) { "k\($0): v # a\n" } },
        AdversarialInput("directives") { fill("%A b\n", $0) },
        AdversarialInput("one directive") { "%" + fill("a", $0) },
    ]
}
