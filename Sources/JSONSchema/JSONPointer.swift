import YAML

/// JSON pointers (RFC 6901).
package enum JSONPointer {
    /// The pointer made of these reference tokens; empty for none.
    package static func text(of tokens: [String]) -> String {
        tokens.map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined()
    }

    /// The tokens of a pointer; nil when it neither is empty nor begins with a slash.
    static func tokens(of pointer: String) -> [String]? {
        guard !pointer.isEmpty else { return [] }
        guard pointer.hasPrefix("/") else { return nil }
        return pointer.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map {
            String($0.replacing("~1", with: "/").replacing("~0", with: "~"))
        }
    }
}

/// Follows pointers in documents; large objects get a table of their members, so that many pointers take linear time.
struct PointerResolver {
    private static let scanLimit = 16

    private var members: [SchemaLocation: [String: Int]] = [:]

    /// The location that reference tokens lead to from another one; nil when there is nothing.
    mutating func location(
        from start: SchemaLocation, tokens: [String], in document: SchemaDocument
    ) -> SchemaLocation? {
        var location = start
        var node = document.node(at: start.path)
        for token in tokens {
            switch node.content {
            case .scalar: return nil
            case .mapping(let mapping):
                guard let position = position(of: token, in: mapping, at: location) else { return nil }
                location.path.append(position)
                node = mapping.entries[position].value
            case .sequence(let items):
                guard let position = Int(token), String(position) == token, items.indices.contains(position) else {
                    return nil
                }
                location.path.append(position)
                node = items[position]
            }
        }
        return location
    }

    private mutating func position(of name: String, in mapping: Mapping, at location: SchemaLocation) -> Int? {
        guard mapping.entries.count > Self.scanLimit else {
            return mapping.entries.firstIndex { $0.key.text == name }
        }
        if let table = members[location] { return table[name] }
        let table = Dictionary(
            mapping.entries.enumerated().map { ($0.element.key.text, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        members[location] = table
        return table[name]
    }
}

extension Node {
    /// The reference tokens along a path of positions.
    func tokens(along path: some Sequence<Int>) -> [String] {
        var node = self
        return path.map { position in
            switch node.content {
            case .mapping(let mapping):
                node = mapping.entries[position].value
                return mapping.entries[position].key.text
            case .sequence(let items):
                node = items[position]
                return String(position)
            case .scalar:
                return String(position)
            }
        }
    }
}
