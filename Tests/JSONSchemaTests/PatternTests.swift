import JSONSchema
import Testing

@Suite("Patterns")
struct PatternTests {
    @Test(
        "Patterns match as ECMA-262 says",
        arguments: [
            ("a+?b", "xaab", true), ("^(?:ab|cd){2}$", "abcd", true), ("^(?:ab|cd){2}$", "abc", false),
            ("^a{2,3}$", "aaaa", false), ("^a{0}$", "", true), ("^(a*)*$", "aaa", true), ("(|a)+b", "b", true),
            (#"\bfoo\b"#, "a foo.", true), (#"\bfoo\b"#, "afoo", false), (#"\Boo"#, "foo", true),
            (#"^[^\s-]+$"#, "a_b", true), (#"^[^\s-]+$"#, "a-b", false), (#"^[\w.-]+$"#, "a.b-c", true),
            (#"^\u{1F432}$"#, "🐲", true), (#"^\uD83D\uDC32$"#, "🐲", true), (#"^[🐲-🐴]$"#, "🐳", true),
            (#"^\p{Lu}\P{Lu}$"#, "Éa", true), (#"^\p{General_Category=Decimal_Number}$"#, "৪", true),
            (#"^[\p{L}\d]+$"#, "é1", true), ("^.$", "\n", false), ("^[^]$", "\n", true), ("[]", "a", false),
            (#"^\x41\t\cJ\0$"#, "A\t\n\0", true), ("a|b$|^c", "xb", true), ("^$", "", true), ("^a|b", "cb", true),
            (#"^(?<year>\d{4})-(?:0[1-9]|1[0-2])$"#, "2026-12", true),
        ])
    func matching(source: String, text: String, expected: Bool) throws {
        let pattern = try Pattern(source)
        #expect(pattern.matches(text) == expected)
    }

    @Test("The table for ASCII and the simulation agree")
    func automatonAgrees() throws {
        let sources = ["^[a-z0-9]+(-[a-z0-9]+)*$", "a.c$", "(ab)*c|^d", "b?a{2,4}$", "^$", "", "x$|^y"]
        let texts = ["", "a", "abc", "ab-cd", "-a", "ababc", "d", "baaa", "aaaaa", "a\nc", "yx", "zy"]
        for source in sources {
            // A word boundary or not: never changes the result, but rules the table out.
            let simulated = try Pattern("(?:\\b|\\B)(?:\(source))")
            let tabulated = try Pattern(source)
            for text in texts {
                #expect(tabulated.matches(text) == simulated.matches(text), "\(source) on \(text)")
            }
        }
    }

    @Test(
        "What is no pattern, or none for a linear engine, is refused",
        arguments: [
            ("(a", PatternError.Kind.syntax), ("a)", .syntax), ("[a", .syntax), ("*a", .syntax), ("a{2,1}", .syntax),
            ("a{", .syntax), ("}", .syntax), (#"\a"#, .syntax), (#"\"#, .syntax), ("[b-a]", .syntax),
            ("(?P<n>a)", .syntax),
            ("(?i)a", .syntax), (#"\2(a)"#, .syntax), (#"\uD83D"#, .syntax), ("a**", .syntax), ("^*", .syntax),
            (#"[\d-a]"#, .syntax), (#"(a)\1"#, .unsupported), (#"(?<n>a)\k<n>"#, .unsupported),
            ("a(?=b)", .unsupported),
            ("(?<!b)a", .unsupported), (#"\p{Script=Greek}"#, .unsupported), ("((a{99}){99}){99}", .tooLarge),
            ("(){1000000000}a{5000}", .tooLarge), (String(repeating: "(", count: 5_000), .tooLarge),
            (String(repeating: "a", count: 20_000), .tooLarge),
        ])
    func refusals(source: String, kind: PatternError.Kind) {
        let error = #expect(throws: PatternError.self) { try Pattern(source) }
        #expect(error?.kind == kind, "\(error?.message ?? "")")
    }

    @Test(
        "Steps grow with the text's length only, also where backtracking would explode",
        arguments: ["^(a+)+b$", "(a*)*(a*)*b", "(a|a)*b", "^(a?){50}a{50}b", "(x+x+)+y|(a+a+)+b"])
    func linearity(source: String) throws {
        let pattern = try Pattern(source)
        func steps(_ text: String) throws -> Int {
            var left = Int.max
            #expect(pattern.search(text, steps: &left) == .some(false))
            return Int.max - left
        }
        // The letter outside ASCII keeps the table out of the game.
        for suffix in ["", "é"] {
            let short = try steps(String(repeating: "a", count: 10_000) + suffix)
            let long = try steps(String(repeating: "a", count: 20_000) + suffix)
            #expect(Double(long) / Double(short) < 2.1)
            #expect(long <= 20_002 * (pattern.size * 2 + 2))
        }
    }

    @Test("A search gives up when its steps run out")
    func budget() throws {
        let pattern = try Pattern("(a|b|ab)*c")
        var steps = 1_000
        #expect(pattern.search(String(repeating: "ab", count: 5_000) + "é", steps: &steps) == nil)
    }
}
