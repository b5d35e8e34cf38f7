/// A value of a YAML or JSON document with the bytes it was written in.
package struct Node: Sendable {
    package enum Content: Sendable {
        case scalar(Scalar)
        case sequence([Node])
        case mapping(Mapping)
    }

    package var content: Content
    /// UTF-8 offsets in the file. A block collection reaches from its first entry to the end of its last.
    package var range: Range<Int>

    package init(_ content: Content, range: Range<Int>) {
        self.content = content
        self.range = range
    }
}

/// A mapping in the order of its source. Keys are scalars and unique.
package struct Mapping: Sendable {
    package struct Entry: Sendable {
        package var key: Scalar
        package var keyRange: Range<Int>
        package var value: Node

        package init(key: Scalar, keyRange: Range<Int>, value: Node) {
            self.key = key
            self.keyRange = keyRange
            self.value = value
        }
    }

    package var entries: [Entry]

    package init(entries: [Entry] = []) {
        self.entries = entries
    }

    /// The entry whose key has this source text, whatever type the key would resolve to.
    package func entry(_ name: String) -> Entry? {
        entries.first { $0.key.text == name }
    }

    package subscript(name: String) -> Node? {
        entry(name)?.value
    }
}

/// A scalar's text and the way it was written; its type is resolved when asked for.
package struct Scalar: Hashable, Sendable {
    package enum Style: UInt8, Hashable, Sendable {
        /// Unquoted YAML: resolved by the 1.2 core schema, and text where a schema asks for text.
        case plain
        case singleQuoted, doubleQuoted, literal, folded
        /// An unquoted token of JSON (a number, `true`, `false`, `null`): never text.
        case json
    }

    package var text: String
    package var style: Style

    package init(_ text: String, style: Style) {
        self.text = text
        self.style = style
    }
}

extension Node {
    package var scalar: Scalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    package var sequence: [Node]? {
        if case .sequence(let nodes) = content { nodes } else { nil }
    }

    package var mapping: Mapping? {
        if case .mapping(let mapping) = content { mapping } else { nil }
    }

    /// The value under a key, or nil when there is none or this is no mapping.
    package subscript(name: String) -> Node? { mapping?[name] }

    /// The source text of a scalar that is not null.
    package var text: String? {
        guard let scalar, scalar.value != .null else { return nil }
        return scalar.text
    }

    package var isNull: Bool { scalar?.value == .null }
}
