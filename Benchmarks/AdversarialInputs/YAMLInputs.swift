extension AdversarialInput {
    package static let yaml = yamlCollections + yamlScalars + yamlProperties

    static let yamlCollections = [
        AdversarialInput("[[[[") { fill("[", $0) },
        AdversarialInput("{a:{a:") { fill("{a:", $0) },
        AdversarialInput("{a: {a: ") { fill("{a: ", $0) },
        AdversarialInput("[{[{") { fill("[{a: ", $0) },
        AdversarialInput("60 deep, then wide") {
            String(repeating: "[", count: 60) + fill("a,", $0) + String(repeating: "]", count: 60)
        },
        AdversarialInput("- - - -") { fill("- ", $0) },
        AdversarialInput("? ? ? ?") { fill("? ", $0) },
        AdversarialInput("? a on lines") { series($0) { "? a\($0)\n" } },
        AdversarialInput(": : : :") { fill(": ", $0) },
        AdversarialInput("- a on lines") { fill("- a\n", $0) },
        AdversarialInput("- on lines") { fill("-\n", $0) },
        AdversarialInput("- - a on lines") { fill("- - a\n", $0) },
        AdversarialInput("lists, each deeper") { series($0) { String(repeating: " ", count: $0 - 1) + "-\n" } },
        AdversarialInput("maps, each deeper") { series($0) { String(repeating: " ", count: $0 - 1) + "a:\n" } },
        AdversarialInput("maps 60 deep, again and again") {
            series($0) { number in (0..<60).map { String(repeating: " ", count: $0) + "a\(number):\n" }.joined() }
        },
        AdversarialInput("[a,a,a") { fill("[a,a,a,a,a,", 11) + fill("a,", $0) + "a]" },
        AdversarialInput("[a,a,a without an end") { "[" + fill("a,", $0) },
        AdversarialInput("[a,a,a on lines") { "[" + fill("a,\n", $0) + "a]" },
        AdversarialInput("[a: b, a: b") { "[" + fill("a: b, ", $0) + "a]" },
        AdversarialInput("[[],[],[]") { "[" + fill("[],", $0) + "a]" },
        AdversarialInput("[{},{},{}") { "[" + fill("{},", $0) + "a]" },
        AdversarialInput("{a: a, b: b") { "{" + series($0) { "k\($0): v, " } + "}" },
        AdversarialInput("{a, b, c") { "{" + series($0) { "k\($0), " } + "}" },
        AdversarialInput("{? a, ? b") { "{" + series($0) { "? k\($0), " } + "}" },
        AdversarialInput("a: b on lines") { series($0) { "k\($0): v\n" } },
        AdversarialInput("keys of one hash prefix") { series($0) { "aaaaaaaaaaaaaaaaaaaaaaaa\($0): v\n" } },
        AdversarialInput("documents") { fill("---\na\n...\n", $0) },
        AdversarialInput("document ends") { fill("...\n", $0) },
        AdversarialInput("empty documents") { fill("---\n", $0) },
        AdversarialInput("]]]]") { fill("]", $0) },
        AdversarialInput(",,,,") { "[" + fill(",", $0) },
    ]
}
