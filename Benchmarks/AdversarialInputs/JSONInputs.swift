extension AdversarialInput {
    package static let json = [
        AdversarialInput("[[[[") { fill("[", $0) },
        AdversarialInput("{\"a\":{\"a\":") { fill("{\"a\":", $0) },
        AdversarialInput("60 deep, then wide") {
            String(repeating: "[", count: 60) + fill("1,", $0 & ~1) + "1" + String(repeating: "]", count: 60)
        },
        AdversarialInput("[1,1,1") { "[" + fill("1,", $0 & ~1) + "1]" },
        AdversarialInput("[1,1,1 without an end") { "[" + fill("1,", $0) },
        AdversarialInput("[[],[],[]") { "[" + series($0) { _ in "[]," } + "1]" },
        AdversarialInput("[{},{},{}") { "[" + series($0) { _ in "{}," } + "1]" },
        AdversarialInput("members") { "{" + series($0) { "\"k\($0)\":1," } + "\"k\":1}" },
        AdversarialInput("one member again and again") { "{" + fill("\"k\":1,", $0) },
        AdversarialInput("huge key") { "{\"" + fill("k", $0) + "\":1}" },
        AdversarialInput("keys of 1,000 bytes") {
            "{" + series($0) { "\"" + fill("k", 1000) + "\($0)\":1," } + "\"k\":1}"
        },
        AdversarialInput("key of combining marks") { "{\"e" + fill("\u{301}\u{316}", $0) + "\":1}" },
        AdversarialInput("keys of combining marks") {
            "{" + series($0) { "\"e\($0)" + fill("\u{301}\u{316}\u{345}", 600) + "\":1," } + "\"k\":1}"
        },
        AdversarialInput("one string") { "\"" + fill("a", $0) + "\"" },
        AdversarialInput("string outside ASCII") { "\"" + series($0) { _ in "é😀" } + "\"" },
        AdversarialInput("string without an end") { "\"" + fill("a", $0) },
        AdversarialInput("escapes \\n") { "\"" + series($0) { _ in "\\n" } + "\"" },
        AdversarialInput("escapes \\u") { "\"" + series($0) { _ in "\\u00e9" } + "\"" },
        AdversarialInput("escapes of pairs") { "\"" + series($0) { _ in "\\ud83d\\ude00" } + "\"" },
        AdversarialInput("escapes of combining marks") { "{\"e" + series($0) { _ in "\\u0301\\u0316" } + "\":1}" },
        AdversarialInput("backslashes") { "\"" + fill("\\", $0) + "\"" },
        AdversarialInput("strings") { "[" + series($0) { _ in "\"a\"," } + "1]" },
        AdversarialInput("one number") { fill("1", $0) },
        AdversarialInput("one fraction") { "0." + fill("1", $0) },
        AdversarialInput("one exponent") { "1e" + fill("1", $0) },
        AdversarialInput("minus signs") { fill("-", $0) },
        AdversarialInput("zeros") { fill("0", $0) },
        AdversarialInput("literals") { "[" + series($0) { _ in "true,false,null," } + "1]" },
        AdversarialInput("literals cut short") { "[" + fill("tru", $0) },
        AdversarialInput("white space") { fill(" \n\t\r", $0) + "1" },
        AdversarialInput("white space behind the value") { "1" + fill(" \n", $0) },
        AdversarialInput("values one after another") { fill("1 ", $0) },
        AdversarialInput("colons") { "{" + fill(":", $0) },
        AdversarialInput("closing brackets") { fill("]", $0) },
    ]
}
