/// A decimal number of any size and precision: `coefficient × 10^exponent`.
///
/// The coefficient has neither leading nor trailing zeros, so equal numbers have equal fields.
struct ExactNumber: Hashable, Sendable {
    private let isNegative: Bool
    /// Decimal digits, most significant first; none for zero.
    private let coefficient: [UInt8]
    private let exponent: Int

    /// Exponents beyond this are taken for this, which orders them rightly against every number people write.
    private static let exponentLimit = 1 << 50
    /// Hexadecimal and octal numbers beyond this many digits are not converted.
    private static let radixDigitLimit = 32

    /// The number that a token of JSON or of YAML's core schema spells; nil for text, infinities and not-a-number.
    init?(_ text: String) {
        if text.hasPrefix("0x") || text.hasPrefix("0o") {
            let digits = text.dropFirst(2)
            guard digits.utf8.count <= Self.radixDigitLimit,
                let value = UInt128(digits, radix: text.hasPrefix("0x") ? 16 : 8)
            else { return nil }
            self.init(isNegative: false, digits: String(value).utf8.map { $0 - 0x30 }, exponent: 0)
            return
        }
        var rest = Substring(text).utf8
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        var digits: [UInt8] = []
        var exponent = 0
        var isFraction = false
        while let byte = rest.first {
            if let digit = Self.digit(byte) {
                digits.append(digit)
                if isFraction { exponent -= 1 }
            } else if byte == UInt8(ascii: "."), !isFraction {
                isFraction = true
            } else {
                break
            }
            rest.removeFirst()
        }
        guard !digits.isEmpty else { return nil }
        if let byte = rest.first {
            guard byte | 0x20 == UInt8(ascii: "e"), let power = Self.power(rest.dropFirst()) else { return nil }
            exponent += power
        }
        self.init(isNegative: isNegative, digits: digits, exponent: exponent)
    }

    private init(isNegative: Bool, digits: [UInt8], exponent: Int) {
        let significant = digits.drop { $0 == 0 }
        let end = significant.lastIndex { $0 != 0 }.map { $0 + 1 } ?? significant.startIndex
        coefficient = Array(significant[significant.startIndex..<end])
        self.isNegative = isNegative && !coefficient.isEmpty
        self.exponent = coefficient.isEmpty ? 0 : exponent + (significant.endIndex - end)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : nil
    }

    private static func power(_ text: Substring.UTF8View) -> Int? {
        var rest = text
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        guard !rest.isEmpty else { return nil }
        var value = 0
        for byte in rest {
            guard let digit = digit(byte) else { return nil }
            value = min(value * 10 + Int(digit), exponentLimit)
        }
        return isNegative ? -value : value
    }

    var isInteger: Bool { exponent >= 0 }
    var isPositive: Bool { !isNegative && !coefficient.isEmpty }

    /// The number as a count; nil when it is negative or no integer. One beyond a billion is taken for a billion.
    var count: Int? {
        guard isInteger, !isNegative else { return nil }
        guard coefficient.count + exponent <= 9 else { return 1_000_000_000 }
        let value = coefficient.reduce(0) { $0 * 10 + Int($1) }
        return (0..<exponent).reduce(value) { power, _ in power * 10 }
    }

    /// Whether this is an integral multiple of the divisor.
    func isMultiple(of divisor: Divisor) -> Bool {
        guard !coefficient.isEmpty else { return true }
        let shift = exponent - divisor.exponent
        // The coefficient has no trailing zero, so no power of ten divides it.
        guard shift >= 0 else { return false }
        let modulus = divisor.coefficient
        var remainder: UInt128 = 0
        for digit in coefficient { remainder = (remainder * 10 + UInt128(digit)) % modulus }
        return Self.product(remainder, Self.powerOfTen(shift, modulo: modulus), modulo: modulus) == 0
    }

    private static func powerOfTen(_ power: Int, modulo modulus: UInt128) -> UInt128 {
        var result = 1 % modulus
        var square = 10 % modulus
        var rest = power
        while rest > 0 {
            if rest & 1 == 1 { result = product(result, square, modulo: modulus) }
            square = product(square, square, modulo: modulus)
            rest >>= 1
        }
        return result
    }

    private static func product(_ left: UInt128, _ right: UInt128, modulo modulus: UInt128) -> UInt128 {
        let (high, low) = left.multipliedFullWidth(by: right)
        return modulus.dividingFullWidth((high, low)).remainder
    }

    /// The value of `multipleOf`: a positive number of at most 37 significant digits.
    struct Divisor: Sendable {
        fileprivate let coefficient: UInt128
        fileprivate let exponent: Int

        init?(_ number: ExactNumber) {
            guard number.isPositive, number.coefficient.count <= 37 else { return nil }
            coefficient = number.coefficient.reduce(0) { $0 * 10 + UInt128($1) }
            exponent = number.exponent
        }
    }
}

extension ExactNumber: Comparable {
    static func < (left: ExactNumber, right: ExactNumber) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        return left.isNegative
            ? right.isSmallerInMagnitude(than: left)
            : left.isSmallerInMagnitude(than: right)
    }

    private func isSmallerInMagnitude(than other: ExactNumber) -> Bool {
        guard !coefficient.isEmpty, !other.coefficient.isEmpty else {
            return coefficient.isEmpty && !other.coefficient.isEmpty
        }
        let order = coefficient.count + exponent
        let otherOrder = other.coefficient.count + other.exponent
        if order != otherOrder { return order < otherOrder }
        return coefficient.lexicographicallyPrecedes(other.coefficient)
    }
}
