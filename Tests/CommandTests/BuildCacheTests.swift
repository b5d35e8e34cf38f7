import Glibc
import TestSupport
import Testing

/// What a build leaves for the next one changes how long that takes, and nothing else.
struct BuildCacheTests {
    /// A knowledge base of a few articles, with a cache of its own.
    private struct Bench {
        let folder = TemporaryFolder()
        var place = "cache"
        var root: String { folder.path + "/kb" }
        var cache: String { folder.path + "/" + place }

        init() throws {
            #expect(try Program.kb(["init", root]).run().status == 0)
            try folder.fixReviews(in: "kb")
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
        // Times this young are not trusted.
        sleep(5)
        _ = try bench.build()
        let before = try bench.build()
        var status = stat()
        stat(path, &status)
        try bench.write(bench.article(3, body: "Come at 8am"), "articles/item-3.md")
        sleep(5)
        var times = [status.st_atim, status.st_mtim]
        utimensat(AT_FDCWD, path, &times, 0)
        #expect(try bench.build() != before)
        #expect(try bench.isSame())
    }

    @Test func `A cache for some readers and for revisions is one of its own`() throws {
        let bench = try Bench()
        let hidden = bench.article(30, link: "item-31").split(separator: "[public]").joined(separator: "[agents]")
        try bench.write(hidden, "articles/item-30.md")
        try bench.write(
            bench.article(31, body: "::: {audience: [agents]}\nSee [that](kb:item-30).\n:::\n\nCome early."),
            "articles/item-31.md")
        let all = try bench.build(cached: false)
        #expect(try bench.isSame() && bench.build() == all)
        #expect(try bench.isSame(["--audience", "public"]))
        #expect(try bench.build(["--audience", "public"]) != all)
        try bench.write(bench.article(31, body: "Come late."), "articles/item-31.md")
        #expect(try bench.isSame(["--audience", "public"]))
        #expect(try bench.isSame())
        for arguments in [["init", "-q"], ["add", "-A"], ["commit", "-qm", "First"]] {
            let git = ["-C", bench.root, "-c", "user.name=Example Editor", "-c", "user.email=editor@example.org"]
            #expect(try Program("/usr/bin/git", git + arguments).run().status == 0)
        }
        let files = try bench.build()
        try bench.write(bench.article(31, body: "Come later."), "articles/item-31.md")
        #expect(try bench.isSame(["--rev", "HEAD"]) && bench.build(["--rev", "HEAD"]) == files)
        #expect(try bench.isSame() && bench.build() != files)
    }

    @Test func `Where the clock steps back, a build finds what lies ahead again`() throws {
        let bench = try Bench()
        #expect(try bench.build(["--at", "2026-11-24"]).contains("6b 62 69 6e"))
        #expect(try bench.build(["--at", "2026-10-01"]).contains("KB401"))
        #expect(try bench.isSame(["--at", "2026-11-25"]))
    }

    @Test func `A name that only looks the same is another file`() throws {
        let bench = try Bench()
        try bench.write(bench.article(40), "articles/caf\u{E9}.md")
        #expect(try bench.isSame())
        rename(bench.root + "/articles/caf\u{E9}.md", bench.root + "/articles/cafe\u{301}.md")
        #expect(try bench.isSame())
    }

    @Test func `A cache in the repository, or one that others may write to, is none`() throws {
        var bench = try Bench()
        bench.place = "kb/.kb/cache"
        #expect(try bench.isSame())
        #expect(access(bench.cache, F_OK) != 0)
        bench.place = "shared"
        mkdir(bench.cache, 0o777)
        mkdir(bench.cache + "/builds", 0o777)
        chmod(bench.cache + "/builds", 0o777)
        #expect(try bench.isSame())
        #expect(try FolderState(of: bench.cache).files.isEmpty)
    }

    @Test func `What is old goes, and nothing that is not the cache's`() throws {
        let bench = try Bench()
        _ = try bench.build()
        let names = ["0123456789abcdef.index", "mine.index", "0123456789abcdef.text"]
        for name in names {
            try TestFile.write([], to: bench.cache + "/builds/" + name)
            let time = timespec(tv_sec: time(nil) - 40 * 86_400, tv_nsec: 0)
            utimensat(AT_FDCWD, bench.cache + "/builds/" + name, [time, time], 0)
        }
        _ = try bench.build()
        let left = try FolderState(of: bench.cache + "/builds").files.keys
        #expect(names.filter(left.contains) == ["mine.index", "0123456789abcdef.text"])
    }

    @Test func `Every field of an article that other files depend on comes back`() throws {
        let bench = try Bench()
        try bench.write(bench.article(1), "articles/item-1.md")
        let full = """
            ---
            id: rich
            title: Rich
            answer: It has everything.
            owner: editors
            audience: [public]
            review: {last: 2026-11-01}
            effective: {from: 2026-01-01T08:00, until: 2027-06-01}
            aliases: [former, /old/address]
            related: [item-1]
            ---
            # First

            ::: {audience: [agents]}
            ## For agents

            See [one](kb:item-1#first).
            :::

            """
        try bench.write(full, "articles/rich.md")
        try bench.write(
            full.split(separator: "2027-06-01").joined(separator: "2028-06-01")
                .split(separator: "2026-01-01T08:00").joined(separator: "2027-06-01")
                .split(separator: "aliases: [former, /old/address]\n").joined(),
            "articles/rich-next.md")
        try bench.write(bench.article(2, link: "rich"), "articles/item-2.md")
        #expect(try bench.isSame())
        #expect(try bench.build().contains("6b 62 69 6e"))
        // Each of these is an error that another file's change brings: the articles above are not read again.
        let mistakes: [(String, String)] = [
            ("articles/item-3.md", bench.article(3, link: "former#gone")),
            ("articles/item-3.md", bench.article(3).split(separator: "id: item-3").joined(separator: "id: former")),
            ("articles/item-1.md", bench.article(1).split(separator: "# First").joined(separator: "# Other")),
            (
                "articles/third.md",
                full.split(separator: "aliases: [former, /old/address]\n").joined()
                    .split(separator: "2026-01-01T08:00").joined(separator: "2027-01-01")
            ),
        ]
        for (path, text) in mistakes {
            let before = try? bench.folder.read("kb/" + path)
            try bench.write(text, path)
            #expect(try bench.isSame(), "\(path)")
            #expect(try bench.build().contains("KB"), "\(path)")
            if let before { try bench.write(before, path) } else { unlink(bench.root + "/" + path) }
            #expect(try bench.isSame(), "\(path) as it was")
        }
    }

    @Test(arguments: ["memory", "index"]) func `A damaged or lost cache costs time and nothing else`(_ kind: String)
        throws
    {
        let bench = try Bench()
        let right = try bench.build()
        for damage in 0..<40 {
            let files = try FolderState(of: bench.cache + "/builds").files
            let (name, file) = try #require(files.first { $0.key.hasSuffix("." + kind) })
            var bytes = file.bytes
            switch damage {
            case 0: bytes = []
            case 1: bytes = Array(bytes.dropLast())
            case 2: bytes = Array(bytes.prefix(bytes.count / 2))
            default: bytes[damage * 7919 % bytes.count] ^= UInt8(1 << (damage % 8))
            }
            try TestFile.write(bytes, to: bench.cache + "/builds/" + name)
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
