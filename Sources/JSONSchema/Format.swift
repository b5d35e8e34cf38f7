/// The formats that can be asserted.
enum Format: String, CaseIterable, Sendable {
    case date, time
    case dateTime = "date-time"
    case duration
    case email, hostname, ipv4, ipv6
    case uri
    case uriReference = "uri-reference"
    case iri
    case iriReference = "iri-reference"
    case uuid, regex
    case jsonPointer = "json-pointer"
    case relativeJSONPointer = "relative-json-pointer"

    func accepts(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        switch self {
        case .date: return DateTimeFormat.isDate(bytes[...])
        case .time: return DateTimeFormat.isTime(bytes[...])
        case .dateTime: return DateTimeFormat.isDateTime(bytes[...])
        case .duration: return DateTimeFormat.isDuration(bytes[...])
        case .email: return InternetFormat.isEmail(bytes)
        case .hostname: return InternetFormat.isHostname(bytes[...])
        case .ipv4: return InternetFormat.isIPv4(bytes[...])
        case .ipv6: return InternetFormat.isIPv6(bytes[...])
        case .uri: return URIFormat(allowsUnicode: false).isURI(bytes)
        case .uriReference: return URIFormat(allowsUnicode: false).isReference(bytes)
        case .iri: return URIFormat(allowsUnicode: true).isURI(bytes)
        case .iriReference: return URIFormat(allowsUnicode: true).isReference(bytes)
        case .uuid: return Self.isUUID(bytes)
        case .regex: return Pattern.isWellFormed(text)
        case .jsonPointer: return Self.isJSONPointer(bytes[...])
        case .relativeJSONPointer: return Self.isRelativeJSONPointer(bytes)
        }
    }

    private static func isUUID(_ bytes: [UInt8]) -> Bool {
        bytes.count == 36
            && bytes.indices.allSatisfy { index in
                [8, 13, 18, 23].contains(index) ? bytes[index] == UInt8(ascii: "-") : bytes[index].isHexDigit
            }
    }

    private static func isJSONPointer(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first else { return true }
        guard first == UInt8(ascii: "/") else { return false }
        return bytes.indices.allSatisfy { index in
            bytes[index] != UInt8(ascii: "~")
                || (index + 1 < bytes.endIndex && (bytes[index + 1] == 0x30 || bytes[index + 1] == 0x31))
        }
    }

    private static func isRelativeJSONPointer(_ bytes: [UInt8]) -> Bool {
        let digits = bytes.prefix { $0.isDigit }
        guard let first = digits.first, first != UInt8(ascii: "0") || digits.count == 1 else { return false }
        let rest = bytes[digits.endIndex...]
        return rest.elementsEqual("#".utf8) || isJSONPointer(rest)
    }
}

extension UInt8 {
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    var isHexDigit: Bool { isDigit || (0x61...0x66).contains(self | 0x20) }
}
