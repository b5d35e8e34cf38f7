@testable import SearchIndex
import SeededRandom
import Testing

/// An index that was updated is, byte for byte, the one that would have been built.
@Suite struct IndexUpdateTests {
    /// Updates again and again, each time from what the update before gave.
    private func update(
        _ knowledge: inout RandomKnowledge, times: Int, edits: Int, isInPlace: Bool
    ) throws {
        var file = IndexWriter.bytes(of: knowledge.contents)
        for _ in 0..<times {
            let splices = knowledge.change(edits, isInPlace: isInPlace)
            let built = IndexWriter.bytes(of: knowledge.contents)
            let updated = try #require(try IndexUpdate(of: try Index(file), knowledge.contents).file(splices))
            try #require(updated.flatMap(\.self) == built, "\(splices.map(\.previous))")
            file = built
        }
    }

    @Test(arguments: 0..<20)
    func `One edit after another gives the bytes of a whole build`(seed: UInt64) throws {
        var knowledge = RandomKnowledge(seed: seed, documents: 20 + Int(seed) * 15)
        try update(&knowledge, times: 8, edits: 1, isInPlace: true)
    }

    @Test(arguments: 0..<25)
    func `Documents that come and go give the bytes of a whole build`(seed: UInt64) throws {
        var knowledge = RandomKnowledge(seed: 1000 + seed, documents: Int(seed) * 14)
        try update(&knowledge, times: 6, edits: 1 + Int(seed) % 4, isInPlace: false)
    }

    /// More than `UpdatedAverages` reads again, so an average that moved would not do.
    @Test(arguments: [false, true])
    func `Chunks and blocks of many documents end where they would`(isInPlace: Bool) throws {
        var knowledge = RandomKnowledge(seed: 7, documents: 2_600)
        try update(&knowledge, times: 2, edits: 3, isInPlace: isInPlace)
    }

    @Test func `All documents may go, and others come`() throws {
        var knowledge = RandomKnowledge(seed: 3, documents: 30)
        let (all, file) = (knowledge.contents.documents, IndexWriter.bytes(of: knowledge.contents))
        knowledge.contents.documents = []
        let empty = IndexWriter.bytes(of: knowledge.contents)
        let emptied = try IndexUpdate(of: try Index(file), knowledge.contents).file([.init(0..<30, [])])
        #expect(emptied?.flatMap(\.self) == empty)
        let filled = try IndexUpdate(of: try Index(empty), knowledge.contents).file([.init(0..<0, all)])
        #expect(filled?.flatMap(\.self) == file)
    }

    @Test func `What is not of a document is as the new contents have it`() throws {
        var knowledge = RandomKnowledge(seed: 4, documents: 40)
        let file = IndexWriter.bytes(of: knowledge.contents)
        knowledge.contents.name = "Another"
        knowledge.contents.synonyms = [.init(words: ["visit", "cita"])]
        knowledge.contents.pins = [.init(questions: ["where"], pin: .init(item: "item-1"))]
        let updated = try IndexUpdate(of: try Index(file), knowledge.contents).file([])
        #expect(updated?.flatMap(\.self) == IndexWriter.bytes(of: knowledge.contents))
    }

    @Test func `A fact that changes takes the documents that name it along, or all`() throws {
        var knowledge = RandomKnowledge(seed: 5, documents: 200)
        let index = try Index(IndexWriter.bytes(of: knowledge.contents))
        knowledge.contents.facts[0].values[0].text = "5 or 6"
        knowledge.contents.facts.removeLast()
        let update = IndexUpdate(of: index, knowledge.contents)
        let changed = try update.changedFacts()
        #expect(changed == ["hours", "fee"])
        #expect(try update.file([]) == nil)
        let splices = knowledge.contents.documents.enumerated().filter {
            !$0.element.factNames.isDisjoint(with: changed)
        }
        .map { IndexUpdate.Splice($0.offset..<$0.offset + 1, [$0.element]) }
        #expect(!splices.isEmpty)
        let updated = try update.file(splices, following: changed)
        #expect(updated?.flatMap(\.self) == IndexWriter.bytes(of: knowledge.contents))
    }

    @Test func `An index that does not fit is built whole`() throws {
        var knowledge = RandomKnowledge(seed: 6, documents: 10)
        let index = try Index(IndexWriter.bytes(of: knowledge.contents))
        for misfit in [[5..<11], [3..<4, 2..<3], [3..<5, 4..<6]] {
            #expect(try IndexUpdate(of: index, knowledge.contents).file(misfit.map { .init($0, []) }) == nil)
        }
        knowledge.contents.languages.append("fr")
        #expect(try IndexUpdate(of: index, knowledge.contents).file([]) == nil)
    }

    @Test func `A damaged index is refused, or what is damaged does not count`() throws {
        var knowledge = RandomKnowledge(seed: 8, documents: 120)
        let file = IndexWriter.bytes(of: knowledge.contents)
        let splices = knowledge.change(2, isInPlace: false)
        let built = IndexWriter.bytes(of: knowledge.contents)
        var random = SeededGenerator(seed: 9)
        var refused = 0
        for _ in 0..<300 {
            var damaged = file
            let place = damaged.indices.randomElement(using: &random)!
            damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            do throws(IndexError) {
                let updated = try IndexUpdate(of: try Index(damaged), knowledge.contents).file(splices)
                #expect(updated?.flatMap(\.self) == built, "byte \(place)")
            } catch {
                refused += 1
            }
        }
        #expect(refused > 200)
    }
}
