import Merging
import Testing

/// Edits of different things, made on two sides, are never in conflict, and none of them is lost.
@Suite struct RandomMergeTests {
    /// A file as its parts: a field with a comment, a member of a list, a step, a paragraph.
    private struct Parts {
        var fields: [String]
        var members: [String]
        var steps: [String]
        var paragraphs: [String]

        var text: String {
            "---\nid: a # the id\n" + fields.joined() + "questions:\n" + members.joined() + "nested:\n  inner:\n"
                + steps.joined()
                + "---\n" + paragraphs.joined(separator: "\n")
        }
    }

    private struct Chance: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    @Test(arguments: 0..<200)
    func `What two sides do to different parts is merged`(_ seed: UInt64) {
        var chance = Chance(state: seed &* 977 &+ 13)
        let base = Parts(
            fields: (0..<6).map { "field\($0): value \($0)\n# about field \($0 + 1)\n" },
            members: (0..<5).map { "  - Question \($0)?\n" },
            steps: (0..<5).map { "    step\($0): {ask: Ask \($0)., field: f\($0)} # step \($0)\n" },
            paragraphs: (0..<5).map { "Paragraph \($0) says something\nabout topic \($0).\n" })
        var sides = (ours: base, theirs: base)
        var both = base
        func edit(_ list: WritableKeyPath<Parts, [String]>, _ change: (String, Int) -> String) {
            for index in base[keyPath: list].indices {
                let side = Int.random(in: 0..<3, using: &chance)
                let changed = change(base[keyPath: list][index], index)
                if side == 0 { sides.ours[keyPath: list][index] = changed }
                if side == 1 { sides.theirs[keyPath: list][index] = changed }
                if side < 2 { both[keyPath: list][index] = changed }
            }
        }
        edit(\.fields) { old, index in
            index.isMultiple(of: 2)
                ? old.replacing("value", with: "other")
                : old.replacing("value", with: "'quoted")
                    .replacing("\n# about", with: "'\n# about")
        }
        edit(\.steps) { old, index in old.replacing("Ask \(index)", with: "Question \(index)") }
        edit(\.paragraphs) { old, index in old.replacing("something", with: "nothing") }
        // Neighbours in a list cannot be told from one another once they are reworded; each side takes others away.
        edit(\.members) { _, _ in "" }
        let merge = ContentMerge(
            path: "articles/a.md", base: Array(base.text.utf8), ours: Array(sides.ours.text.utf8),
            theirs: Array(sides.theirs.text.utf8))
        let merged = String(decoding: merge.bytes, as: UTF8.self)
        let isEmptied = both.members.allSatisfy(\.isEmpty)
        guard !isEmptied else { return }
        #expect(merge.conflicts == [], "\(merged)")
        #expect(merged == both.text)
    }

    @Test func `Long files that have nothing in common are merged at once`() {
        func file(_ name: String) -> [UInt8] {
            Array(
                ("---\nid: \(name)\nquestions:\n" + (0..<20_000).map { "  - \(name) \($0)\n" }.joined() + "---\n"
                    + (0..<20_000).map { "\(name) \($0 % 11)\n\n" }.joined()).utf8)
        }
        let merge = ContentMerge(path: "articles/a.md", base: file("o"), ours: file("a"), theirs: file("b"))
        #expect(!merge.conflicts.isEmpty)
    }
}
