import Decisions
import Testing

@Suite struct NaturalTests {
    @Test(arguments: [(0, "0"), (7, "7"), (4_294_967_296, "4294967296"), (UInt64.max, "18446744073709551615")])
    func `A number is written in decimal`(_ value: UInt64, _ text: String) {
        #expect(Natural(value).description == text)
    }

    @Test func `A product longer than any machine word is exact`() {
        let product = (1...30).reduce(Natural.one) { $0 * Natural(UInt64($1)) }
        #expect(product.description == "265252859812191058636308480000000")
        #expect(product > Natural(.max))
        #expect(abs(product.approximate / 2.6525285981219107e32 - 1) < 1e-12)
    }

    @Test func `A sum carries over`() {
        #expect((Natural(.max) + .one).description == "18446744073709551616")
        #expect(Natural.zero + .zero == .zero)
        #expect(Natural.zero * Natural(5) == .zero)
    }

    @Test func `Zeros inside stay`() {
        #expect((Natural(1_000_000_000) * Natural(1_000_000_000_000)).description == "1000000000000000000000")
    }
}
