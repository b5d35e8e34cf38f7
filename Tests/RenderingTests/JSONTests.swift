import Presentation
import Rendering
import Testing
import YAML

@Suite struct JSONTests {
    @Test("Members keep their order, and those without a value are left out")
    func order() {
        let value: JSONValue = ["z": 1, "a": nil, "m": [true, 1.5, .null, "x"], "e": [:]]
        #expect(value.serialized == "{\"z\":1,\"m\":[true,1.5,null,\"x\"],\"e\":{}}")
    }

    @Test("A pretty layout indents by two spaces")
    func pretty() {
        var text = ""
        JSONWriter.write(["a": [1, 2], "b": [], "c": [:]], layout: .pretty, to: &text)
        #expect(text == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": [],\n  \"c\": {}\n}")
    }

    @Test(
        "Every string is read back as it was",
        arguments: [
            "", "\"\\/\u{8}\u{C}\n\r\t\u{0}\u{1F}\u{7F}", "\u{2028}\u{202E}\u{FEFF}", "e\u{301} 👩‍👩‍👧 \u{E0041}",
            "\u{FFFF}\u{10FFFF}",
        ])
    func roundTrip(_ text: String) throws {
        let written = JSONValue.string(text).serialized
        let read = try #require(try JSONReader.read(Array(written.utf8)).scalar?.text)
        #expect(read.unicodeScalars.elementsEqual(text.unicodeScalars))
        #expect(!written.unicodeScalars.contains(where: VisibleText.isHidden))
    }

    @Test(
        "Numbers that JSON cannot say are null",
        arguments: [(1e300, "1e+300"), (.infinity, "null"), (.nan, "null"), (-0.5, "-0.5")])
    func doubles(_ number: Double, _ expected: String) {
        #expect(JSONValue.double(number).serialized == expected)
    }
}
