import JSONSchema
import Testing
import YAML

@Suite("References")
struct ReferenceTests {
    @Test(
        "References to what is not registered are refused where they stand",
        arguments: [
            "https://example.org/other.json", "file:///etc/passwd", "../secret.json", "#/$defs/none", "#none",
            "other.json#/a", "#/%zz",
        ])
    func unknown(reference: String) throws {
        let text = #"{"properties": {"a": {"$ref": "\#(reference)"}}}"#
        let error = try #require(#expect(throws: SchemaError.self) { try compile(text) })
        #expect(error.pointer == "/properties/a/$ref")
        #expect(error.range == 30..<(32 + reference.utf8.count))
    }

    @Test("Registered documents are found by relative and absolute identifiers")
    func registered() throws {
        var registry = SchemaRegistry()
        try registry.register(json(#"{"$defs": {"id": {"$anchor": "id", "pattern": "^[a-z]+$"}}}"#), at: "kb.json")
        let schema = try registry.compile(json(#"{"$ref": "kb.json#id"}"#), at: "article.json")
        #expect(schema.accepts(try json(#""abc""#)))
        #expect(!schema.accepts(try json(#""ABC""#)))
        #expect(throws: SchemaError.self) { try registry.register(json("{}"), at: "kb.json") }
    }

    @Test(
        "A schema that refers to itself for the same value is a violation, not an endless loop",
        arguments: [
            ##"{"$ref": "#"}"##, ##"{"allOf": [{"$ref": "#"}]}"##, ##"{"not": {"$ref": "#"}, "type": "integer"}"##,
            ##"{"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}}"##,
            ##"{"$dynamicAnchor": "x", "anyOf": [{"$dynamicRef": "#x"}]}"##,
        ])
    func cycles(text: String) throws {
        let schema = try compile(text)
        _ = schema.validate(try json("1"))
        #expect(throws: Never.self) { try compile(text) }
    }

    @Test("The endless loop is named")
    func cycleReason() throws {
        let violations = try compile(##"{"$ref": "#"}"##).validate(json("1"))
        #expect(violations.map(\.reason) == [.recursion])
    }

    @Test("A recursive schema follows its instance down")
    func recursiveInstance() throws {
        let schema = try compile(##"{"properties": {"child": {"$ref": "#"}}, "additionalProperties": false}"##)
        let depth = 60
        let open = String(repeating: #"{"child": "#, count: depth)
        let close = String(repeating: "}", count: depth)
        #expect(schema.accepts(try json(open + "{}" + close)))
        let violation = try #require(try schema.validate(json(open + #"{"x": 1}"# + close)).first)
        #expect(violation.instancePath.count == depth + 1)
    }

    @Test("A long chain of references ends at the depth limit, not at the end of the stack")
    func chain() throws {
        let count = 20_000
        let links = (0..<count).map { "\"a\($0)\": {\"$ref\": \"#/$defs/a\($0 + 1)\"}" }.joined(separator: ", ")
        let schema = try compile(
            "{\"$ref\": \"#/$defs/a0\", \"$defs\": {\(links), \"a\(count)\": {\"type\": \"null\"}}}")
        #expect(schema.validate(try json("null")).map(\.reason) == [.limit(.depth)])
    }

    @Test("A schema that doubles its work at every step runs into the step limit")
    func doubling() throws {
        let links = (0..<40).map {
            "\"a\($0)\": {\"allOf\": [{\"$ref\": \"#/$defs/a\($0 + 1)\"}, {\"$ref\": \"#/$defs/a\($0 + 1)\"}]}"
        }.joined(separator: ", ")
        let schema = try compile("{\"$ref\": \"#/$defs/a0\", \"$defs\": {\(links), \"a40\": {\"type\": \"null\"}}}")
        let options = ValidationOptions(stepLimit: 100_000)
        #expect(schema.validate(try json("null"), options: options).map(\.reason) == [.limit(.steps)])
    }

    @Test("Comparing a long value with many constants runs into the step limit")
    func constants() throws {
        let constants = (0..<5_000).map { "{\"not\": {\"const\": [\($0)]}}" }.joined(separator: ", ")
        let items = (0..<100_000).map(String.init).joined(separator: ",")
        let schema = try compile("{\"allOf\": [\(constants)]}")
        #expect(schema.validate(try json("[\(items)]")).map(\.reason) == [.limit(.steps)])
    }

    @Test("Unknown dialects and vocabularies are refused")
    func dialects() {
        #expect(throws: SchemaError.self) { try compile(#"{"$schema": "http://json-schema.org/draft-07/schema#"}"#) }
        #expect(throws: Never.self) { try compile(#"{"$schema": "https://json-schema.org/draft/2020-12/schema#"}"#) }
    }

    @Test(
        "Malformed keywords are refused where they stand",
        arguments: [
            (#"{"type": "text"}"#, "/type"), (#"{"minLength": -1}"#, "/minLength"),
            (#"{"required": "a"}"#, "/required"),
            (#"{"pattern": "(a)\\1"}"#, "/pattern"), (#"{"items": 1}"#, "/items"), (#"{"anyOf": []}"#, "/anyOf"),
            (#"{"multipleOf": 0}"#, "/multipleOf"), (#"{"enum": 1}"#, "/enum"), (#"{"$id": "a#b"}"#, ""),
            (#"{"patternProperties": {"(": {}}}"#, "/patternProperties"), (#"{"$anchor": "1"}"#, ""),
        ])
    func malformed(text: String, pointer: String) throws {
        let error = try #require(#expect(throws: SchemaError.self) { try compile(text) })
        #expect(error.pointer == pointer)
    }

    @Test("The patterns of one schema are limited together")
    func patternBudget() {
        let members = (0..<200).map { "\"p\($0)\": {\"pattern\": \"a{2000}\"}" }.joined(separator: ", ")
        #expect(throws: SchemaError.self) { try compile("{\"properties\": {\(members)}}") }
    }

    @Test("An object is held against a limited number of patterns")
    func patternLimit() throws {
        func text(_ count: Int) -> String {
            "{\"patternProperties\": {\((0..<count).map { "\"p\($0)\": {}" }.joined(separator: ", "))}}"
        }
        _ = try compile(text(100))
        #expect(throws: SchemaError.self) { try compile(text(101)) }
    }
}
