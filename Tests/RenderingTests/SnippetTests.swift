import Diagnostics
import Presentation
import Testing

@testable import Rendering

@Suite struct SnippetTests {
    static func lines(_ bytes: [UInt8], _ range: Range<Int>, width: Int = 24) -> [String] {
        let source = SourceText(SourceFile(path: "a.md", bytes: bytes))
        return Snippet(of: range, in: source, width: width).lines(style: .error).map { $0.painted(.plain) }
    }

    @Test(
        "The flagged bytes are underlined",
        arguments: [
            ("ab cd ef", 3..<5, ["1 | ab cd ef", "  |    ^^"]),
            ("a\tb", 2..<3, ["1 | a   b", "  |     ^"]),
            ("\u{FEFF}key", 3..<6, ["1 | key", "  | ^^^"]),
            ("日本 x", 7..<8, ["1 | 日本 x", "  |      ^"]),
            ("ab\r\ncd", 2..<4, ["1 | ab", "  |   ^ to line 2"]),
            ("ab\n", 3..<3, ["2 |", "  | ^"]),
            ("", 0..<0, ["1 |", "  | ^"]),
            ("ab", 90..<95, ["1 | ab", "  |   ^"]),
            ("0123456789 123456789 123456789", 0..<2, ["1 | 0123456789 12345678…", "  | ^^"]),
            ("0123456789 123456789 123456789", 28..<30, ["1 | …123456789 123456789", "  |                   ^^"]),
        ])
    func underline(_ text: String, _ range: Range<Int>, _ expected: [String]) {
        #expect(SnippetTests.lines(Array(text.utf8), range) == expected)
    }

    @Test("Bytes that are not UTF-8 take one column each")
    func illFormed() {
        #expect(SnippetTests.lines([0x61, 0xFF, 0xE6, 0x97, 0x62], 4..<5) == ["1 | a\u{FFFD}\u{FFFD}b", "  |    ^"])
    }

    @Test("A line of a megabyte costs no more than one of a screen", .timeLimit(.minutes(1)))
    func hugeLine() {
        let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
        let lines = SnippetTests.lines(bytes, 500_000..<900_000)
        #expect(lines == ["1 | …xxxxxxxxxxxxxxxxxx…", "  |       ^^^^^^^^^^^^^^"])
    }
}
