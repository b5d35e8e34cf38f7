@testable import IndexCompilation
import Testing

/// Where a link leads goes, whatever form it has; what readers see of it stays.
@Suite struct LinkRemovalTests {
    private func text(_ markdown: String) -> String? {
        LinkRemoval.text(markdown) { destination in
            if destination.hasPrefix("kb:hidden") { return .goes }
            return destination == "kb:desk#hidden" ? .losesAnchor : .stays
        }
    }

    @Test(
        arguments: [
            ("See [the page](kb:hidden).", "See the page."),
            ("See [the page](<kb:hidden#a> 'Title').", "See the page."),
            (
                "See [the *page*](kb:hidden \"a \\\" b\") and [another](kb:desk).",
                "See the *page* and [another](kb:desk)."
            ),
            ("See **[`a]b`](kb:hidden)**.", "See **`a]b`**."),
            ("A [the page][x] b.\n\n[x]: kb:hidden 'Title'\n[y]: kb:desk", "A the page b.\n\n[y]: kb:desk"),
            ("A [x][] and [x].\n\n[x]: <kb:hidden>\n\nB.", "A x and x.\n\nB."),
            ("[![A photo](assets/a.png)](kb:hidden)", "![A photo](assets/a.png)"),
            ("See <kb:hidden> there.\n\n<kb:hidden>\n\nEnd.", "See there.\n\nEnd."),
            ("See [the part](kb:desk#hidden) and <kb:desk#hidden>.", "See [the part](kb:desk) and <kb:desk>."),
            ("Wow\\![that](kb:hidden)", "Wow\\!that"),
            ("A [](kb:hidden) b.", "A  b."),
            ("<kb:hidden>", ""),
            ("A.\n\n[x]: kb:hidden\n\nB.", "A.\n\nB."),
            ("`[code](kb:hidden)` and kb:hidden in words", "`[code](kb:hidden)` and kb:hidden in words"),
        ])
    func `A link becomes its text`(_ before: String, _ after: String) {
        #expect(text(before) == after)
    }

    /// Its text alone would be read otherwise, or it is no link at all.
    @Test(
        arguments: [
            ("[1. A](kb:hidden)", "[1. A](<>)"),
            ("![A [b](kb:hidden) c](assets/a.png)", "![A [b](<>) c](assets/a.png)"),
            ("![A](kb:hidden)", "![A](<>)"),
        ])
    func `What cannot be removed leads nowhere`(_ before: String, _ after: String) {
        #expect(text(before) == after)
    }

    @Test func `Very many links take no longer than their number`() {
        let links = String(repeating: "a [b](kb:hidden) [c][x] <kb:hidden> ", count: 2000)
        #expect(text(links + "\n\n[x]: kb:hidden")?.contains("hidden") == false)
    }
}
