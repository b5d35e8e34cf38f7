/// What an HTML character reference such as `&eacute;`, `&#233;` or `&#xE9;` stands for: one scalar or two.
struct CharacterReference {
    private let first: Unicode.Scalar
    private let second: Unicode.Scalar?

    /// From the bytes `&` to `;`; nil when the name is not one of HTML's.
    init?(_ bytes: some RandomAccessCollection<UInt8>) {
        let body = bytes.dropFirst().dropLast()
        if body.first == UInt8(ascii: "#") {
            first = Self.scalar(body.dropFirst())
            second = nil
        } else {
            guard let value = Self.named(Array(body)) else { return nil }
            first = value.0
            second = value.1
        }
    }

    func forEachByte(_ body: (UInt8) -> Void) {
        UTF8.encode(first)!.forEach(body)
        if let second { UTF8.encode(second)!.forEach(body) }
    }

    /// Numbers of no scalar, and zero, stand for U+FFFD.
    private static func scalar(_ digits: some RandomAccessCollection<UInt8>) -> Unicode.Scalar {
        let isHex = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
        let radix: UInt32 = isHex ? 16 : 10
        var value: UInt32 = 0
        for digit in isHex ? digits.dropFirst() : digits.dropFirst(0) {
            guard let number = Character(Unicode.Scalar(digit)).hexDigitValue, value < 0x11_0000 else {
                return "\u{FFFD}"
            }
            value = value * radix + UInt32(number)
        }
        return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// Looks the name up in the sorted table by halving it.
    private static func named(_ name: [UInt8]) -> (Unicode.Scalar, Unicode.Scalar?)? {
        let names = namedCharacterReferences
        return names.withUTF8Buffer { table in
            var low = 0
            var high = table.count
            while low < high {
                var start = (low + high) / 2
                while start > low, table[start - 1] != UInt8(ascii: " ") { start -= 1 }
                let end = table[start...].firstIndex(of: UInt8(ascii: " ")) ?? table.count
                let entry = table[start..<end]
                let separator = entry.firstIndex(of: UInt8(ascii: "="))!
                if entry[..<separator].elementsEqual(name) {
                    let value = String(decoding: entry[(separator + 1)...], as: UTF8.self).unicodeScalars
                    return (value.first!, value.count > 1 ? value.last : nil)
                }
                if entry[..<separator].lexicographicallyPrecedes(name) {
                    low = min(end + 1, table.count)
                } else {
                    high = start
                }
            }
            return nil
        }
    }
}
