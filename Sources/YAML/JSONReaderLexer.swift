/// The tokens of JSON over bytes.
struct JSONLexer {
    private let bytes: [UInt8]
    private(set) var offset = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { offset >= bytes.count }
    var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    mutating func advance() { offset += 1 }

    mutating func skipWhitespace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
    }

    /// Whether the closing bracket comes next, which is then consumed.
    mutating func closes(with bracket: UInt8) throws(JSONReader.Error) -> Bool {
        skipWhitespace()
        guard peek == bracket else { return false }
        offset += 1
        return true
    }

    /// After an element: true behind a comma, false behind the closing bracket.
    mutating func continues(until bracket: UInt8) throws(JSONReader.Error) -> Bool {
        skipWhitespace()
        let byte = peek
        guard byte == bracket || byte == UInt8(ascii: ",") else {
            let closing = String(UnicodeScalar(bracket))
            throw error("A comma or \(closing) is expected here.")
        }
        offset += 1
        return byte != bracket
    }

    /// A number, `true`, `false` or `null`, as written.
    mutating func token() throws(JSONReader.Error) -> String {
        for literal in ["true", "false", "null"] where bytes[offset...].starts(with: literal.utf8) {
            offset += literal.utf8.count
            return literal
        }
        let start = offset
        if peek == UInt8(ascii: "-") { offset += 1 }
        if peek == UInt8(ascii: "0") {
            offset += 1
        } else {
            try digits(orSay: offset == start ? "A JSON value is expected here." : "A digit is expected here.")
        }
        if peek == UInt8(ascii: ".") {
            offset += 1
            try digits(orSay: "A digit is expected here.")
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            offset += 1
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { offset += 1 }
            try digits(orSay: "A digit is expected here.")
        }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private mutating func digits(orSay message: String) throws(JSONReader.Error) {
        let start = offset
        while let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { offset += 1 }
        guard offset > start else { throw error(message) }
    }

    /// The string that begins at the current quotation mark, unescaped.
    mutating func string() throws(JSONReader.Error) -> String {
        offset += 1
        var text = ""
        var start = offset
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                try append(start..<offset, to: &text)
                offset += 1
                return text
            case UInt8(ascii: "\\"):
                try append(start..<offset, to: &text)
                offset += 1
                text.unicodeScalars.append(try escape())
                start = offset
            case 0..<0x20:
                throw error("A control character in a string must be escaped.")
            default:
                offset += 1
            }
        }
        throw error("The JSON text ends inside a string.")
    }

    private mutating func append(_ range: Range<Int>, to text: inout String) throws(JSONReader.Error) {
        guard !range.isEmpty else { return }
        guard let run = String(validating: bytes[range], as: UTF8.self) else {
            throw JSONReader.Error(
                offset: range.lowerBound + wellFormedLength(range), message: "The text is not well-formed UTF-8.")
        }
        text += run
    }

    /// How many bytes of an ill-formed range precede its first defect.
    private func wellFormedLength(_ range: Range<Int>) -> Int {
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes[range].makeIterator()
        var length = 0
        while case .valid(let scalar) = parser.parseScalar(from: &iterator) { length += scalar.count }
        return length
    }

    private mutating func escape() throws(JSONReader.Error) -> Unicode.Scalar {
        let start = offset - 1
        guard let byte = peek else { throw error("The JSON text ends inside a string.") }
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(from: start)
        default:
            throw JSONReader.Error(offset: start, message: "This escape sequence is not part of JSON.")
        }
    }

    private mutating func unicodeEscape(from start: Int) throws(JSONReader.Error) -> Unicode.Scalar {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        if first < 0xDC00, bytes[offset...].starts(with: "\\u".utf8) {
            offset += 2
            let second = try hexadecimal()
            if (0xDC00...0xDFFF).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            {
                return scalar
            }
        }
        throw JSONReader.Error(offset: start, message: "A surrogate must be half of a pair.")
    }

    private mutating func hexadecimal() throws(JSONReader.Error) -> UInt32 {
        guard offset + 4 <= bytes.count else { throw error("Four hexadecimal digits must follow \\u.") }
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(bytes[offset])).hexDigitValue, bytes[offset] < 0x80 else {
                throw error("Four hexadecimal digits must follow \\u.")
            }
            value = value << 4 | UInt32(digit)
            offset += 1
        }
        return value
    }

    private func error(_ message: String) -> JSONReader.Error {
        JSONReader.Error(offset: offset, message: message)
    }
}
