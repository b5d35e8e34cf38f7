/// Addresses of RFC 1123, RFC 2673, RFC 4291 and RFC 5321.
enum InternetFormat {
    typealias Bytes = ArraySlice<UInt8>

    /// Letters, digits and hyphens in labels of at most 63 bytes. Labels of internationalised names (`xn--`) are not
    /// decoded, only required to have something behind their prefix; no other label has hyphens third and fourth.
    static func isHostname(_ bytes: Bytes) -> Bool {
        guard !bytes.isEmpty, bytes.count <= 253 else { return false }
        return bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
            let hyphen = UInt8(ascii: "-")
            guard !label.isEmpty, label.count <= 63, label.first != hyphen, label.last != hyphen,
                label.allSatisfy({ $0.isLetter || $0.isDigit || $0 == hyphen })
            else { return false }
            let hasMark = label.dropFirst(2).starts(with: "--".utf8)
            return !hasMark || (label.prefix(2).map { $0 | 0x20 }.elementsEqual("xn".utf8) && label.count > 5)
        }
    }

    static func isIPv4(_ bytes: Bytes) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                guard (1...3).contains(part.count), part.allSatisfy(\.isDigit), part.count == 1 || part.first != 0x30
                else { return false }
                return part.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= 255
            }
    }

    static func isIPv6(_ bytes: Bytes) -> Bool {
        let colon = UInt8(ascii: ":")
        var groups = bytes.split(separator: colon, omittingEmptySubsequences: false)
        guard groups.count >= 3, groups.count <= 9 else { return false }
        var count = 0
        if let last = groups.last, last.contains(UInt8(ascii: ".")) {
            guard isIPv4(last) else { return false }
            groups.removeLast()
            count = 2
            // What stands before `1.2.3.4` ends in a colon of its own.
            if groups.last?.isEmpty == true, groups.count > 1 { groups.append([]) }
        }
        // `::` leaves one empty group inside, or two at an end.
        if groups.first?.isEmpty == true {
            guard groups.count > 1, groups[1].isEmpty else { return false }
            groups.removeFirst()
        }
        if groups.count > 1, groups.last?.isEmpty == true {
            guard groups[groups.count - 2].isEmpty else { return false }
            groups.removeLast()
        }
        let gaps = groups.count(where: \.isEmpty)
        count += groups.count - gaps
        guard gaps <= 1, groups.allSatisfy({ $0.count <= 4 && $0.allSatisfy(\.isHexDigit) }) else { return false }
        return gaps == 1 ? count <= 7 : count == 8
    }

    static func isEmail(_ bytes: [UInt8]) -> Bool {
        guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return false }
        return isLocalPart(bytes[..<at]) && isMailDomain(bytes[(at + 1)...])
    }

    private static func isLocalPart(_ bytes: Bytes) -> Bool {
        guard bytes.count <= 64 else { return false }
        if bytes.first == UInt8(ascii: "\""), bytes.count >= 2, bytes.last == UInt8(ascii: "\"") {
            return isQuotedText(bytes.dropFirst().dropLast())
        }
        return bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy { $0.isLetter || $0.isDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
        }
    }

    private static func isQuotedText(_ bytes: Bytes) -> Bool {
        var isEscaped = false
        for byte in bytes {
            guard (0x20...0x7E).contains(byte) else { return false }
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                return false
            }
        }
        return !isEscaped
    }

    private static func isMailDomain(_ bytes: Bytes) -> Bool {
        guard bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]"), bytes.count > 2 else {
            return isHostname(bytes)
        }
        let literal = bytes.dropFirst().dropLast()
        let prefix = "IPv6:".utf8
        return literal.starts(with: prefix) ? isIPv6(literal.dropFirst(prefix.count)) : isIPv4(literal)
    }
}
