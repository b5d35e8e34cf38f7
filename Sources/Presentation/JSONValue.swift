/// A JSON value to be written; members keep their order.
///
/// Literals stand for themselves. In an object literal, a member whose value is nil is left out:
///
///     let answer: JSONValue = ["version": 1, "at": moment.map(JSONValue.string), "findings": .array(findings)]
package enum JSONValue: Hashable, Sendable {
    /// A name and its value.
    package struct Member: Hashable, Sendable {
        package var name: String
        package var value: JSONValue

        package init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    case null
    case bool(Bool)
    case integer(Int)
    /// Written as `null` where it is infinite or not a number, for which JSON has no form.
    case double(Double)
    case string(String)
    case array([JSONValue])
    /// Names must be unique.
    case object([Member])
}

extension JSONValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(floatLiteral value: Double) { self = .double(value) }
}

extension JSONValue: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue: ExpressibleByArrayLiteral {
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, JSONValue?)...) {
        self = .object(elements.compactMap { name, value in value.map { Member(name, $0) } })
    }
}

extension JSONValue {
    /// An array, or nil for an empty one: a member without a value is left out.
    package static func list(_ values: [JSONValue]) -> JSONValue? {
        values.isEmpty ? nil : .array(values)
    }

    /// This value as text on one line, without a line break at its end.
    package var serialized: String {
        var text = ""
        JSONWriter.write(self, to: &text)
        return text
    }
}
