import JSONSchema
import Testing
import YAML

@Suite("Violations")
struct ViolationTests {
    @Test("A violation says what, where in the instance and where in the schema")
    func place() throws {
        let schema = try compile(
            ##"{"properties": {"a/b": {"type": "array", "items": {"$ref": "#/$defs/small"}}}, "$defs": {"small": {"title": "Small", "description": "A small number", "maximum": 3}}}"##
        )
        let violation = try #require(try schema.validate(json(#"{"a/b": [1, 4.50]}"#)).first)
        #expect(violation.keyword == .maximum)
        #expect(violation.reason == .maximum(limit: "3", isExclusive: false, found: "4.50"))
        #expect(violation.instancePointer == "/a~1b/1")
        #expect(violation.range == 12..<16)
        #expect(violation.schemaPointer == "/$defs/small/maximum")
        #expect(violation.title == "Small")
        #expect(violation.description == "A small number")
    }

    @Test("Unknown and missing properties are named, with the key's range and the known names")
    func properties() throws {
        let schema = try compile(
            #"{"properties": {"id": {}, "title": {}}, "required": ["id"], "additionalProperties": false}"#)
        let violations = schema.validate(try json(#"{"titel": 1}"#))
        #expect(
            violations.map(\.reason) == [
                .unknownProperty(name: "titel", known: ["id", "title"]), .missingProperty(name: "id"),
            ])
        #expect(violations[0].keyRange == 1..<8)
        #expect(violations[0].instancePath == ["titel"])
    }

    @Test("unevaluatedProperties knows the names of all schemas applied in place")
    func unevaluated() throws {
        let schema = try compile(
            ##"{"properties": {"a": {}}, "allOf": [{"$ref": "#/$defs/more"}], "unevaluatedProperties": false, "$defs": {"more": {"properties": {"b": {}}}}}"##
        )
        let violations = schema.validate(try json(#"{"a": 1, "b": 2, "c": 3}"#))
        #expect(violations.map(\.reason) == [.unknownProperty(name: "c", known: ["a", "b"])])
    }

    @Test("Names are judged at their key")
    func names() throws {
        let violations = try compile(#"{"propertyNames": {"pattern": "^[a-z]+$"}}"#).validate(json(#"{"A1": 1}"#))
        #expect(violations.map(\.range) == [1..<5])
        #expect(violations.map(\.reason) == [.pattern(pattern: "^[a-z]+$", found: "A1")])
    }

    @Test("All defects are reported, up to the limit")
    func several() throws {
        let schema = try compile(#"{"items": {"type": "integer"}, "maxItems": 2, "uniqueItems": true}"#)
        let violations = schema.validate(try json(#"["a", "b", "a"]"#))
        #expect(violations.map(\.keyword) == [.maxItems, .uniqueItems, .type, .type, .type])
        #expect(violations[1].reason == .duplicateItem(first: 0, second: 2))
        let items = String(repeating: "\"a\",", count: 50_000)
        #expect(try schema.validate(json("[\(items)1]")).count == 100)
    }

    static let steps = """
        {"oneOf": [
          {"properties": {"ask": {"type": "string"}, "next": {"type": "object"}}, "required": ["ask", "next"], "additionalProperties": false},
          {"properties": {"outcome": {"type": "string"}, "requires": {"type": "array", "items": {"type": "string"}}}, "required": ["outcome"], "additionalProperties": false}
        ]}
        """

    @Test("Of a failed choice, the branch with the right names is reported")
    func bestByNames() throws {
        let violations = try compile(Self.steps).validate(json(#"{"outcome": "Book", "requires": [1, 2, 3]}"#))
        #expect(violations.map(\.reason) == [.oneOf(branches: 2, matching: [], best: 1)])
        #expect(violations[0].mostSpecific.map(\.instancePointer) == ["/requires/0", "/requires/1", "/requires/2"])
        let misspelled = try compile(Self.steps).validate(json(#"{"ask": "Urgent?", "nxt": {}}"#))
        #expect(
            misspelled.flatMap(\.mostSpecific).map(\.reason) == [
                .unknownProperty(name: "nxt", known: ["ask", "next"]), .missingProperty(name: "next"),
            ])
    }

    @Test("A discriminating value decides which branch is reported")
    func bestByDiscriminator() throws {
        let schema = try compile(
            ##"{"anyOf": [{"$ref": "#/$defs/choice"}, {"properties": {"type": {"const": "integer"}, "min": {"type": "integer"}}}], "$defs": {"choice": {"properties": {"type": {"const": "choice"}, "values": {"type": "object", "minProperties": 1}}, "required": ["values", "label", "type"]}}}"##
        )
        let violations = schema.validate(try json(#"{"type": "choice", "values": {}}"#)).flatMap(\.mostSpecific)
        #expect(
            violations.map(\.reason) == [
                .propertyCount(minimum: 1, maximum: nil, found: 0), .missingProperty(name: "label"),
            ])
    }

    @Test("The branch of the right type is reported; if none is, the types are put together")
    func bestByType() throws {
        let schema = try compile(#"{"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}"#)
        #expect(schema.validate(try json("[1]")).flatMap(\.mostSpecific).map(\.instancePointer) == ["/0"])
        #expect(
            schema.validate(try json("1")).flatMap(\.mostSpecific).map(\.reason) == [
                .type(expected: [.string, .array], found: .integer)
            ])
    }

    @Test("Values of several branches are put together")
    func commonValues() throws {
        let schema = try compile(#"{"anyOf": [{"enum": ["a", "b"]}, {"const": "c"}]}"#)
        #expect(
            schema.validate(try json(#""d""#)).flatMap(\.mostSpecific).map(\.reason) == [
                .enumeration(allowed: ["a", "b", "c"], found: "d")
            ])
    }

    @Test("Several matches of oneOf are counted")
    func severalMatches() throws {
        let violations = try compile(#"{"oneOf": [{"minimum": 1}, {"maximum": 0}, {"minimum": 2}]}"#).validate(
            json("3"))
        #expect(violations.map(\.reason) == [.oneOf(branches: 3, matching: [0, 2], best: nil)])
    }

    @Test(
        "Numbers are compared exactly",
        arguments: [
            (#"{"const": 1}"#, "1.0", true), (#"{"const": 100}"#, "1e2", true),
            (#"{"multipleOf": 0.01}"#, "0.07", true),
            (#"{"multipleOf": 0.1}"#, "1.25", false), (#"{"maximum": 0.3}"#, "0.30000000000000000001", false),
            (#"{"const": 9007199254740993}"#, "9007199254740992", false), (#"{"multipleOf": 3}"#, "1e400", false),
            (#"{"minimum": -1e400}"#, "-1e399", true), (#"{"exclusiveMinimum": 0}"#, "-0.0", false),
            (#"{"type": "integer"}"#, "1e-1", false), (#"{"maximum": 1}"#, "1e999999999999999999999999", false),
        ])
    func numbers(text: String, instance: String, expected: Bool) throws {
        #expect(try compile(text).accepts(json(instance)) == expected)
    }

    @Test("Formats are annotations unless they are to be asserted")
    func formats() throws {
        let text = #"{"format": "date"}"#
        #expect(try compile(text).accepts(json(#""2026-02-30""#)))
        let violations = try compile(text, formats: .assertion).validate(json(#""2026-02-30""#))
        #expect(violations.map(\.reason) == [.format(name: "date", found: "2026-02-30")])
    }
}
