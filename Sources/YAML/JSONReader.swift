/// Reads one JSON text (RFC 8259) into nodes with byte ranges, in time linear in its length.
///
/// Strict: well-formed UTF-8 without a byte order mark, no lone surrogates, no duplicate keys (keys that differ only
/// in Unicode normalisation are duplicates), nothing after the value.
package struct JSONReader {
    /// Where and why a text is refused.
    package struct Error: Swift.Error, Hashable, Sendable {
        /// Byte offset of the defect.
        package var offset: Int
        /// One sentence in plain words.
        package var message: String
    }

    private static let keyLimit = 4096

    private var lexer: JSONLexer
    private let depthLimit: Int

    /// Reads a whole text.
    ///
    /// Strings become `.doubleQuoted` scalars, numbers and literals `.json` scalars with the text of their token.
    /// - Parameters:
    ///   - depthLimit: how many arrays and objects may enclose one another.
    ///   - byteLimit: how long the text may be.
    package static func read(_ bytes: [UInt8], depthLimit: Int = 64, byteLimit: Int = 1 << 20) throws(Error) -> Node {
        guard bytes.count <= byteLimit else {
            throw Error(offset: byteLimit, message: "The document is larger than \(byteLimit) bytes.")
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            throw Error(offset: 0, message: "JSON must not begin with a byte order mark.")
        }
        var reader = JSONReader(lexer: JSONLexer(bytes: bytes), depthLimit: depthLimit)
        let value = try reader.value(depth: 0)
        reader.lexer.skipWhitespace()
        guard reader.lexer.isAtEnd else {
            throw Error(offset: reader.lexer.offset, message: "Nothing may follow the JSON value.")
        }
        return value
    }

    private mutating func value(depth: Int) throws(Error) -> Node {
        lexer.skipWhitespace()
        let start = lexer.offset
        guard let byte = lexer.peek else {
            throw Error(offset: start, message: "The JSON text ends where a value is expected.")
        }
        switch byte {
        case UInt8(ascii: "{"):
            try checkDepth(depth, at: start)
            return try object(depth: depth)
        case UInt8(ascii: "["):
            try checkDepth(depth, at: start)
            return try array(depth: depth)
        case UInt8(ascii: "\""):
            let text = try lexer.string()
            return Node(.scalar(Scalar(text, style: .doubleQuoted)), range: start..<lexer.offset)
        default:
            let token = try lexer.token()
            return Node(.scalar(Scalar(token, style: .json)), range: start..<lexer.offset)
        }
    }

    private func checkDepth(_ depth: Int, at offset: Int) throws(Error) {
        guard depth < depthLimit else {
            throw Error(offset: offset, message: "Values are nested more than \(depthLimit) deep.")
        }
    }

    private mutating func array(depth: Int) throws(Error) -> Node {
        let start = lexer.offset
        lexer.advance()
        var items: [Node] = []
        if try !lexer.closes(with: UInt8(ascii: "]")) {
            repeat {
                items.append(try value(depth: depth + 1))
            } while try lexer.continues(until: UInt8(ascii: "]"))
        }
        return Node(.sequence(items), range: start..<lexer.offset)
    }

    private mutating func object(depth: Int) throws(Error) -> Node {
        let start = lexer.offset
        lexer.advance()
        var entries: [Mapping.Entry] = []
        var keys: Set<String> = []
        if try !lexer.closes(with: UInt8(ascii: "}")) {
            repeat {
                entries.append(try entry(keys: &keys, depth: depth))
            } while try lexer.continues(until: UInt8(ascii: "}"))
        }
        return Node(.mapping(Mapping(entries: entries)), range: start..<lexer.offset)
    }

    private mutating func entry(keys: inout Set<String>, depth: Int) throws(Error) -> Mapping.Entry {
        lexer.skipWhitespace()
        let start = lexer.offset
        guard lexer.peek == UInt8(ascii: "\"") else {
            throw Error(offset: start, message: "An object's key must be a string in double quotes.")
        }
        let key = try lexer.string()
        let range = start..<lexer.offset
        // Keys are compared in normal form, which takes quadratic time for a long run of combining marks.
        guard key.utf8.count <= Self.keyLimit else {
            throw Error(offset: start, message: "This key is longer than \(Self.keyLimit) bytes.")
        }
        guard keys.insert(key).inserted else {
            throw Error(offset: start, message: "This key occurs twice in the same object.")
        }
        lexer.skipWhitespace()
        guard lexer.peek == UInt8(ascii: ":") else {
            throw Error(offset: lexer.offset, message: "A colon must follow an object's key.")
        }
        lexer.advance()
        let value = try value(depth: depth + 1)
        return Mapping.Entry(key: Scalar(key, style: .doubleQuoted), keyRange: range, value: value)
    }
}
