import Glibc
import TestSupport
import Testing

/// What a build leaves for the next one changes how long that takes, and nothing else.
struct BuildCacheTests {
    /// A knowledge base of a few articles, with a cache of its own.
    private struct Bench {
        let folder = TemporaryFolder()
        var root: String { folder.path + "/kb" }
        var cache: String { folder.path + "/cache" }

        init() throws {
            #expect(try Program.kb(["init", root]).run().status == 0)
            for number in 0..<20 { try write(article(number), "articles/item-\(number).md") }
        }

        func article(_ number: Int, link: String = "item-0", body: String = "Come early.") -> String {
            """
            ---
            id: item-\(number)
            title: Item \(number)
            answer: The answer of number \(number).
            owner: editors
            audience: [public]
            review: {last: 2026-11-01}
            ---
            # First

            \(body) See [another](kb:\(link)#first).

            """
        }

        func fact(_ value: Int) -> String {
            "facts:\n  visit.early: {label: Early, unit: minutes, owner: editors, values: [{value: \(value)}]}\n"
        }

        func write(_ text: String, _ path: String) throws {
            try folder.write(text, to: "kb/" + path)
        }

        /// The bytes of the index that a build makes, or what it said instead.
        func build(_ arguments: [String] = [], cached: Bool = true) throws -> String {
            let index = folder.path + "/index"
            unlink(index)
            var program = Program.kb(
                ["build", "--root", root, "-o", index] + arguments + (cached ? [] : ["--no-cache"]))
            program.variables["KB_CACHE"] = cache
            let outcome = try program.run()
            guard outcome.status == 0 else { return outcome.sentence }
            return try TestFile.read(index).map { String($0, radix: 16) }.joined(separator: " ")
        }

        /// Twice with the cache, as the second build may use what the first one left, and once without.
        func isSame(_ arguments: [String] = []) throws -> Bool {
            let without = try build(arguments, cached: false)
            return try build(arguments) == without && build(arguments) == without
        }
    }

    @Test func `Whatever is edited, a build with a cache makes the same index`() throws {
        let bench = try Bench()
        #expect(try bench.isSame())
        let changes: [(String, () throws -> Void)] = [
            ("a sentence", { try bench.write(bench.article(3, body: "Come late."), "articles/item-3.md") }),
            ("a link", { try bench.write(bench.article(4, link: "item-7"), "articles/item-4.md") }),
            ("a broken link", { try bench.write(bench.article(4, link: "item-99"), "articles/item-4.md") }),
            ("a right link again", { try bench.write(bench.article(4, link: "item-8"), "articles/item-4.md") }),
            ("a new file", { try bench.write(bench.article(50), "articles/item-50.md") }),
            ("a file less", { unlink(bench.root + "/articles/item-8.md") }),
            ("the link to it", { try bench.write(bench.article(4), "articles/item-4.md") }),
            ("another name", { rename(bench.root + "/articles/item-5.md", bench.root + "/articles/five.md") }),
            ("another id", { try bench.write(bench.article(60), "articles/item-6.md") }),
            (
                "a heading that is linked to",
                {
                    let text = bench.article(0).split(separator: "# First").joined(separator: "# Second")
                    try bench.write(text, "articles/item-0.md")
                }
            ),
            ("the heading again", { try bench.write(bench.article(0), "articles/item-0.md") }),
            ("a fact", { try bench.write(bench.fact(20), "facts/visit.yaml") }),
            (
                "its use",
                { try bench.write(bench.article(9, body: "{{fact:visit.early}} minutes."), "articles/item-9.md") }
            ),
            ("another value", { try bench.write(bench.fact(35), "facts/visit.yaml") }),
            (
                "a setting",
                {
                    let text = try bench.folder.read("kb/kb.yaml")
                    try bench.write(text + "limits: {answer_characters: 250}\n", "kb.yaml")
                }
            ),
        ]
        for (name, change) in changes {
            try change()
            #expect(try bench.isSame(), "\(name)")
        }
        #expect(try bench.build().contains("6b 62 69 6e"), "the last state has no errors")
    }

    @Test func `A change of the same length and time is seen`() throws {
        let bench = try Bench()
        let path = bench.root + "/articles/item-3.md"
        let before = try bench.build()
        var status = stat()
        stat(path, &status)
        try bench.write(bench.article(3, body: "Come at 8ish"), "articles/item-3.md")
        var times = [status.st_atim, status.st_mtim]
        utimensat(AT_FDCWD, path, &times, 0)
        #expect(try bench.build() != before)
        #expect(try bench.isSame())
    }

    @Test func `A cache for some readers and for revisions is one of its own`() throws {
        let bench = try Bench()
        #expect(try bench.isSame())
        #expect(try bench.isSame(["--audience", "public"]))
        #expect(try bench.isSame())
    }

    @Test(arguments: ["memory", "index"]) func `A damaged or lost cache costs time and nothing else`(_ kind: String)
        throws
    {
        let bench = try Bench()
        let right = try bench.build()
        for damage in 0..<40 {
            let files = try FolderState(of: bench.cache).files
            let (name, file) = try #require(files.first { $0.key.hasSuffix("." + kind) })
            var bytes = file.bytes
            switch damage {
            case 0: bytes = []
            case 1: bytes = Array(bytes.dropLast())
            case 2: bytes = Array(bytes.prefix(bytes.count / 2))
            default: bytes[damage * 7919 % bytes.count] ^= UInt8(1 << (damage % 8))
            }
            try TestFile.write(bytes, to: bench.cache + "/" + name)
            #expect(try bench.build() == right, "damage \(damage)")
        }
        for name in try FolderState(of: bench.cache).files.keys { unlink(bench.cache + "/" + name) }
        #expect(try bench.build() == right)
        try TestFile.write([], to: bench.folder.path + "/file")
        var program = Program.kb(["build", "--root", bench.root, "-o", bench.folder.path + "/index"])
        program.variables["KB_CACHE"] = bench.folder.path + "/file"
        #expect(try program.run().status == 0, "a cache that cannot be is none")
    }
}
