extension AdversarialInput {
    static let instances = [
        AdversarialInput("uniqueItems of numbers") { group("{\"uniqueItems\":true}", list($0) { "\($0)" }) },
        AdversarialInput("uniqueItems of objects") { group("{\"uniqueItems\":true}", list($0) { "{\"a\":\($0)}" }) },
        AdversarialInput("uniqueItems of big numbers") {
            group("{\"uniqueItems\":true}", list($0) { "\($0)e\($0)" })
        },
        AdversarialInput("uniqueItems of nested lists") {
            group("{\"uniqueItems\":true,\"items\":{\"uniqueItems\":true}}", list($0) { "[[\($0)],[[[[1]]]]]" })
        },
        AdversarialInput("uniqueItems at every depth") { size in
            // The deepest list that fits, wide at the bottom.
            let schema = "{\"uniqueItems\":true,\"items\":{\"$ref\":\"#\"}}"
            let depth = 50
            return group(
                schema,
                String(repeating: "[", count: depth) + list(size) { "\($0)" } + String(repeating: "]", count: depth))
        },
        AdversarialInput("items") { group("{\"items\":{\"type\":\"integer\"}}", list($0) { "\($0)" }) },
        AdversarialInput("items that are wrong") { group("{\"items\":{\"type\":\"string\"}}", list($0) { "\($0)" }) },
        AdversarialInput("contains") { group("{\"contains\":{\"type\":\"string\"}}", list($0) { "\($0)" }) },
        AdversarialInput("contains of many") { size in
            group(
                "{\"allOf\":" + list(size / 2) { "{\"contains\":{\"const\":\($0)}}" } + "}", list(size / 2) { "\($0)" })
        },
        AdversarialInput("properties and members") { size in
            group(
                "{\"properties\":" + members(size / 2) { "\"p\($0)\":{\"type\":\"integer\"}" } + "}",
                members(size / 2) { "\"p\($0)\":1" })
        },
        AdversarialInput("additionalProperties, all refused") { size in
            group(
                "{\"additionalProperties\":false,\"properties\":" + members(size / 2) { "\"p\($0)\":true" } + "}",
                members(size / 2) { "\"q\($0)\":1" })
        },
        AdversarialInput("required and members") { size in
            group("{\"required\":" + list(size / 2) { "\"r\($0)\"" } + "}", members(size / 2) { "\"r\($0)\":1" })
        },
        AdversarialInput("dependentRequired and members") { size in
            group(
                "{\"dependentRequired\":{\"r1\":" + list(size / 2) { "\"r\($0)\"" } + "}}",
                members(size / 2) { "\"r\($0)\":1" })
        },
        AdversarialInput("dependentSchemas and members") { size in
            group(
                "{\"dependentSchemas\":" + members(size / 2) { "\"r\($0)\":true" } + "}",
                members(size / 2) { "\"r\($0)\":1" })
        },
        AdversarialInput("unevaluatedProperties") { size in
            group(
                "{\"unevaluatedProperties\":false,\"allOf\":" + list(size / 2) { "{\"properties\":{\"p\($0)\":true}}" }
                    + "}", members(size / 2) { "\"p\($0)\":1" })
        },
        AdversarialInput("unevaluatedItems") { size in
            group(
                "{\"unevaluatedItems\":false,\"allOf\":" + list(size / 2) { _ in "{\"prefixItems\":[true]}" } + "}",
                list(size / 2) { "\($0)" })
        },
        AdversarialInput("unevaluatedItems, all contained") {
            group("{\"unevaluatedItems\":false,\"contains\":{\"type\":\"integer\"}}", list($0) { "\($0)" })
        },
        AdversarialInput("oneOf of references, doubled at each depth") { size in
            let schema = "{\"anyOf\":[{\"items\":{\"$ref\":\"#\"}},{\"items\":{\"$ref\":\"#\"}},{\"type\":\"array\"}]}"
            return group(
                schema, String(repeating: "[", count: 50) + list(size) { "\($0)" } + String(repeating: "]", count: 50))
        },
        AdversarialInput("propertyNames") {
            group("{\"propertyNames\":{\"maxLength\":3}}", members($0) { "\"p\($0)\":1" })
        },
        AdversarialInput("maxLength of a huge text") { group("{\"maxLength\":3}", "\"" + fill("a", $0) + "\"") },
        AdversarialInput("multipleOf of a huge number") { group("{\"multipleOf\":7}", fill("1", $0)) },
        AdversarialInput("multipleOf of huge exponents") { group("{\"multipleOf\":7}", "1e" + fill("9", $0)) },
        AdversarialInput("maximum of a huge number") { group("{\"maximum\":7}", fill("1", $0)) },
        AdversarialInput("const of a huge number") {
            group("{\"const\":" + fill("1", $0 / 2) + "}", fill("1", $0 / 2))
        },
        AdversarialInput("const of a huge object") { size in
            let object = members(size / 2) { "\"p\($0)\":\($0)" }
            return group("{\"const\":\(object)}", object)
        },
        AdversarialInput("const of a huge object, many times") { size in
            let object = members(size / 2) { "\"p\($0)\":\($0)" }
            return group("{\"items\":{\"enum\":[\(object)]}}", list(size / 2) { _ in "{}" })
        },
    ]
}
