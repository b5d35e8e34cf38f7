import Glibc
import TestSupport
import Testing
import YAML

/// `kb log` on the history of an article.
@Suite struct LogCommandTests {
    private let base = VisitBase()

    private func git(_ script: String, _ minute: Int = 0) throws {
        let settings = """
            unset GIT_DIR GIT_WORK_TREE; export HOME=/nonexistent GIT_CONFIG_NOSYSTEM=1
            export GIT_AUTHOR_NAME='Ana Ruiz' GIT_AUTHOR_EMAIL=ana@example.org GIT_COMMITTER_NAME=Ben \
            GIT_COMMITTER_EMAIL=ben@example.org
            export GIT_AUTHOR_DATE='2026-03-01T10:\(minute < 10 ? "0" : "")\(minute):00-05:00'
            export GIT_COMMITTER_DATE="$GIT_AUTHOR_DATE"
            """
        var program = Program("/bin/sh", ["-ec", settings + "\n" + script])
        program.folder = base.path
        let outcome = try program.run()
        #expect(outcome.status == 0, "\(outcome.error)")
    }

    private func commit(_ subject: String, _ minute: Int) throws {
        try git("git add -A; git commit -q -m '\(subject)'", minute)
    }

    private func article(_ answer: String, _ more: String = "", body: String = "Sit down.\n") -> String {
        """
        ---
        id: parking
        title: Where to park
        answer: \(answer)
        audience: [agents]
        owner: editors
        category: general
        review: {last: 2026-02-01}
        \(more)---
        \(body)
        """
    }

    /// Seven versions of an article: created, its text, reviewed, layout, moved, tagged and retired.
    private func lay() throws {
        try base.lay()
        try git("git init -q -b main .")
        try base.write(article("In the garage."), to: "articles/parking.md")
        try commit("Say where to park", 1)
        try base.write(article("In the yard."), to: "articles/parking.md")
        try commit("Correct the place", 2)
        try base.write(article("In the yard.").replacing("02-01", with: "03-01"), to: "articles/parking.md")
        try commit("Review it", 3)
        try base.write(
            article("In the yard.", body: "Sit\ndown.\n").replacing("02-01", with: "03-01"), to: "articles/parking.md")
        try commit("Break lines", 4)
        try git("mkdir -p articles/general; git mv articles/parking.md articles/general/car-park.md")
        try commit("Sort the articles", 5)
        try base.write(
            article("In the yard.", "keywords: [car]\n", body: "Sit\ndown.\n").replacing("02-01", with: "03-01"),
            to: "articles/general/car-park.md")
        try commit("Tag it", 6)
        try base.write(
            article("In the yard.", "keywords: [car]\nstatus: retired\n", body: "Sit\ndown.\n")
                .replacing("02-01", with: "03-01"), to: "articles/general/car-park.md")
        try commit("End it", 7)
    }

    @Test func `Versions are told over a rename, each with its kind of change`() throws {
        try lay()
        let outcome = try base.kb("log", "parking", status: 0)
        let lines = outcome.output.split(separator: "\n").map { $0.drop { $0.isHexDigit } }
        #expect(
            lines.joined(separator: "\n") == """
                 2026-03-01 10:07 Ana Ruiz retired
                    End it
                 2026-03-01 10:06 Ana Ruiz metadata
                    Tag it
                 2026-03-01 10:05 Ana Ruiz renamed
                    Sort the articles
                    was articles/parking.md
                 2026-03-01 10:04 Ana Ruiz formatting only
                    Break lines
                 2026-03-01 10:03 Ana Ruiz reviewed
                    Review it
                 2026-03-01 10:02 Ana Ruiz text
                    Correct the place
                 2026-03-01 10:01 Ana Ruiz created
                    Say where to park
                """)
        #expect(outcome.error.isEmpty)
        let two = try base.kb("log", "parking", "--limit", "2", "--format", "jsonl", status: 0).output
        #expect(two.split(separator: "\n").count == 2)
        let young = try base.kb("log", "parking", "--since", "2026-03-01T10:06", "--format", "jsonl", status: 0).output
        #expect(young == two)
        #expect(try base.kb("log", "parking", "--since", "2027-01-01", status: 1).output.isEmpty)
        #expect(try base.kb("log", "parkin", status: 2).sentence.contains("did you mean 'parking'?"))
        #expect(
            try base.kb("log", "parking", "--rev", "nowhere", status: 2).sentence.contains("no branch, tag or commit"))
    }

    @Test func `An item is followed over a change of its id, which is an alias then`() throws {
        try lay()
        let cache = TemporaryFolder()
        func log(_ name: String, cached: Bool = false) throws -> String {
            var program = Program.kb(["log", name], in: base.path)
            program.variables = ["KB_CACHE": cached ? cache.path : ""]
            let outcome = try program.run()
            #expect(outcome.status == 0, "\(outcome.error)")
            return outcome.output
        }
        let before = try log("parking", cached: true)
        try base.kb("rename", "parking", "where-to-park", status: 0)
        try commit("Name it better", 8)
        try base.kb("rename", "where-to-park", "car-park", status: 0)
        try commit("And again", 9)
        let after = try log("car-park")
        let lines = after.split(separator: "\n").map { $0.drop { $0.isHexDigit } }
        #expect(
            lines.prefix(4) == [
                " 2026-03-01 10:09 Ana Ruiz renamed", "    And again", " 2026-03-01 10:08 Ana Ruiz renamed",
                "    Name it better",
            ])
        #expect(after.hasSuffix(before))
        #expect(try log("parking") == after)
        #expect(try log("parking", cached: true) == after)
        // Another article that took the id of one that ends, beside it.
        try base.write(article("In the hall.").replacing("id: parking", with: "id: hall"), to: "articles/hall.md")
        try commit("Say where the hall is", 10)
        let hall = try log("hall")
        try base.write(
            article("In the hall.", "aliases: [car-park]\n").replacing("id: parking", with: "id: hall"),
            to: "articles/a-hall.md")
        try git("git rm -q articles/hall.md articles/general/car-park.md")
        try commit("Have one of the two", 11)
        #expect(try log("hall").hasSuffix(hall))
    }

    @Test func `The cache gives the same answer, new commits included, and is not believed when it is wrong`() throws {
        try lay()
        let cache = TemporaryFolder()
        func log() throws -> String {
            var program = Program.kb(["log", "parking", "--format", "json"], in: base.path)
            program.variables = ["KB_CACHE": cache.path]
            let outcome = try program.run()
            #expect(outcome.status == 0, "\(outcome.error)")
            return outcome.output
        }
        func fresh() throws -> String { try base.kb("log", "parking", "--format", "json", status: 0).output }
        let first = try log()
        #expect(try log() == first)
        #expect(try fresh() == first)
        let names = try FolderState(of: cache.path).files.keys
        let file = try #require(names.first { $0.hasSuffix(".history") })
        // Any byte that differs makes it a cache of nothing.
        var bytes = try TestFile.read(cache.path + "/" + file)
        bytes[bytes.count / 2] ^= 1
        try TestFile.write(bytes, to: cache.path + "/" + file)
        #expect(try log() == first)
        try git("git mv articles/general/car-park.md articles/car-park.md")
        try commit("Move it back", 8)
        #expect(try log() == fresh())
        #expect(try fresh() != first)
        // Another history in the place of this one.
        try git("git reset -q --hard HEAD~3")
        try base.write(article("Elsewhere."), to: "articles/general/car-park.md")
        try commit("Begin again", 9)
        #expect(try log() == fresh())
        #expect(try log().contains("Begin again"))
    }

    @Test func `A commit of the end of all times is shown as one`() throws {
        try lay()
        try git(
            """
            git update-ref HEAD $(git cat-file commit HEAD | sed 's/> [0-9]* /> 9223372036854775807 /' \
                | git hash-object -t commit -w --stdin --literally)
            """)
        #expect(try base.kb("log", "parking", "--limit", "1", status: 0).output.contains(" 9999-12-31 "))
    }

    @Test func `History that is not there is said`() throws {
        try lay()
        try git("git clone -q --depth 2 file://$PWD ../shallow")
        var program = Program.kb(["log", "parking", "--format", "json"], in: base.folder.path + "/shallow")
        let shallow = try program.run()
        #expect(shallow.status == 0)
        #expect(shallow.sentence.contains("because the clone is shallow; run 'git fetch --unshallow'"))
        let answer = try JSONReader.read(Array(shallow.output.utf8))
        #expect(answer["complete"]?.text == "false")
        #expect(answer["versions"]?.sequence?.count == 1)
        try git("git clone -q --depth 1 file://$PWD ../last")
        program = Program.kb(["log", "parking"], in: base.folder.path + "/last")
        let last = try program.run()
        #expect(last.status == 1)
        #expect(last.sentence.contains("No version of 'parking' is in the history that is here"), "\(last.error)")
        try git("git config uploadpack.allowFilter true; git clone -q --filter=blob:none file://$PWD ../partial")
        program = Program.kb(["log", "parking"], in: base.folder.path + "/partial")
        let partial = try program.run()
        #expect(partial.sentence.contains("this is a partial clone"), "\(partial.output)\(partial.error)")
        #expect(partial.output.contains("cannot be told"))
        try git("git replace --graft HEAD > /dev/null 2>&1")
        let replaced = try base.kb("log", "parking", status: 0)
        #expect(replaced.sentence.contains("an object is replaced (refs/replace)"))
    }

    @Test(.enabled(if: access("/usr/bin/python3", X_OK) == 0))
    func `On a generated history the commits are those that git follows, and the content is valid`() throws {
        let folder = TemporaryFolder()
        let root = folder.path + "/history"
        let made = try Program(
            TestFile.package() + "/Benchmarks/make-history", [root, "--commits", "200", "--files", "70"]
        ).run()
        try #require(made.status == 0, "\(made.error)")
        #expect(try Program.kb(["validate", "--root", root, "--at", "2026-07-01"]).run().status == 0)
        func git(_ arguments: String...) throws -> [Substring] {
            let outcome = try Program("/usr/bin/git", ["-C", root] + arguments).run()
            #expect(outcome.status == 0, "\(outcome.error)")
            return outcome.output.split(separator: "\n")
        }
        // What was moved, and some that were not.
        let moved = try git("log", "--format=", "--name-only", "-M", "--diff-filter=R").map(String.init)
        let all = try git("ls-files", "articles").map(String.init)
        let paths = all.filter(moved.contains).prefix(8) + all.filter { !moved.contains($0) }.prefix(4)
        #expect(paths.count == 12)
        for path in paths {
            let text = try folder.read("history/" + path)
            let id = try #require(text.split(separator: "\n").first { $0.hasPrefix("id: ") }?.dropFirst(4))
            let outcome = try Program.kb(["log", String(id), "--root", root, "--format", "jsonl"]).run()
            let versions = try outcome.output.split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
            // A merge of two changes is a version to a reader, and none to git's follow.
            let commits = versions.filter { $0["merge"] == nil }.compactMap { $0["commit"]?.text }
            #expect(
                try Set(commits) == Set(git("log", "--follow", "--format=%H", "--", path).map(String.init)), "\(path)")
            #expect(!versions.contains { $0["changes"]?.sequence?.contains { $0.text == "unknown" } ?? true })
        }
    }
}
