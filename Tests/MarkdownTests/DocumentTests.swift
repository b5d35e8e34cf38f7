import Markdown
import Testing

@Suite("Document")
struct DocumentTests {
    private func parse(_ text: String) throws(MarkdownError) -> MarkdownDocument {
        try MarkdownDocument(parsing: Array(text.utf8)[...])
    }

    @Test("sections begin with headings and hold blocks of plain text by kind")
    func sections() throws {
        let document = try parse(
            """
            Before *all*.

            # One

            - tight
            - two

            1. loose

            2. four

            ## Two

            > quoted

            | a | b |
            |---|---|
            | c |   |

            ```
            code
            ```
            """)
        #expect(document.sections.map { $0.heading?.text } == [nil, "One", "Two"])
        let blocks = document.sections.map { $0.blocks.map { "\($0.kind): \($0.text)" } }
        #expect(blocks[0] == ["paragraph: Before all."])
        #expect(blocks[1] == ["heading: One", "listItem: tight", "listItem: two", "listItem: loose", "listItem: four"])
        #expect(
            blocks[2] == [
                "heading: Two", "paragraph: quoted", "tableCell: a", "tableCell: b", "tableCell: c", "code: code\n",
            ])
    }

    @Test(
        "anchors are made as GitHub makes them",
        arguments: [
            ("# What's *new* in 2.0?", ["whats-new-in-20"]),
            ("# A b\n## A b\n### A b-1\n# A b", ["a-b", "a-b-1", "a-b-1-1", "a-b-2"]),
            ("# a\n# a-2\n# a\n# a\n# a-2\n# a-1", ["a", "a-2", "a-1", "a-3", "a-2-1", "a-1-1"]),
            ("# a-0\n# a\n# a-01\n# a", ["a-0", "a", "a-01", "a-1"]),
            ("# Über_uns – Straße", ["über_uns--straße"]),
            ("Setext `code`\n===", ["setext-code"]),
            ("# 日本語 ①", ["日本語-"]),
            ("#\n#", ["", "-1"]),
        ])
    func anchors(_ text: String, _ anchors: [String]) throws {
        #expect(try parse(text).headings.map(\.anchor) == anchors)
    }

    @Test("an empty text has no parts")
    func empty() throws {
        let document = try MarkdownDocument(parsing: [])
        #expect(document.sections.isEmpty && document.headings.isEmpty && document.links.isEmpty)
        #expect(try HTMLRenderer().render([]) == "")
    }

    @Test(
        "what cannot be parsed safely is refused where it stands",
        arguments: [
            ("a\0b", MarkdownError.Reason.nul, 1..<2),
            (String(repeating: ">", count: 65), .tooDeep(limit: 64), 0..<65),
            ("a\n\n" + String(repeating: "- ", count: 65) + "b", .tooDeep(limit: 64), 3..<133),
            (String(repeating: "|-", count: 257), .tooManyColumns(limit: 256), 0..<514),
            ("x\n\n" + String(repeating: "[", count: 9000), .tooManyBrackets, 3..<9003),
        ])
    func refusals(_ text: String, _ reason: MarkdownError.Reason, _ range: Range<Int>) throws {
        let error = #expect(throws: MarkdownError.self) { try parse(text) }
        #expect(error?.reason == reason)
        #expect(error?.range == range)
        #expect(error?.description.hasSuffix(".") == true)
    }

    @Test("invalid UTF-8 is refused with its offset, never repaired")
    func invalidUTF8() throws {
        let bytes: [UInt8] = [0x61, 0x62, 0xC3, 0x28]
        let error = #expect(throws: MarkdownError.self) { try MarkdownDocument(parsing: bytes[1...]) }
        #expect(error?.reason == .invalidUTF8)
        #expect(error?.range.lowerBound == 2)
    }

    @Test("the size limit is a setting")
    func size() throws {
        var limits = MarkdownLimits()
        limits.bytes = 10
        let text = Array("0123456789a".utf8)
        let error = #expect(throws: MarkdownError.self) { try MarkdownDocument(parsing: text[...], limits: limits) }
        #expect(error?.reason == .tooLarge(limit: 10))
        #expect(throws: Never.self) { try MarkdownDocument(parsing: text[..<10], limits: limits) }
    }

    @Test("control characters are text, and a character reference to zero is U+FFFD")
    func controlCharacters() throws {
        let document = try parse("a\u{1}\u{1B}[31m\u{7F} &#0; &#xD800; &#99999999; &lt;")
        #expect(document.sections[0].blocks[0].text == "a\u{1}\u{1B}[31m\u{7F} \u{FFFD} \u{FFFD} &#99999999; <")
    }

    @Test("long lists of links and of definitions are not refused")
    func manyLinks() throws {
        let items = (0..<3000).map { "\($0). [link](kb:article-\($0)) and `code`\n" }.joined()
        #expect(try parse("1. a\n" + items).links.count == 3000)
        let definitions = (0..<3000).map { "[label \($0)]: https://example.org/\($0)\n" }.joined()
        #expect(try parse("[label 7]\n\n" + definitions).links.map(\.destination) == ["https://example.org/7"])
        let rows = (0..<3000).map { "| [a\($0)](kb:b) | `c` |\n" }.joined()
        #expect(try parse("| a | b |\n|---|---|\n" + rows).links.count == 3000)
    }
}
