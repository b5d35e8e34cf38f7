/// A whole number from 0 up, however large: callers are counted exactly.
package struct Natural: Hashable, Sendable {
    /// Digits in base 2^32, the least significant first; no zeros at the end.
    private var digits: [UInt32]

    package init(_ value: UInt64) {
        digits = [UInt32(truncatingIfNeeded: value), UInt32(value >> 32)]
        trim()
    }

    private init(digits: [UInt32]) {
        self.digits = digits
        trim()
    }

    package static let zero = Natural(0)
    package static let one = Natural(1)

    private mutating func trim() {
        while digits.last == 0 { digits.removeLast() }
    }

    package static func + (left: Natural, right: Natural) -> Natural {
        var sum: [UInt32] = []
        var carry: UInt64 = 0
        for place in 0..<max(left.digits.count, right.digits.count) {
            carry += place < left.digits.count ? UInt64(left.digits[place]) : 0
            carry += place < right.digits.count ? UInt64(right.digits[place]) : 0
            sum.append(UInt32(truncatingIfNeeded: carry))
            carry >>= 32
        }
        sum.append(UInt32(carry))
        return Natural(digits: sum)
    }

    package static func * (left: Natural, right: Natural) -> Natural {
        var product = [UInt32](repeating: 0, count: left.digits.count + right.digits.count)
        for (shift, digit) in left.digits.enumerated() {
            var carry: UInt64 = 0
            for (place, other) in right.digits.enumerated() {
                carry += UInt64(digit) * UInt64(other) + UInt64(product[shift + place])
                product[shift + place] = UInt32(truncatingIfNeeded: carry)
                carry >>= 32
            }
            product[shift + right.digits.count] = UInt32(carry)
        }
        return Natural(digits: product)
    }

    /// The nearest number that a `Double` can hold; infinite where none is near.
    package var approximate: Double {
        digits.reversed().reduce(0) { $0 * 4_294_967_296 + Double($1) }
    }
}

extension Natural: Comparable {
    package static func < (left: Natural, right: Natural) -> Bool {
        if left.digits.count != right.digits.count { return left.digits.count < right.digits.count }
        return left.digits.reversed().lexicographicallyPrecedes(right.digits.reversed())
    }
}

extension Natural: CustomStringConvertible {
    package var description: String {
        var rest = digits
        var text: [String] = []
        // Nine decimal digits fit into a binary one.
        while !rest.isEmpty {
            var remainder: UInt64 = 0
            for place in rest.indices.reversed() {
                let value = remainder << 32 | UInt64(rest[place])
                rest[place] = UInt32(value / 1_000_000_000)
                remainder = value % 1_000_000_000
            }
            while rest.last == 0 { rest.removeLast() }
            let part = String(remainder)
            text.append(rest.isEmpty ? part : String(repeating: "0", count: 9 - part.count) + part)
        }
        return text.isEmpty ? "0" : text.reversed().joined()
    }
}
