import Testing
import Time

/// Ranges over a few seconds, held against a list of the seconds that lie in them.
@Suite struct InstantRangeTests {
    private static let ends: [Int64?] = [nil, 0, 1, 2, 3]
    private static let seconds: [Int64] = [-1, 0, 1, 2, 3, 4]

    private static var ranges: [InstantRange] {
        ends.flatMap { from in
            ends.map { until in
                InstantRange(from: from.map { Instant(seconds: $0) }, until: until.map { Instant(seconds: $0) })
            }
        }
    }

    private func members(_ range: InstantRange) -> Set<Int64> {
        Set(Self.seconds.filter { range.contains(Instant(seconds: $0)) })
    }

    @Test func `A range holds its start and not its end`() {
        let range = InstantRange(from: Instant(seconds: 1), until: Instant(seconds: 3))
        #expect(members(range) == [1, 2])
        #expect(members(InstantRange(from: Instant(seconds: 1))) == [1, 2, 3, 4])
        #expect(members(InstantRange(until: Instant(seconds: 1))) == [-1, 0])
    }

    @Test func `A range is empty when no instant lies in it`() {
        for range in Self.ranges { #expect(range.isEmpty == members(range).isEmpty, "\(range)") }
    }

    @Test func `Ranges overlap when they share an instant`() {
        for left in Self.ranges {
            for right in Self.ranges {
                #expect(left.overlaps(right) == !members(left).isDisjoint(with: members(right)), "\(left), \(right)")
            }
        }
    }
}
