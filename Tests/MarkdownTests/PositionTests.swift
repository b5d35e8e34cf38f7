import Markdown
import Testing

@Suite("Positions")
struct PositionTests {
    @Test(
        "a link's range is its destination in the source",
        arguments: [
            ("See [a](kb:b#c) now.", "kb:b#c", "kb:b#c"),
            ("é😀 [a](kb:b)\r\nnext [c](d)", "kb:b", "kb:b"),
            ("| a | b |\n|---|---|\n| [x](y-z) | é |\n", "y-z", "y-z"),
            ("- one\n- two [a](b) end\n", "b", "b"),
            ("> quote\n> [a](b 'title') end\n", "b", "b"),
            ("[a](<b c>)", "b c", "b c"),
            ("[a](  b%20c  \"t\")", "b%20c", "b%20c"),
            ("[a][r]\n\n[r]: /target 'title'\n", "/target", "/target"),
            ("<https://example.org/x>", "https://example.org/x", "https://example.org/x"),
            ("<a@example.org>", "mailto:a@example.org", "a@example.org"),
            ("[a](b\\_c)", "b_c", "b\\_c"),
            ("**[`a`](b&amp;c)**", "b&c", "b&amp;c"),
            ("[a](<b\\>c>)", "b>c", "b\\>c"),
            ("[a](b&unknown;c\\d)", "b&unknown;c\\d", "b&unknown;c\\d"),
            ("[text]()", "", ""),
            ("[text][r]\n\n[r]: x\\*y\n", "x*y", "text"),
        ])
    func links(_ text: String, _ destination: String, _ pointedAt: String) throws {
        let bytes = Array(text.utf8)
        let link = try #require(try MarkdownDocument(parsing: bytes[...]).links.first)
        #expect(link.destination == destination)
        #expect(String(decoding: bytes[link.range], as: UTF8.self) == pointedAt)
    }

    @Test("ranges are offsets in the file when a slice of it is parsed")
    func slice() throws {
        let file = Array("\u{FEFF}---\nid: a\n---\n# Head *line*\n\nText [l](m).\n".utf8)
        let document = try MarkdownDocument(parsing: file[17...])
        func text(_ range: Range<Int>) -> String { String(decoding: file[range], as: UTF8.self) }
        #expect(text(document.headings[0].range) == "Head *line")
        #expect(text(document.links[0].range) == "m")
        #expect(text(document.sections[0].blocks[1].range) == "Text [l](m).")
    }

    @Test("an image gives its address and alternative text, which may be empty")
    func images() throws {
        let text = "![](a.png) ![b *c* ![d](e.png)](f.png) ![g][r]\n\n[r]: h.png\n"
        let document = try MarkdownDocument(parsing: Array(text.utf8)[...])
        #expect(document.images.map(\.source) == ["a.png", "f.png", "h.png"])
        #expect(document.images.map(\.alternative) == ["", "b c d", "g"])
        #expect(document.links.isEmpty)
        #expect(
            document.images.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } == [
                "a.png", "f.png", "h.png",
            ])
    }

    @Test(
        "a word of the plain text is found in the source",
        arguments: [
            ("plain word here", "word", "word"),
            ("é *one* **word** here", "word", "word"),
            ("a\nword", "word", "word"),
            ("> a\r\n> wo*rd* b", "word", "wo*rd"),
            ("AT&amp;T word", "T word", "T word"),
            ("AT&amp;T", "AT&T", "AT&amp;T"),
            ("AT&amp;T", "&", "&amp;"),
            ("a\\*word", "*word", "*word"),
            ("two\nlines", "two lines", "two\nlines"),
            ("two\nlines", "two ", "two\n"),
            ("`code` word", "code", "code"),
            ("- item word", "word", "word"),
            ("# é word #", "word", "word"),
            ("```\na\nword\n```", "word", "word"),
            ("| é | word |\n|---|---|", "word", "word"),
            ("see {{fact:mri.prep-hours}} word", "{{fact:mri.prep-hours}}", "{{fact:mri.prep-hours}}"),
        ])
    func words(_ markdown: String, _ word: String, _ expected: String) throws {
        let bytes = Array(markdown.utf8)
        let blocks = try MarkdownDocument(parsing: bytes[...]).sections.flatMap(\.blocks)
        let block = try #require(blocks.first { $0.text.contains(word) })
        let text = Array(block.text.utf8)
        let start = try #require(text.indices.first { text[$0...].starts(with: word.utf8) })
        let range = block.sourceRange(of: start..<start + word.utf8.count)
        #expect(String(decoding: bytes[range], as: UTF8.self) == expected)
    }

    @Test("raw HTML is reported by block and by run of tags")
    func rawHTML() throws {
        let text = Array("<div>\nx\n</div>\n\na <b>c</b> <!-- d\ne --> f\n".utf8)
        let document = try MarkdownDocument(parsing: text[...])
        let pieces = document.rawHTML.map { String(decoding: text[$0], as: UTF8.self) }
        #expect(pieces == ["<div>\nx\n</div>", "<b>", "</b>", "<!-- d\ne -->"])
    }

    @Test("code blocks give their info string and the range of the code")
    func codeBlocks() throws {
        let text = Array("~~~ swift &amp; more\nlet a\n\nlet b\n~~~\n\n    indented\n\n```\n```\n".utf8)
        let document = try MarkdownDocument(parsing: text[...])
        #expect(document.codeBlocks.map(\.info) == ["swift & more", "", ""])
        let pieces = document.codeBlocks.map { String(decoding: text[$0.range], as: UTF8.self) }
        #expect(pieces == ["let a\n\nlet b", "indented", ""])
    }
}
