import Foundation
import ParserEntries
import TestSupport
import Testing

@Suite("Corpora of the fuzz targets")
struct CorpusTests {
    /// Mutations of each seed.
    private static let mutations = 1000

    @Test(
        "every seed and its mutations are read or refused, without a trap",
        arguments: ParserEntry.allCases.map(\.rawValue) + ["proof", "outline"])
    func inputs(_ entry: String) throws {
        let folder = "Fuzz/Corpus/\(entry)"
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(TestFile.package())/\(folder)").sorted()
        #expect(names.count >= 8)
        let seeds = names.map { "\(folder)/\($0)" }
        var program = Program(Program.built("MutationFuzz"), [entry, "\(Self.mutations)"] + seeds)
        program.folder = TestFile.package()
        let outcome = try program.run()
        let inputs = outcome.output.split(separator: "\n")
        let last = inputs.last ?? "none"
        #expect(
            outcome.status == 0,
            """
            ended with \(outcome.status) while reading \(last); 'swift run MutationFuzz show \(last)' writes that input
            \(outcome.error.prefix(2000))
            """)
        print("\(entry): \(inputs.count) inputs of \(seeds.count) seeds")
    }
}
