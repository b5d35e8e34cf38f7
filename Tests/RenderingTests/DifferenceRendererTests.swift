import Difference
import JSONSchema
import Presentation
import Rendering
import Testing
import Time
import YAML

@Suite struct DifferenceRendererTests {
    private func rendered(_ format: DifferenceFormat, width: Int = 80) -> String {
        var text = ""
        format.renderer(width: width).render(SampleDifferences.report, to: &text)
        return text
    }

    @Test(arguments: DifferenceFormat.allCases)
    func `Each format writes what its snapshot holds`(_ format: DifferenceFormat) throws {
        try expectSnapshot(rendered(format), "difference.\(format)")
    }

    @Test(arguments: DifferenceFormat.allCases)
    func `Nothing unseen reaches a reader`(_ format: DifferenceFormat) {
        #expect(!rendered(format).unicodeScalars.contains { $0 != "\n" && VisibleText.isHidden($0) })
    }

    @Test func `The JSON answer holds to its schema`() throws {
        var registry = SchemaRegistry()
        let common = try JSONReader.read(TestFile.read("schemas/common.schema.json"))
        try registry.register(common, at: "https://kb.example/schemas/common.schema.json")
        let schema = try registry.compile(
            JSONReader.read(TestFile.read("schemas/output/diff.schema.json")), formats: .assertion)
        let answer = try JSONReader.read(Array(rendered(.json).utf8))
        #expect(schema.validate(answer).map { "\($0.instancePointer): \($0.reason)" } == [])
    }

    @Test func `Content stays text in Markdown`() {
        let text = rendered(.markdown)
        #expect(!text.contains("<b>") && !text.contains("<i>") && !text.contains("@octocat") && !text.contains("#12"))
        #expect(!text.contains("http://") && !text.contains("[a](b)"))
        for line in text.split(separator: "\n") where line.hasPrefix("| ") {
            #expect(line.replacing("\\|", with: "").split(separator: "|").count == 3, "\(line)")
        }
    }

    @Test func `Content stays text on a page, and nothing of the page runs or is fetched`() {
        let page = rendered(.html)
        #expect(page.contains("default-src 'none'") && !page.contains("<script") && !page.contains("href=\"http"))
        #expect(!page.contains("<b>bold") && !page.contains("<i>") && !page.contains("<!-- -->"))
        #expect(page.contains("<del>today</del>") && page.contains("<ins>tomorrow</ins>"))
        for tag in ["section", "table", "details", "del", "ins", "td", "div"] {
            let opened = page.components(of: "<\(tag)>") + page.components(of: "<\(tag) ")
            #expect(opened == page.components(of: "</\(tag)>"), "\(tag)")
        }
    }

    @Test func `A comment stays below the length that forges allow`() {
        let text = String(repeating: "word & <tag> ", count: 200)
        let changes = (0..<400).map { number in
            ContentChange(
                kind: "article", change: .changed, before: version(number), after: version(number),
                fields: [
                    FieldChange(
                        "answer", pointer: "/answer", weight: .seen, kind: .changed, before: text, after: text + "more")
                ])
        }
        var comment = ""
        DifferenceFormat.markdown.renderer().render(
            DifferenceReport([], changes: changes, zone: .utc, before: "main", after: nil), to: &comment)
        #expect(comment.utf16.count < 65_536 && comment.contains("more are left out"))
    }

    private func version(_ number: Int) -> ContentChange.Version {
        .init(id: "a\(number)", title: "A", path: "articles/a\(number).md", line: 1, edition: "", bytes: 1)
    }

    @Test(arguments: [30, 41, 57, 80, 120])
    func `No line of text is wider than it may be`(_ width: Int) {
        for line in rendered(.text, width: width).split(separator: "\n") {
            #expect(TextWidth.columns(of: line) <= width, "\(line)")
        }
    }
}

extension String {
    /// How often another text stands in it.
    fileprivate func components(of other: String) -> Int { ranges(of: other).count }
}
