/// The grammar of URIs (RFC 3986) and, with Unicode, of IRIs (RFC 3987).
struct URIFormat {
    typealias Bytes = ArraySlice<UInt8>

    let allowsUnicode: Bool

    /// With a scheme.
    func isURI(_ bytes: [UInt8]) -> Bool {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), isScheme(bytes[..<colon]) else { return false }
        return isRest(bytes[(colon + 1)...])
    }

    /// With or without a scheme.
    func isReference(_ bytes: [UInt8]) -> Bool {
        if isURI(bytes) { return true }
        let firstSegment = bytes.prefix { !"/?#".utf8.contains($0) }
        return !firstSegment.contains(UInt8(ascii: ":")) && isRest(bytes[...])
    }

    private func isScheme(_ bytes: Bytes) -> Bool {
        guard let first = bytes.first, first.isLetter else { return false }
        return bytes.allSatisfy { $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) }
    }

    /// What follows the scheme: authority, path, query and fragment.
    private func isRest(_ bytes: Bytes) -> Bool {
        var rest = bytes
        if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
            guard isText(rest[(hash + 1)...], extra: ":@/?") else { return false }
            rest = rest[..<hash]
        }
        if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
            guard isText(rest[(mark + 1)...], extra: ":@/?", isQuery: true) else { return false }
            rest = rest[..<mark]
        }
        if rest.starts(with: "//".utf8) {
            let authority = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "/") }
            guard isAuthority(authority) else { return false }
            rest = rest[authority.endIndex...]
        }
        return isText(rest, extra: ":@/")
    }

    private func isAuthority(_ bytes: Bytes) -> Bool {
        var host = bytes
        if let at = bytes.firstIndex(of: UInt8(ascii: "@")) {
            guard isText(bytes[..<at], extra: ":") else { return false }
            host = bytes[(at + 1)...]
        }
        if host.first == UInt8(ascii: "[") {
            guard let close = host.firstIndex(of: UInt8(ascii: "]")), isLiteral(host[(host.startIndex + 1)..<close])
            else { return false }
            return isPort(host[(close + 1)...])
        }
        let colon = host.firstIndex(of: UInt8(ascii: ":")) ?? host.endIndex
        return isText(host[..<colon], extra: "") && isPort(host[colon...])
    }

    private func isPort(_ bytes: Bytes) -> Bool {
        bytes.isEmpty || (bytes.first == UInt8(ascii: ":") && bytes.dropFirst().allSatisfy(\.isDigit))
    }

    /// What stands in brackets: an IPv6 address or a later version's.
    private func isLiteral(_ bytes: Bytes) -> Bool {
        guard let first = bytes.first, first | 0x20 == UInt8(ascii: "v") else { return InternetFormat.isIPv6(bytes) }
        let version = bytes.dropFirst().prefix { $0.isHexDigit }
        let rest = bytes[version.endIndex...]
        return !version.isEmpty && rest.first == UInt8(ascii: ".") && rest.count > 1
            && rest.dropFirst().allSatisfy { isUnreserved($0) || "!$&'()*+,;=:".utf8.contains($0) }
    }

    private func isUnreserved(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || "-._~".utf8.contains(byte)
    }

    /// Unreserved characters, sub-delimiters, percent triplets and some more.
    private func isText(_ bytes: Bytes, extra: String, isQuery: Bool = false) -> Bool {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%") {
                guard index + 2 < bytes.endIndex, bytes[index + 1].isHexDigit, bytes[index + 2].isHexDigit else {
                    return false
                }
                index += 3
                continue
            }
            guard isUnreserved(byte) || "!$&'()*+,;=".utf8.contains(byte) || extra.utf8.contains(byte) || byte >= 0x80
            else { return false }
            index += 1
        }
        return isUnicodeText(bytes, isQuery: isQuery)
    }

    /// Whether the scalars outside ASCII are among those of `ucschar`, or in a query of `iprivate`.
    private func isUnicodeText(_ bytes: Bytes, isQuery: Bool) -> Bool {
        guard bytes.contains(where: { $0 >= 0x80 }) else { return true }
        guard allowsUnicode else { return false }
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0..<0x80, 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
            case 0x10000...0xDFFFD: scalar.value & 0xFFFE != 0xFFFE
            case 0xE1000...0xEFFFD: true
            case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: isQuery
            default: false
            }
        }
    }
}
