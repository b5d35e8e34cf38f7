import Testing
import YAML

@Suite struct YAMLParserTests {
    func parse(_ text: String) throws -> Node? {
        try YAMLParser.parse(Array(text.utf8)[...])
    }

    @Test func `Every node knows the bytes it was written in`() throws {
        let text = "é: [ü, {a: 1}]\r\nb:\r\n  - \"x y\"\r\n"
        let bytes = Array(text.utf8)
        let root = try #require(try parse(text))
        func source(_ node: Node?) -> String? {
            node.map { String(decoding: bytes[$0.range], as: UTF8.self) }
        }
        #expect(source(root["é"]) == "[ü, {a: 1}]")
        #expect(source(root["é"]?.sequence?[1]["a"]) == "1")
        #expect(source(root["b"]?.sequence?[0]) == "\"x y\"")
    }

    @Test func `A byte order mark is skipped and positions stay right`() throws {
        let root = try #require(try parse("\u{FEFF}a: bc\n"))
        #expect(root["a"]?.range == 6..<8)
    }

    @Test(arguments: ["no", "9:30", "2026-06-01", "yes", "1.2.3"])
    func `Words that other versions of YAML convert stay text`(_ text: String) {
        #expect(Scalar(text, style: .plain).value == .text)
    }

    @Test(arguments: [
        ("a: 1\na: 2\n", YAMLError.Reason.duplicateKey("a")),
        ("é: 1\ne\u{301}: 2\n", .duplicateKey("e\u{301}")),
        ("a: &x {b: 1}\nc: {<<: *x}\n", .mergeKey),
        ("? [a]\n: b\n", .keyIsNotText),
        ("a: 1\n---\nb: 2\n", .severalDocuments),
        ("a: !!int 3\n", .tag("tag:yaml.org,2002:int")),
        ("a: \"\\0\"\n", .controlCharacter("\0")),
        ("a: *b\n", .unknownAlias("b")),
        (String(repeating: "[", count: 70) + String(repeating: "]", count: 70), .tooDeep(limit: 64)),
    ])
    func `What two readers could understand differently is refused`(_ text: String, _ reason: YAMLError.Reason) {
        #expect { try parse(text) } throws: { ($0 as? YAMLError)?.reason == reason }
    }

    @Test func `A document of comments has no root`() throws {
        #expect(try parse("# nothing\n") == nil)
        #expect(try parse("") == nil)
    }
}
