import Decisions
import SeededRandom
import Testing

@Suite struct RepresentativesTests {
    @Test(arguments: 0..<8)
    func `Tests tell no value apart from all of the representatives`(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(300 + seed))
        for _ in 0..<200 {
            for field in SmallWorld.fields {
                let tests = (0..<Int.random(in: 0...3, using: &generator)).map { _ in SmallWorld.test(field, &generator)
                }
                let representatives = field.representatives(for: tests)
                let all = SmallWorld.values(field)
                #expect(Set(representatives).isSubset(of: Set(all)), "they are values of the field")
                #expect(Set(representatives).count == representatives.count, "each comes once")
                let answers = Set(representatives.map { value in tests.map { $0.accepts(value) } })
                for value in all {
                    #expect(answers.contains(tests.map { $0.accepts(value) }), "\(value) of \(field.name), \(tests)")
                }
            }
        }
    }

    @Test func `A wide domain has few representatives`() {
        let field = ContextField(name: "age", domain: .integer(0...1_000_000))
        let test = FieldTest.comparisons([Comparison(.atLeast, 65)])
        #expect(
            field.representatives(for: [test])
                == [.integer(0), .integer(64), .integer(65), .integer(66), .integer(1_000_000)])
    }

    @Test func `A bound at the end of all numbers is no trap`() {
        let field = ContextField(name: "age", domain: .integer(0...9))
        let tests = [FieldTest.comparisons([Comparison(.less, .max), Comparison(.greater, .min)])]
        #expect(field.representatives(for: tests) == [.integer(0), .integer(9)])
    }
}
