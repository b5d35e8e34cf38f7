import JSONSchema
import Presentation
import Rendering
import Testing
import YAML

@Suite struct RendererTests {
    @Test("Each format writes what its snapshot holds", arguments: FindingFormat.allCases)
    func snapshot(_ format: FindingFormat) throws {
        try expectSnapshot(rendered(SampleFindings.set(), as: format), "findings.\(format)")
    }

    @Test("With a base, new findings come first", arguments: [FindingFormat.text, .json, .sarif, .github])
    func comparedSnapshot(_ format: FindingFormat) throws {
        try expectSnapshot(rendered(SampleFindings.compared, as: format), "compared.\(format)")
    }

    @Test("Colours change nothing but the colour")
    func colours() throws {
        let colored = rendered(SampleFindings.set(), as: .text, palette: .colored)
        try expectSnapshot(VisibleText.of(colored, keeping: .lineFeed), "colored.text")
        let plain = rendered(SampleFindings.set(), as: .text)
        #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }

    @Test("Without findings there is an empty document", arguments: FindingFormat.allCases)
    func empty(_ format: FindingFormat) throws {
        let text = rendered(SampleFindings.empty, as: format)
        switch format {
        case .text, .jsonl, .github: #expect(text == "")
        case .gitlab: #expect(text == "[]\n")
        case .json: #expect(text == "{\"version\":1,\"findings\":[]}\n")
        case .rdjson: #expect(text.hasSuffix("\"diagnostics\":[]}\n"))
        case .sarif: #expect(text.contains("\"results\":[]"))
        case .junit:
            #expect(text.hasSuffix("<testsuites name=\"kb\" tests=\"0\" failures=\"0\" errors=\"0\">\n</testsuites>\n"))
        }
    }

    @Test("The JSON answer holds to its schema", arguments: [false, true])
    func schema(isCompared: Bool) throws {
        let set = isCompared ? SampleFindings.compared : SampleFindings.set()
        var registry = SchemaRegistry()
        let common = try JSONReader.read(TestFile.read("schemas/common.schema.json"))
        try registry.register(common, at: "https://kb.example/schemas/common.schema.json")
        let schema = try registry.compile(
            JSONReader.read(TestFile.read("schemas/output/validate.schema.json")), formats: .assertion)
        let answer = try JSONReader.read(Array(rendered(set, as: .json).utf8))
        #expect(schema.validate(answer).map { "\($0.instancePointer): \($0.reason)" } == [])
        #expect(answer["findings"]?.sequence?.count == 10)
    }

    @Test("JSON formats are JSON", arguments: [FindingFormat.json, .sarif, .gitlab, .rdjson])
    func json(_ format: FindingFormat) throws {
        _ = try JSONReader.read(Array(rendered(SampleFindings.compared, as: format).utf8))
    }

    @Test("Nothing unseen reaches a reader", arguments: FindingFormat.allCases)
    func visible(_ format: FindingFormat) {
        let text = rendered(SampleFindings.compared, as: format)
        #expect(!text.unicodeScalars.contains { $0 != "\n" && VisibleText.isHidden($0) })
    }

    @Test("No line of text is wider than it may be", arguments: 20...130)
    func width(_ width: Int) {
        for line in rendered(SampleFindings.compared, as: .text, width: width).split(separator: "\n") {
            #expect(TextWidth.columns(of: line) <= width, "\(line)")
        }
    }
}

func rendered(
    _ set: FindingSet, as format: FindingFormat, width: Int = 80, palette: Palette = .plain
) -> String {
    var text = ""
    format.renderer(tool: SampleFindings.tool, width: width, palette: palette).render(set, to: &text)
    return text
}
