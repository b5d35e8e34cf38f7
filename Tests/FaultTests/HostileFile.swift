/// A file that somebody lays into a knowledge base to do harm, and the rule that refuses it.
struct HostileFile: Sendable, CustomStringConvertible {
    let description: String
    let path: String
    let bytes: [UInt8]
    let code: String

    init(_ description: String, at path: String = "articles/hostile.md", bytes: [UInt8], _ code: String) {
        self.description = description
        self.path = path
        self.bytes = bytes
        self.code = code
    }

    init(_ description: String, at path: String = "articles/hostile.md", _ text: String, _ code: String) {
        self.init(description, at: path, bytes: Array(text.utf8), code)
    }

    /// An article of which only the body is hostile.
    static func body(_ description: String, _ text: String, _ code: String) -> HostileFile {
        HostileFile(description, SmallBase.article("hostile", "Hostile", "", text), code)
    }

    static func fields(_ description: String, _ text: String, _ code: String) -> HostileFile {
        HostileFile(description, SmallBase.article("hostile", "Hostile", text), code)
    }

    private static let bomb =
        "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        + (1...12).map { level in
            "a\(level): &a\(level) [" + [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
        }.joined()

    static let all = [
        HostileFile("aliases that multiply", at: "facts/bomb.yaml", bomb, "KB004"),
        HostileFile(
            "lists in lists", at: "facts/deep.yaml",
            "facts: " + String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000), "KB004"),
        HostileFile(
            "a document that is too long", at: "facts/long.yaml",
            "facts: {}\n" + String(repeating: "#\n", count: 600_000), "KB004"),
        fields("a key twice", "owner: front-desk\n", "KB005"),
        fields("a key in two normal forms", "caf\u{E9}: 1\ncafe\u{301}: 2\n", "KB005"),
        HostileFile("NUL", bytes: Array("---\nid: a\u{0}b\n---\n".utf8), "KB001"),
        HostileFile("bytes that are no UTF-8", bytes: Array("---\nid: ".utf8) + [0xC3, 0x28, 0x0A], "KB001"),
        HostileFile("UTF-16", bytes: [0xFF, 0xFE] + "---\nid: a\n".utf8.flatMap { [$0, 0] }, "KB001"),
        body("text that is turned around", "A \u{202E}txet\u{202C} b.", "KB007"),
        body("conflict markers", "<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other", "KB006"),
        body("quotes in quotes", String(repeating: ">", count: 50_000) + " x", "KB004"),
        body("brackets in brackets", String(repeating: "![[](", count: 50_000), "KB004"),
        body("a program in HTML", "<script>alert(1)</script>", "KB305"),
        body("a link that runs a program", "[a](javascript:alert(1))", "KB305"),
        HostileFile("a path of another case", at: "articles/PARKING.md", SmallBase.article("other", "Other"), "KB010"),
    ]
}
