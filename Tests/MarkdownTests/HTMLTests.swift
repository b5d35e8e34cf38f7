import Markdown
import Testing

@Suite("HTML")
struct HTMLTests {
    private func render(_ text: String) throws(MarkdownError) -> String {
        try HTMLRenderer().render(Array(text.utf8)[...])
    }

    @Test(
        "addresses that run code are dropped and their text is kept",
        arguments: [
            "[a](javascript:alert(1))", "[a](JaVaScRiPt:x)", "[a](<java\tscript:x>)", "[a](&#106;avascript:x)",
            "[a](java&#x0A;script:x)", "[a](&#1;javascript:x)", "[a](vbscript:x)", "[a](data:text/html;base64,x)",
            "[a](javascript&colon;x)", "[a][r]\n\n[r]: javascript:x", "![a](data:image/svg+xml,x)",
            "![a](javascript:x 't')",
        ])
    func codeAddresses(_ text: String) throws {
        #expect(try render(text) == "<p>a</p>\n")
    }

    @Test(
        "other addresses are kept",
        arguments: ["kb:a#b", "https://example.org/?a=b", "mailto:a@b.c", "/a/javascript:x", "#data:", "./data"])
    func addresses(_ address: String) throws {
        #expect(try render("[a](\(address))") == "<p><a href=\"\(address)\">a</a></p>\n")
    }

    @Test(
        "raw HTML is dropped and text is escaped",
        arguments: [
            ("<script>alert(1)</script>", ""),
            ("a <b onclick='x'>c</b> d", "<p>a c d</p>\n"),
            ("a < b & \"c\" &lt;d&gt;", "<p>a &lt; b &amp; &quot;c&quot; &lt;d&gt;</p>\n"),
            ("![<b>\"x](a\"b '\"t')", "<p><img src=\"a%22b\" alt=\"&quot;x\" title=\"&quot;t\" /></p>\n"),
            ("``` \"x\n<i>\n```", "<pre><code class=\"language-&quot;x\">&lt;i&gt;\n</code></pre>\n"),
        ])
    func escaping(_ text: String, _ html: String) throws {
        #expect(try render(text) == html)
    }

    @Test("headings get the anchors of the document")
    func headingIDs() throws {
        let text = "# One *two*\n\n# One two\n\nA &amp; b\n---\n"
        let html = try render(text)
        #expect(
            html == """
                <h1 id="one-two">One <em>two</em></h1>
                <h1 id="one-two-1">One two</h1>
                <h2 id="a--b">A &amp; b</h2>

                """)
        let document = try MarkdownDocument(parsing: Array(text.utf8)[...])
        #expect(document.headings.allSatisfy { html.contains("id=\"\($0.anchor)\"") })
    }

    @Test("tables and strikethrough are GitHub's")
    func tables() throws {
        #expect(
            try render("| a | b |\n|:--|--:|\n| ~~c~~ | \\| |\n") == """
                <table>
                <thead>
                <tr>
                <th align="left">a</th>
                <th align="right">b</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td align="left"><del>c</del></td>
                <td align="right">|</td>
                </tr>
                </tbody>
                </table>

                """)
    }
}
