import Presentation
import Rendering
import Testing

@Suite struct TextTests {
    @Test(
        "Hidden characters become visible, others stay",
        arguments: [
            ("\u{1B}[31m", "\\u{1B}[31m"), ("a\u{7F}\u{9B}b", "a\\u{7F}\\u{9B}b"),
            ("\u{202E}x\u{2069}", "\\u{202E}x\\u{2069}"),
            ("\u{FEFF}\u{200B}\u{2028}", "\\u{FEFF}\\u{200B}\\u{2028}"), ("\u{E0041}", "\\u{E0041}"),
            ("é 日本 👩‍👩‍👧 ❤️ می‌خواهم", "é 日本 👩‍👩‍👧 ❤️ می‌خواهم"), ("a\r\n\tb", "a\\u{D}\\u{A}\\u{9}b"),
        ])
    func visible(_ text: String, _ expected: String) {
        #expect(VisibleText.of(text) == expected)
    }

    @Test("Line feeds and tabs stay where they may")
    func whitespace() {
        #expect(VisibleText.of("a\r\n\tb\r\u{0}", keeping: [.lineFeed, .tab]) == "a\n\tb\\u{D}\\u{0}")
    }

    @Test(
        "Text is measured in columns of a terminal",
        arguments: [
            ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本語", 6), ("ｱ", 1), ("Ａ", 2), ("👩‍👩‍👧", 2), ("🇺🇸", 2),
            ("❤", 1), ("❤️", 2), ("각", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{301}", 0), ("…", 1),
        ])
    func columns(_ text: String, _ expected: Int) {
        #expect(TextWidth.columns(of: text) == expected)
    }

    @Test(
        "A text that is too long ends in an ellipsis",
        arguments: [("abcdef", 4, "abc…"), ("日本語", 4, "日…"), ("ab", 2, "ab"), ("ab", 0, "")])
    func truncation(_ text: String, _ width: Int, _ expected: String) {
        #expect(TextWidth.truncated(text, to: width) == expected)
    }

    @Test("Lines break between words, and later ones hang")
    func wrapping() {
        let lines = TextWrap.lines(of: "one two  three four", width: 9, hanging: 2)
        #expect(lines == ["one two", "  three", "  four"])
        #expect(TextWrap.lines(of: "", width: 9) == [""])
    }

    @Test("A word longer than a line is broken within", arguments: ["abcdefghijklmno", "日本語日本語日本語", "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧"])
    func longWord(_ word: String) {
        let lines = TextWrap.lines(of: word, width: 6, hanging: 1)
        #expect(lines.allSatisfy { TextWidth.columns(of: $0) <= 6 })
        #expect(lines.joined().filter { $0 != " " } == word)
    }

    @Test("A table is aligned, and its last column is cut")
    func table() {
        var table = TextTable([.init("ID"), .init("Hits", .right), .init("Title")])
        table.append(["mri", "7", "Referral for\u{1B} an MRI"])
        table.append(["日本", "1200"])
        var text = ""
        table.write(width: 24, to: &text)
        #expect(text == "ID    Hits  Title\nmri      7  Referral fo…\n日本  1200\n")
    }

    @Test("A table without rows is nothing")
    func emptyTable() {
        var text = ""
        TextTable([.init("ID")]).write(width: 24, to: &text)
        #expect(text == "")
    }
}
