import Content
import Diagnostics
import Testing
import Time
@testable import Validation

/// Every rule is tested by the examples that its documentation shows.
@Suite struct RuleExampleTests {
    /// A rule and one of its examples, with a name that says which.
    struct Case: CustomTestStringConvertible, Sendable {
        let rule: any Rule.Type
        let example: RuleExample
        let number: Int

        var testDescription: String { "\(rule.id.code) \(rule.id.name), example \(number)" }
    }

    static let valid = cases { $0.valid }
    static let invalid = cases { $0.invalid }

    static func cases(_ examples: (RuleExamples) -> [RuleExample]) -> [Case] {
        RuleRegistry.all.flatMap { rule in
            examples(rule.examples).enumerated().map { Case(rule: rule, example: $1, number: $0 + 1) }
        }
    }

    @Test(arguments: valid)
    func `A rule accepts its valid examples`(_ case: Case) async throws {
        let found = try await findings(`case`.example.unmarked, at: `case`.example.at).filter {
            $0.rule == `case`.rule.id
        }
        #expect(found.map(\.message) == [])
    }

    @Test(arguments: invalid)
    func `A rule reports at the marks of its invalid examples and nowhere else`(_ case: Case) async throws {
        let example = `case`.example
        let found = try await findings(example.unmarked, at: example.at).filter { $0.rule == `case`.rule.id }
        let places = Set(found.map { "\($0.location.path):\($0.location.range.lowerBound)" })
        #expect(places == Set(example.marks.map { "\($0.path):\($0.offset)" }))
        for diagnostic in found {
            #expect(!diagnostic.message.isEmpty && !diagnostic.help.isEmpty)
            #expect(!diagnostic.message.contains("\n"))
        }
    }

    @Test func `The knowledge base under the examples has no findings`() async throws {
        let found = try await findings(RuleExample.base, at: "2026-09-01")
        #expect(found.map { "\($0.location.path): \($0.rule.code) \($0.message)" } == [])
    }

    @Test func `Codes and names are unique and in order`() {
        let codes = RuleRegistry.all.map { $0.id.code }
        #expect(Set(codes).count == codes.count)
        #expect(codes == codes.sorted())
        #expect(Set(RuleRegistry.all.map { $0.id.name }).count == codes.count)
    }

    func findings(_ files: [String: String], at moment: String) async throws -> [Diagnostic] {
        let now = try #require(Moment(moment)).local
        var options = Validator.Options(now: Instant(seconds: now.epochSeconds + 12 * 3600))
        options.timeZone = { TimeZoneDatabase.rules($0) }
        return try await Validator(MemorySource(RuleExample.base.merging(files) { $1 }), options: options).run()
            .diagnostics
    }
}

extension RuleExample {
    /// The files without their marks.
    var unmarked: [String: String] {
        files.mapValues { text in
            String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != RuleExample.marker }))
        }
    }

    /// Where findings must be, as byte offsets into the files without marks.
    var marks: [(path: String, offset: Int)] {
        files.flatMap { path, text in
            var offset = 0
            var marks: [(String, Int)] = []
            for scalar in text.unicodeScalars {
                if scalar == RuleExample.marker { marks.append((path, offset)) } else { offset += UTF8.width(scalar) }
            }
            return marks
        }
    }
}
