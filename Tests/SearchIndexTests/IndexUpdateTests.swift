@testable import SearchIndex
import SeededRandom
import Testing

/// An index that was updated is, byte for byte, the one that would have been built.
@Suite struct IndexUpdateTests {
    /// Updates again and again, each time from what the update before gave.
    ///
    /// - Returns: How many of the updates had to be built whole.
    private func update(
        _ knowledge: inout RandomKnowledge, times: Int, edits: Int, isInPlace: Bool
    ) throws -> Int {
        var file = IndexWriter.bytes(of: knowledge.contents)
        var refused = 0
        for _ in 0..<times {
            let splices = knowledge.change(edits, isInPlace: isInPlace)
            let built = IndexWriter.bytes(of: knowledge.contents)
            if let updated = try IndexUpdate(of: try Index(file), knowledge.contents).file(splices) {
                try #require(updated.flatMap(\.self) == built, "\(splices.map(\.previous))")
            } else {
                refused += 1
            }
            file = built
        }
        return refused
    }

    @Test func `One edit after another gives the bytes of a whole build`() throws {
        var refused = 0
        for seed in 0..<60 {
            var knowledge = RandomKnowledge(seed: UInt64(seed), documents: 20 + seed * 5)
            refused += try update(&knowledge, times: 5, edits: 1, isInPlace: true)
        }
        #expect(refused < 60, "of 300")
    }

    @Test func `Documents that come and go give the bytes of a whole build`() throws {
        var refused = 0
        for seed in 0..<60 {
            var knowledge = RandomKnowledge(seed: 1000 + UInt64(seed), documents: seed * 6)
            refused += try update(&knowledge, times: 5, edits: 1 + seed % 4, isInPlace: false)
        }
        #expect(refused < 200, "of 300")
    }

    @Test(arguments: [false, true])
    func `Chunks and blocks of many documents end where they would`(isInPlace: Bool) throws {
        var knowledge = RandomKnowledge(seed: 7, documents: 2_300)
        #expect(try update(&knowledge, times: 6, edits: 2, isInPlace: isInPlace) < 3)
    }
}
