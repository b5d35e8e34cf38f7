import Decisions
import SeededRandom
import Testing

@Suite struct VerdictTests {
    @Test(arguments: 0..<8)
    func `A verdict that is not open holds for every caller it may be about`(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<150 {
            let condition = SmallWorld.condition(3, &generator)
            let known = SmallWorld.caller(&generator)
            let truths = Set(SmallWorld.completions(known).map { condition.isTrue($0) })
            switch condition.verdict(for: known) {
            case .holds: #expect(truths == [true], "\(condition) for \(known)")
            case .fails: #expect(truths == [false], "\(condition) for \(known)")
            case .mayHold: break
            }
        }
    }

    @Test(arguments: 0..<8)
    func `Of a caller who was asked everything, nothing is open`(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(100 + seed))
        for _ in 0..<300 {
            let condition = SmallWorld.condition(4, &generator)
            let callers = SmallWorld.completions(SmallWorld.caller(&generator))
            let caller = try #require(callers.randomElement(using: &generator))
            #expect(condition.verdict(for: caller) == (condition.isTrue(caller) ? .holds : .fails), "\(condition)")
        }
    }

    @Test(arguments: 0..<8)
    func `Where no field is tested twice, what is open could go either way`(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(200 + seed))
        for _ in 0..<150 {
            // One test a field, each of which some values pass and some do not.
            let parts = SmallWorld.fields.compactMap { field -> Condition? in
                let test = SmallWorld.test(field, &generator)
                let answers = Set(SmallWorld.values(field).map { test.accepts($0) })
                return answers.count == 2 ? .test(field: field.name, test) : nil
            }
            guard parts.count >= 2 else { continue }
            let condition: Condition = .any([.not(.all(Array(parts.prefix(2)))), .all(Array(parts.dropFirst(2)))])
            let known = SmallWorld.caller(&generator)
            let truths = Set(SmallWorld.completions(known).map { condition.isTrue($0) })
            let expected: Verdict = truths.count == 2 ? .mayHold : truths == [true] ? .holds : .fails
            #expect(condition.verdict(for: known) == expected, "\(condition) for \(known)")
        }
    }

    @Test func `Nothing to fulfil holds, and no way to fulfil it fails`() {
        #expect(Condition.all([]).verdict(for: [:]) == .holds)
        #expect(Condition.any([]).verdict(for: [:]) == .fails)
    }

    @Test func `Who does not know passes no comparison, and may be asked for`() {
        let age = Condition.test(field: "age", .comparisons([Comparison(.atLeast, 3)]))
        #expect(age.verdict(for: ["age": .unknown]) == .fails)
        #expect(Condition.not(age).verdict(for: ["age": .unknown]) == .holds)
        #expect(Condition.test(field: "age", .values([.unknown])).verdict(for: ["age": .unknown]) == .holds)
    }

    @Test func `A condition names the fields that it looks at`() {
        let test = FieldTest.values([.boolean(true)])
        let condition = Condition.any([.test(field: "a", test), .not(.all([.test(field: "b", test)]))])
        #expect(condition.fields == ["a", "b"])
    }
}
