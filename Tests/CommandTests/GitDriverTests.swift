import TestSupport
import Testing

/// What git shows and merges through `kb`, with real git.
@Suite struct GitDriverTests {
    private let base = VisitBase()
    private static let article = """
        ---
        id: parking
        title: Parking
        answer: Park in the garage.
        owner: editors
        audience: [agents]
        category: general
        review: {last: 2026-11-01, every: 90d}
        ---
        ## Garage

        The garage is open all day.

        """

    private func git(_ script: String, status: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation) throws
        -> Program.Outcome
    {
        let prefix = """
            unset GIT_DIR GIT_WORK_TREE; export HOME=/nonexistent GIT_CONFIG_NOSYSTEM=1 GIT_PAGER=cat
            export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org
            export PATH="\(Program.kbPath.dropLast("/kb".count)):$PATH"
            set -e

            """
        var program = Program("/bin/sh", ["-c", prefix + script])
        program.folder = base.path
        let outcome = try program.run()
        #expect(outcome.status == status, "\(outcome.error)\(outcome.output)", sourceLocation: sourceLocation)
        return outcome
    }

    private func lay() throws {
        try base.lay()
        try base.write(Self.article, to: "articles/parking.md")
        try base.commit()
    }

    /// Commits an edit of the article on a branch from `main`.
    private func branch(_ name: String, _ edits: [(String, String)]) throws {
        _ = try git("git checkout -q -b \(name) main")
        var text = Self.article
        for (old, new) in edits { text = text.replacing(old, with: new) }
        try base.write(text, to: "articles/parking.md")
        _ = try git("git commit -qam \(name)")
    }

    @Test func `Plain git diff shows what changed, and the clone is set up once`() throws {
        try lay()
        let first = try base.kb("init", ".", "--git", status: 0)
        #expect(first.output.contains("git config merge.kb.driver 'kb merge --driver --marker-size %L -- %O %A %B %P'"))
        #expect(try base.kb("init", ".", "--git", status: 0).error == "Git is set up already.\n")
        let attributes = try base.folder.read("kb/.gitattributes")
        #expect(attributes.contains("articles/**/*.md diff=kb merge=kb\n"))
        try base.write(Self.article.replacing("in the garage", with: "on the roof"), to: "articles/parking.md")
        let shown = try git("git diff").output
        #expect(shown.contains("answer: Park [-in-]{+on+} the [-garage-]{+roof+}.\n"), "\(shown)")
        _ = try git("git mv articles/parking.md articles/cars.md; git commit -qam moved")
        let moved = try git("git diff -M HEAD~1 HEAD").output
        #expect(moved.contains("moved from articles/parking.md"), "\(moved)")
        #expect(try git("git diff HEAD~1 HEAD --no-renames --stat").output.contains("articles/cars.md"))
        _ = try git("git rm -q articles/cars.md")
        #expect(try git("git diff --cached").output.contains("parking: Parking: removed"))
    }

    @Test func `Git merges fields that lie next to each other, and leaves what both changed to a person`() throws {
        try lay()
        _ = try base.kb("init", ".", "--git", status: 0)
        try branch("one", [("owner: editors", "owner: one"), ("all day", "all week")])
        try branch("two", [("answer: Park in the garage.", "answer: Park outside."), ("Parking", "Where to park")])
        try branch("three", [("owner: editors", "owner: three")])
        _ = try git("git checkout -q one; git merge -q -m merged two")
        let merged = try base.folder.read("kb/articles/parking.md")
        #expect(
            merged
                == Self.article.replacing("owner: editors", with: "owner: one").replacing("all day", with: "all week")
                .replacing("Park in the garage.", with: "Park outside.").replacing("Parking", with: "Where to park"))
        let stopped = try git("git merge -q -m more three", status: 1)
        #expect((stopped.output + stopped.error).contains("articles/parking.md: in conflict: owner"))
        let text = try base.folder.read("kb/articles/parking.md")
        #expect(text.contains("<<<<<<< ours\nowner: one\n=======\nowner: three\n>>>>>>> theirs\naudience: [agents]\n"))
        #expect(try git("git diff --name-only --diff-filter=U").output == "articles/parking.md\n")
    }

    @Test func `kb merge settles what git left, and keeps what somebody settled`() throws {
        try lay()
        try branch("one", [("answer: Park in the garage.", "answer: Park outside.")])
        try branch("two", [("owner: editors", "owner: two")])
        _ = try git("git checkout -q one; git merge -q two", status: 1)
        #expect(try base.folder.read("kb/articles/parking.md").contains("<<<<<<<"))
        let outcome = try base.kb("merge", status: 0)
        #expect(outcome.output == "articles/parking.md: merged\n")
        #expect(
            try base.folder.read("kb/articles/parking.md")
                == Self.article.replacing("Park in the garage.", with: "Park outside.").replacing(
                    "owner: editors", with: "owner: two"))
        #expect(try base.kb("merge", status: 1).output.contains("no conflict markers are left in it"))
        #expect(try base.kb("diff", "--staged", status: 2).sentence.contains("has conflicts that are not resolved"))
        _ = try git("git add -A; git commit -qm done")
        #expect(try base.kb("merge", status: 0).error == "Nothing is in conflict.\n")
        #expect(try base.kb("merge", "kb.yaml", status: 2).sentence.contains("'kb.yaml' is not in conflict"))
    }

    @Test func `What is staged, a date and a bare repository are compared`() throws {
        try lay()
        _ = try git(
            """
            GIT_COMMITTER_DATE='2026-03-01T00:00:00Z' git commit -q --amend --no-edit
            sed -i 's/all day/all week/' articles/parking.md
            GIT_COMMITTER_DATE='2026-06-01T00:00:00Z' git commit -qam later
            sed -i 's/all week/all year/' articles/parking.md; git add -A
            sed -i 's/all year/never/' articles/parking.md
            """)
        #expect(try base.kb("diff", "--staged", status: 0).output.contains("all [-week-]{+year+}"))
        #expect(try base.kb("diff", "--cached", "main", status: 0).output.contains("all [-week-]{+year+}"))
        #expect(try base.kb("diff", status: 0).output.contains("[-all week-]{+never+}"))
        #expect(try base.kb("diff", "--since", "2026-04-01", status: 0).output.contains("[-all day-]{+never+}"))
        #expect(try base.kb("diff", "--since", "2026-04-01", "main", status: 0).output.contains("all [-day-]{+week+}"))
        #expect(try base.kb("diff", "--since", "2026-01-01", status: 2).sentence.contains("has no commit as old as"))
        #expect(try base.kb("diff", "main...main", status: 2).sentence.contains("three dots"))
        _ = try git("git branch old HEAD~1; git clone -q --bare . ../bare")
        let bare = base.folder.path + "/bare"
        let shown = try Program.kb(["diff", "old..main"], in: bare).run()
        #expect(shown.status == 0 && shown.output.contains("all [-day-]{+week+}"), "\(shown.error)")
        let files = try Program.kb(["diff", "old"], in: bare).run()
        #expect(files.status == 2 && files.sentence.contains("a bare repository has no files on disk"))
        _ = try git("git clone -q --depth 1 file://\(base.path) ../shallow")
        let shallow = try Program.kb(["diff", "--since", "2026-04-01"], in: base.folder.path + "/shallow").run()
        #expect(shallow.status == 2 && shallow.sentence.contains("the history is shallow"), "\(shallow.error)")
    }
}
