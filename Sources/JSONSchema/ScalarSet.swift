/// A set of Unicode scalars: the meaning of a character class, `.` or a class escape.
struct ScalarSet: Sendable {
    /// Sorted and disjoint.
    private let ranges: [ClosedRange<UInt32>]
    private let properties: [(property: UnicodeProperty, negated: Bool)]
    private let subsets: [ScalarSet]
    private let negated: Bool
    /// Membership of the scalars below 128, one bit each.
    private let ascii: (low: UInt64, high: UInt64)
    /// How many comparisons a look-up may take, roughly.
    let weight: Int

    init(ranges: [ClosedRange<UInt32>], subsets: [ScalarSet] = [], negated: Bool = false) {
        self.init(ranges: ranges, properties: [], subsets: subsets, negated: negated)
    }

    init(_ property: UnicodeProperty, negated: Bool) {
        self.init(ranges: [], properties: [(property, negated)], subsets: [], negated: false)
    }

    private init(
        ranges: [ClosedRange<UInt32>], properties: [(property: UnicodeProperty, negated: Bool)], subsets: [ScalarSet],
        negated: Bool
    ) {
        let ranges = Self.merged(ranges)
        self.ranges = ranges
        self.properties = properties
        self.subsets = subsets
        self.negated = negated
        weight = 1 + properties.count + subsets.reduce(0) { $0 + $1.weight }
        var low: UInt64 = 0
        var high: UInt64 = 0
        for value in UInt8(0)..<128 {
            let scalar = Unicode.Scalar(value)
            guard Self.contains(scalar, ranges, properties, subsets) != negated else { continue }
            if value < 64 { low |= 1 << UInt64(value) } else { high |= 1 << UInt64(value - 64) }
        }
        ascii = (low, high)
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 64 { return ascii.low >> UInt64(value) & 1 == 1 }
        if value < 128 { return ascii.high >> UInt64(value - 64) & 1 == 1 }
        return Self.contains(scalar, ranges, properties, subsets) != negated
    }

    var inverted: ScalarSet {
        ScalarSet(ranges: ranges, properties: properties, subsets: subsets, negated: !negated)
    }

    private static func contains(
        _ scalar: Unicode.Scalar, _ ranges: [ClosedRange<UInt32>],
        _ properties: [(property: UnicodeProperty, negated: Bool)], _ subsets: [ScalarSet]
    ) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < scalar.value { low = middle + 1 } else { high = middle }
        }
        if low < ranges.count, ranges[low].contains(scalar.value) { return true }
        return properties.contains { $0.property.contains(scalar) != $0.negated }
            || subsets.contains { $0.contains(scalar) }
    }

    private static func merged(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var merged: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}

extension ScalarSet {
    static let digits = ScalarSet(ranges: [0x30...0x39])
    static let word = ScalarSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    /// WhiteSpace and LineTerminator of ECMA-262.
    static let whitespace = ScalarSet(ranges: [
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ])
    /// `.`: everything but LineTerminator.
    static let dot = ScalarSet(ranges: [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029], negated: true)
}
