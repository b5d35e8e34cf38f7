import GoldenQuestions
import JSONSchema
import Presentation
import Rendering
import Testing
import YAML

@Suite struct GoldenRendererTests {
    private func rendered(_ report: GoldenReport, as format: GoldenFormat, width: Int = 80) -> String {
        var text = ""
        format.renderer(width: width).render(report, to: &text)
        return text
    }

    @Test(arguments: GoldenFormat.allCases)
    func `Each format writes what its snapshot holds`(_ format: GoldenFormat) throws {
        try expectSnapshot(rendered(SampleQuestions.single, as: format), "questions.\(format)")
        try expectSnapshot(rendered(SampleQuestions.compared, as: format), "questions-compared.\(format)")
        try expectSnapshot(rendered(SampleScenarios.single, as: format), "scenarios.\(format)")
        try expectSnapshot(rendered(SampleScenarios.compared, as: format), "scenarios-compared.\(format)")
    }

    @Test(arguments: GoldenFormat.allCases)
    func `Nothing unseen reaches a reader`(_ format: GoldenFormat) {
        let text = rendered(SampleQuestions.compared, as: format)
        #expect(!text.unicodeScalars.contains { $0 != "\n" && VisibleText.isHidden($0) })
    }

    @Test func `The JSON answer holds to its schema`() throws {
        var registry = SchemaRegistry()
        let common = try JSONReader.read(TestFile.read("schemas/common.schema.json"))
        try registry.register(common, at: "https://kb.example/schemas/common.schema.json")
        let schema = try registry.compile(
            JSONReader.read(TestFile.read("schemas/output/test.schema.json")), formats: .assertion)
        for report in [
            SampleQuestions.single, SampleQuestions.compared, SampleQuestions.empty, SampleScenarios.single,
            SampleScenarios.compared,
        ] {
            let answer = try JSONReader.read(Array(rendered(report, as: .json).utf8))
            #expect(schema.validate(answer).map { "\($0.instancePointer): \($0.reason)" } == [])
            #expect(answer["cases"]?.sequence?.count == report.shown.count)
        }
    }

    @Test func `Every reason and every change is in the contract`() throws {
        let schema = String(decoding: try TestFile.read("schemas/output/test.schema.json"), as: UTF8.self)
        for name in Failure.Reason.allCases.map(\.rawValue) + TestChange.allCases.map(\.rawValue) {
            #expect(schema.contains("\"\(name)\""), "\(name)")
        }
    }

    @Test func `JUnit is well-formed, and only what a change broke fails`() {
        let text = rendered(SampleQuestions.compared, as: .junit)
        #expect(Elements(text).defect == nil)
        #expect(text.contains("tests=\"7\" failures=\"1\" errors=\"0\" skipped=\"1\""))
        #expect(text.split(separator: "<testcase ").count - 1 == 7)
        #expect(Elements(rendered(SampleQuestions.single, as: .junit)).defect == nil)
        #expect(Elements(rendered(SampleQuestions.empty, as: .junit)).defect == nil)
    }

    @Test func `Content stays text in Markdown`() {
        for report in [SampleQuestions.single, SampleQuestions.compared] {
            let text = rendered(report, as: .markdown)
            #expect(!text.contains("<b>") && !text.contains("<i>") && !text.contains("@octocat"))
            #expect(!text.contains("#12"))
            // A summary is HTML, in which Markdown means nothing.
            for line in text.split(separator: "\n") where !line.hasPrefix("<details>") {
                #expect(!line.contains("http://") && !line.contains("[a](b)"), "\(line)")
            }
            for line in text.split(separator: "\n") where line.hasPrefix("| ") {
                let cells = line.replacing("\\|", with: "").split(separator: "|")
                #expect([3, 4].contains(cells.count), "\(line)")
            }
            #expect(text.split(separator: "<details>").count == text.split(separator: "</details>").count)
        }
    }

    @Test func `A comment never becomes longer than a forge takes`() {
        let text = rendered(SampleQuestions.large, as: .markdown)
        #expect(text.utf8.count < 65_536 && text.contains("more are left out"))
    }

    @Test(arguments: 30...120)
    func `No line of text is wider than it may be`(_ width: Int) {
        for line in rendered(SampleQuestions.compared, as: .text, width: width).split(separator: "\n") {
            #expect(TextWidth.columns(of: line) <= width, "\(line)")
        }
    }

    @Test func `GitHub is given ten annotations of a kind`() {
        let lines = rendered(SampleQuestions.large, as: .github).split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("::error ") } == 10)
        #expect(lines.contains("::group::390 more golden questions, without annotations"))
    }
}

/// The tags of an XML document: each that opens is closed in its turn, and text holds no mark of its own.
private struct Elements {
    private(set) var defect: String?

    init(_ document: String) {
        var open: [Substring] = []
        var rest = document[...]
        while let start = rest.firstIndex(of: "<") {
            if rest[..<start].contains(">") || rest[..<start].replacing("&lt;", with: "").contains("& ") {
                defect = "a mark in text: \(rest[..<start])"
            }
            guard let end = rest[start...].firstIndex(of: ">") else {
                defect = "a tag that does not end"
                return
            }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("?") || tag.hasSuffix("/") { continue }
            if tag.contains("<") || tag.count(where: { $0 == "\"" }) % 2 != 0 { defect = "a mark in \(tag)" }
            if tag.hasPrefix("/") {
                if open.popLast() != tag.dropFirst() { defect = "</\(tag.dropFirst())> closes another" }
            } else {
                open.append(tag.prefix { $0 != " " })
            }
        }
        if !open.isEmpty { defect = "\(open) stay open" }
    }
}
