import Foundation
import ParserEntries
import SeededRandom
import Testing

/// A short fuzz in every run of the tests: `make fuzz` goes on for as long as it is told, guided by coverage.
@Suite("Mutated corpora of the fuzz targets")
struct MutationTests {
    /// Inputs for each parser.
    private static let count = 3000

    @Test("every mutated input is read or refused, without a trap", arguments: ParserEntry.allCases)
    func mutations(_ entry: ParserEntry) throws {
        let seeds = try Corpus.inputs(entry).map { Array($0.prefix(4096)) }
        // A trap ends the process: what was being read then is in this file.
        let last = FileManager.default.temporaryDirectory.appending(path: "kb-mutated-\(entry.rawValue)")
        let file = try #require(fopen(last.path(), "w+"))
        defer {
            fclose(file)
            try? FileManager.default.removeItem(at: last)
        }
        var refused = 0
        for number in 0..<Self.count {
            var mutator = Mutator(seed: UInt64(number))
            let input = mutator.mutated(seeds)
            rewind(file)
            fwrite(input, 1, input.count, file)
            fflush(file)
            ftruncate(fileno(file), input.count)
            if entry.read(input) != nil { refused += 1 }
        }
        print("fuzz \(entry.rawValue): \(Self.count) inputs, \(refused) refused, no trap")
        // Mutations that are all refused, or none, would show nothing.
        #expect((1..<Self.count).contains(refused))
    }
}

/// Changes inputs in ways that parsers find hard. The same seed makes the same input.
struct Mutator {
    private static let words = [
        "{", "}", "[", "]", ":", ": ", "- ", "\n", "\r\n", "\t", "\"", "'", "#", "---\n", "&a ", "*a", "<<: ", "|\n",
        "!!str ",
        "```\n", ":::", "](", "<!--", "{{fact:", "}}", "\\u", "\u{301}", "\u{202E}", "\u{0}", "999999999999999999999",
        "$ref", "null", "> ", "**", "|", "~~~\n", "0x", "1e9", "9999-12-31", "kb:",
    ].map { Array($0.utf8) }

    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func mutated(_ seeds: [[UInt8]]) -> [UInt8] {
        var input = random.pick(seeds)
        for _ in 0...below(4) { change(&input, seeds) }
        return input
    }

    private mutating func change(_ input: inout [UInt8], _ seeds: [[UInt8]]) {
        let start = below(input.count + 1)
        let end = min(input.count, start + below(random.pick([8, 200])))
        switch below(7) {
        case 0: input.removeSubrange(start..<end)
        case 1: input.insert(contentsOf: random.pick(Self.words), at: start)
        case 2: input.insert(contentsOf: input[start..<end], at: start)
        case 3: input.replaceSubrange(start..<end, with: random.pick(seeds).prefix(below(300)))
        case 4: input.removeLast(input.count - start)
        case 5: for _ in 0...below(40) { input.insert(contentsOf: random.pick(Self.words), at: start) }
        default: if start < input.count { input[start] = UInt8(below(256)) }
        }
    }

    private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
}
