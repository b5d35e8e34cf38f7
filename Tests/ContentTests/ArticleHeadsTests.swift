import Content
import Diagnostics
import Testing
import TestSupport
import Time

/// Heads that are found by lines are those that the parser finds.
@Suite struct ArticleHeadsTests {
    private let configuration: Configuration = {
        let text = "kb: 1\nname: n\ntimezone: UTC\naudiences: {a: {}}\nreview: {every: 100d, by_risk: {high: 10d}}\n"
        let source = SourceFile(path: "kb.yaml", bytes: Array(text.utf8))
        return ContentReader(timeZone: { _ in .utc }).read(source, as: .knowledgeBase).configuration!
    }()

    private func heads(_ root: String, jobs: Int = 2) async throws -> ArticleHeads.Found {
        try await ArticleHeads(WorkingTree(root: root), configuration).read(.init { _ in true }, jobs: jobs)
    }

    private func parsed(_ root: String) throws -> [ItemHead] {
        let tree = WorkingTree(root: root)
        let reader = ContentReader(configuration: configuration, timeZone: { _ in nil })
        return try tree.entries().filter { FileKind.at($0.path) == .kind(.article) && $0.kind == .file }.flatMap {
            let source = SourceFile(path: $0.path, bytes: try tree.read($0.path))
            return reader.read(source, as: .article).items.map { ItemHead($0, LineIndex(source), configuration) }
        }
    }

    @Test(arguments: ["patient-access", "public-guidance", "mri-story/complete"])
    func `All articles of the examples have the same heads either way`(example: String) async throws {
        let root = TestFile.package() + "/examples/" + example
        let found = try await heads(root)
        let expected = try parsed(root)
        #expect(found.heads.map { "\($0)" } == expected.map { "\($0)" })
        #expect(found.count == expected.count && expected.count > 2)
        #expect(try await heads(root, jobs: 1).heads.map { "\($0)" } == expected.map { "\($0)" })
    }

    /// Front matter in many ways of writing, right and wrong.
    private static let fields = [
        "id: a-b", "id: \"a-b\"", "id: 'a-b' # c", "id: a-b # c", "id: 'it''s'", "id: a: b", "id:", "id: null",
        "id: [x]",
        "id: &x a", "id: |\n  a", "id: a\n  b", "id: \"a\\u0062\"", "id: \"a\n  b\"",
    ]
    private static let reviews = [
        "review: {last: 2026-06-01, every: 90d}", "review: {last: 2026-06-01}", "review: {}", "review:",
        "review: {\"last\": \"2026-06-01\", 'every': '2w'}", "review: {last: 2026-02-30}",
        "review: {every: 5d, last: 2026-01-01} # x",
        "review:\n  last: 2026-06-01\n  every: 90d", "review:\n    last: 2026-06-01\n    # c\n    every: 24h",
        "review:\n  last: 2026-06-01\n    every: 90d", "review: {last: 2026-06-01,\n  every: 90d}",
        "review: {last: 2026-06-01, last: 2026-07-01}", "review: {last: 2026-06-01, other: [1, 2]}",
        "review: {last: 2026-06-01, verified: \(String(repeating: "0", count: 64))}", "review: [2026-06-01]",
        "review: 5",
        "review: {last: 2026-06-01}}", "review: {last: 2026-06-01", "review: {last: 2026-06-01 , every: 90d ,}",
    ]
    private static let others = [
        "", "risk: high", "risk: \"high\"", "risk: odd", "status: retired", "effective: {from: 2027-01-01}",
        "audience: [a, b]",
        "audience: a", "audience:\n- a\n- b", "audience:\n  - a", "title: Don't \"do\" [it]", "title: 'x'",
        "title: \"x\" y",
        "notes: |\n  review: {last: 2020-01-01}\n  'open", "notes: \"\nreview: {last: 2020-01-01}\n\"",
        "x: {a: b,\nrisk: high}",
        "- a", "topics: [a, 'b', \"c\"]", "aliases: [a,b]", "title: Über uns", "owner: x\nowner: y", "title: a\tb",
        "? x", "!t x: y",
        "risk: high\r", "<<: {risk: high}", "title: @x", "title: '#x'", "title: x #y", "title: -x", "language: no",
    ]

    @Test func `Front matter of many kinds reads the same either way`() async throws {
        let folder = TemporaryFolder()
        var count = 0
        for id in Self.fields {
            for review in Self.reviews {
                for other in Self.others {
                    count += 1
                    let end = count % 5 == 0 ? "--- \n" : "---\n"
                    let text =
                        "---\n" + [id, review, other].filter { !$0.isEmpty }.joined(separator: "\n") + "\n" + end
                    try folder.write(
                        (count % 7 == 0 ? text.replacing("\n", with: "\r\n") : text) + "Text.\n",
                        to: "articles/\(count % 10)/a\(count).md")
                }
            }
        }
        let found = try await heads(folder.path)
        let expected = try parsed(folder.path)
        let byPath = Dictionary(uniqueKeysWithValues: expected.map { ($0.path, "\($0)") })
        #expect(found.count == count && expected.count > 1000)
        // What a mistake elsewhere in the file hides from the parser may be found by its lines.
        let differing = found.heads.filter { byPath[$0.path] != nil && byPath[$0.path] != "\($0)" }
        #expect(differing.isEmpty, "\(differing.prefix(3))")
        let missed = Set(byPath.keys).subtracting(found.heads.map(\.path))
        #expect(missed.isEmpty, "\(missed.sorted().prefix(3))")
    }

    @Test func `Links, hidden files and other repositories are not read, and long front matter is`() async throws {
        let folder = TemporaryFolder()
        let text = "---\nid: a\nreview: {last: 2026-06-01}\n---\n"
        try folder.write(text, to: "articles/a.md")
        try folder.write(text, to: "articles/.b.md")
        try folder.write(text, to: "articles/sub/.git/HEAD")
        try folder.write(text, to: "articles/sub/c.md")
        try folder.write(
            "---\ntitle: \(String(repeating: "x", count: 5000))\n" + text.dropFirst(4), to: "articles/d.md")
        try folder.write("no front matter", to: "articles/e.md")
        let found = try await heads(folder.path)
        #expect(found.heads.map(\.path) == ["articles/a.md", "articles/d.md"])
        #expect(try await heads(folder.path + "/nothing").count == 0)
    }
}
