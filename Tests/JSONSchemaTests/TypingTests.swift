import JSONSchema
import Testing
import YAML

@Suite("Typing of unquoted YAML scalars")
struct TypingTests {
    @Test(
        "Where text is expected, numbers and booleans are their source text",
        arguments: ["012", "1.10", "true", "no", "2026", "9:30", "0x1F", "-1", ".inf"])
    func text(source: String) throws {
        let schema = try compile(#"{"type": "string", "minLength": \#(source.count), "maxLength": \#(source.count)}"#)
        #expect(schema.accepts(plain(source), typing: .yaml))
    }

    @Test("Null is never text, and JSON typing knows no such rule")
    func exceptions() throws {
        let schema = try compile(#"{"type": "string"}"#)
        for null in ["null", "~", ""] { #expect(!schema.accepts(plain(null), typing: .yaml)) }
        #expect(!schema.accepts(plain("12"), typing: .json))
        #expect(!schema.accepts(try json("12"), typing: .yaml))
    }

    @Test(
        "A schema that allows the spelled type takes it",
        arguments: [
            (#"{"type": ["string", "integer"], "maximum": 5}"#, "12", false),
            (#"{"type": ["string", "boolean"], "minLength": 10}"#, "true", true),
            (#"{"type": ["string", "integer"]}"#, "1.5", true),
            (#"{"type": "integer"}"#, "12", true), (#"{"type": "integer"}"#, "1.0", true),
            (#"{"minLength": 10}"#, "12", true), (#"{"type": ["string", "null"], "maxLength": 1}"#, "12", false),
        ])
    func spelledType(text: String, source: String, expected: Bool) throws {
        #expect(try compile(text).accepts(plain(source), typing: .yaml) == expected)
    }

    @Test(
        "Values of enum and const match by source text where they are text",
        arguments: [
            (#"{"enum": ["true", "2026"]}"#, "2026", true), (#"{"enum": ["true", 2026]}"#, "true", false),
            (#"{"const": "012"}"#, "012", true), (#"{"const": "12"}"#, "012", false), (#"{"const": 12}"#, "012", true),
            (#"{"type": "string", "enum": ["1.10"]}"#, "1.10", true),
            (#"{"type": "string", "enum": ["1.1"]}"#, "1.10", false),
        ])
    func values(text: String, source: String, expected: Bool) throws {
        #expect(try compile(text).accepts(plain(source), typing: .yaml) == expected)
    }

    @Test(
        "The decision holds across references and combinations",
        arguments: [
            (##"{"$ref": "#/$defs/id", "minLength": 4, "$defs": {"id": {"type": "string"}}}"##, "012", false),
            (#"{"type": "string", "allOf": [{"pattern": "^0"}]}"#, "12", false),
            (#"{"allOf": [{"type": "string"}, {"maxLength": 2}]}"#, "012", false),
            (#"{"oneOf": [{"type": "integer"}, {"type": "string"}]}"#, "12", true),
            (#"{"anyOf": [{"type": "integer", "maximum": 5}, {"type": "string"}]}"#, "12", true),
            (#"{"anyOf": [{"type": "array"}, {"type": "string", "maxLength": 1}]}"#, "12", false),
            (#"{"type": "string", "not": {"type": "integer"}}"#, "12", true),
        ])
    func combinations(text: String, source: String, expected: Bool) throws {
        #expect(try compile(text).accepts(plain(source), typing: .yaml) == expected)
    }

    @Test("Keys are their source text")
    func keys() throws {
        let schema = try compile(#"{"properties": {"true": {"const": 1}}, "propertyNames": {"minLength": 4}}"#)
        let key = Mapping.Entry(key: Scalar("true", style: .plain), keyRange: 0..<4, value: plain("2"))
        let violations = schema.validate(
            Node(.mapping(Mapping(entries: [key])), range: 0..<7), options: ValidationOptions(typing: .yaml))
        #expect(violations.map(\.instancePointer) == ["/true"])
    }

    @Test("A schema may itself be written in YAML")
    func schemaInYAML() throws {
        func map(_ members: [(String, Node)]) -> Node {
            Node(
                .mapping(
                    Mapping(
                        entries: members.map { .init(key: Scalar($0.0, style: .plain), keyRange: 0..<0, value: $0.1) })),
                range: 0..<0)
        }
        let list = Node(.sequence([plain("string"), plain("null")]), range: 0..<0)
        let schema = try SchemaRegistry().compile(
            map([
                ("properties", map([("a", map([("type", list), ("pattern", plain("012"))]))])),
                ("additionalProperties", plain("false")),
            ]))
        #expect(schema.accepts(try json(#"{"a": null}"#)))
        #expect(!schema.accepts(try json(#"{"a": "x"}"#)))
        #expect(!schema.accepts(try json(#"{"b": "x"}"#)))
    }
}
