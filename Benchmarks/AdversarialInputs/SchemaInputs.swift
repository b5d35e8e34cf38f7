extension AdversarialInput {
    /// Schemas and instances, in the format of the JSON Schema test suite.
    package static let schema = schemas + instances + patterns

    static func group(_ schema: String, _ instance: String = "null") -> String {
        "[{\"schema\":\(schema),\"tests\":[{\"data\":\(instance)}]}]"
    }

    /// A list of what the function gives, which may not be empty.
    static func list(_ size: Int, _ make: (Int) -> String) -> String {
        "[" + String(series(size) { make($0) + "," }.dropLast()) + "]"
    }

    static func members(_ size: Int, _ make: (Int) -> String) -> String {
        "{" + String(series(size) { make($0) + "," }.dropLast()) + "}"
    }

    private static let schemas = [
        AdversarialInput("$defs") { group("{\"$defs\":" + members($0) { "\"d\($0)\":{\"type\":\"object\"}" } + "}") },
        AdversarialInput("$defs and references to them") { size in
            let definitions = members(size / 2) { "\"d\($0)\":{\"type\":\"null\"}" }
            return group(
                "{\"$defs\":\(definitions),\"allOf\":" + list(size / 2) { "{\"$ref\":\"#/$defs/d\($0 / 2 + 1)\"}" }
                    + "}")
        },
        AdversarialInput("chain of references") { size in
            group(
                "{\"$ref\":\"#/$defs/d1\",\"$defs\":" + members(size) { "\"d\($0)\":{\"$ref\":\"#/$defs/d\($0 + 1)\"}" }
                    + "}")
        },
        AdversarialInput("references to one schema") {
            group("{\"$defs\":{\"a\":true},\"allOf\":" + list($0) { _ in "{\"$ref\":\"#/$defs/a\"}" } + "}")
        },
        AdversarialInput("references to #") { group("{\"allOf\":" + list($0) { _ in "{\"$ref\":\"#\"}" } + "}") },
        AdversarialInput("cycle of references") {
            group("{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"anyOf\":" + list($0) { _ in "{\"$ref\":\"#\"}" } + "}}}")
        },
        AdversarialInput("$id") { group("{\"$defs\":" + members($0) { "\"d\($0)\":{\"$id\":\"s\($0)\"}" } + "}") },
        AdversarialInput("huge $id") { group("{\"$id\":\"" + fill("a/", $0) + "\"}") },
        AdversarialInput("$id of many ..") { group("{\"$id\":\"http://e/" + fill("a/../", $0 - $0 % 5) + "\"}") },
        AdversarialInput("$anchor") {
            group("{\"$defs\":" + members($0) { "\"d\($0)\":{\"$anchor\":\"s\($0)\"}" } + "}")
        },
        AdversarialInput("$dynamicAnchor and uses") {
            group(
                "{\"$defs\":"
                    + members($0) { "\"d\($0)\":{\"$dynamicAnchor\":\"s\($0)\",\"$dynamicRef\":\"#s\($0)\"}" } + "}")
        },
        AdversarialInput("$dynamicRef through many resources") { size in
            let inner = members(size) {
                "\"d\($0)\":{\"$id\":\"s\($0)\",\"$dynamicAnchor\":\"a\",\"$ref\":\"s\($0 + 1)\"}"
            }
            return group("{\"$ref\":\"s1\",\"$defs\":\(inner)}", "[]")
        },
        AdversarialInput("deep JSON pointer") { size in
            group("{\"$ref\":\"#" + fill("/a", size & ~1) + "\"}")
        },
        AdversarialInput("deep schemas") { size in
            let depth = 28
            let one = String(repeating: "{\"not\":", count: depth) + "{}" + String(repeating: "}", count: depth)
            return group("{\"allOf\":" + list(size) { _ in one } + "}")
        },
        AdversarialInput("deep schemas that are wrong") { size in
            let one = String(repeating: "{\"items\":", count: 28) + "{\"type\":1}" + String(repeating: "}", count: 28)
            return group("{\"allOf\":" + list(size) { _ in one } + "}")
        },
        AdversarialInput("properties") { group("{\"properties\":" + members($0) { "\"p\($0)\":true" } + "}", "{}") },
        AdversarialInput("keywords that are unknown") { group(members($0) { "\"x\($0)\":1" }) },
        AdversarialInput("enum of texts") { group("{\"enum\":" + list($0) { "\"e\($0)\"" } + "}") },
        AdversarialInput("enum of one text") { group("{\"enum\":" + list($0) { _ in "\"e\"" } + "}", "\"e\"") },
        AdversarialInput("enum of objects") { group("{\"enum\":" + list($0) { "{\"a\":\($0)}" } + "}", "{}") },
        AdversarialInput("huge const") { group("{\"const\":\"" + fill("a", $0) + "\"}", "\"a\"") },
        AdversarialInput("allOf") { group("{\"allOf\":" + list($0) { _ in "{\"type\":\"null\"}" } + "}") },
        AdversarialInput("anyOf that fails") {
            group("{\"anyOf\":" + list($0) { _ in "{\"type\":\"object\"}" } + "}", "1")
        },
        AdversarialInput("oneOf of objects") {
            group("{\"oneOf\":" + list($0) { "{\"properties\":{\"k\":{\"const\":\($0)}}}" } + "}", "{\"k\":1}")
        },
        AdversarialInput("required") { group("{\"required\":" + list($0) { "\"r\($0)\"" } + "}", "{}") },
        AdversarialInput("dependentRequired") {
            group("{\"dependentRequired\":" + members($0) { "\"r\($0)\":[\"r\($0 + 1)\"]" } + "}", "{\"r1\":1}")
        },
    ]
}
