import Content
import Git
import Testing

@Suite struct TreeDifferenceTests {
    private func changes(_ fixture: Fixture, _ base: String?, _ folder: String = "") throws -> [String] {
        let repository = try fixture.open()
        return try repository.changes(
            from: base.map { try repository.resolve($0) }, to: repository.headCommit, in: folder
        ).map { change in
            (change.before == nil ? "+" : change.after == nil ? "-" : "~") + change.path
        }
    }

    @Test func `What two commits have differently is listed, and nothing else`() throws {
        let fixture = try Fixture(
            """
            mkdir -p a/b c same; for f in a/b/one a/two c/three same/four top x-file; do echo $f > $f; done
            commit base; git tag base
            echo changed > a/b/one; rm a/two; mkdir new; echo n > new/five; rm x-file; mkdir x-file; echo x > x-file/six
            mkdir a-b; echo y > a-b/seven; ln -s top link; chmod +x top; commit head
            """)
        #expect(
            try changes(fixture, "base")
                == ["+a-b/seven", "~a/b/one", "-a/two", "+link", "+new/five", "~top", "-x-file", "+x-file/six"])
        #expect(try changes(fixture, "base", "a") == ["~b/one", "-two"])
        #expect(try changes(fixture, "base", "nothing") == [])
        #expect(try changes(fixture, "HEAD") == [])
        #expect(try changes(fixture, nil, "c") == ["+three"])
    }

    @Test func `A file that becomes a link is another file, whatever it says`() throws {
        let fixture = try Fixture(
            "printf top > file; commit base; git tag base; rm file; ln -s top file; commit head")
        let repository = try fixture.open()
        let change = try #require(
            try repository.changes(from: repository.resolve("base"), to: repository.headCommit, in: "").first)
        #expect(change.before?.id == change.after?.id && change.before?.kind == .file && change.after?.kind == .link)
    }

    @Test func `A range has the commits that one has and the other has not`() throws {
        let fixture = try Fixture(
            """
            commit one; git checkout -q -b side; commit two; git checkout -q main; commit three
            git merge -q --no-ff -m four side; git tag merged
            """)
        let repository = try fixture.open()
        func range(_ base: String?, _ head: String) throws -> [String] {
            try repository.commits(in: base.map { try repository.resolve($0) }, to: repository.resolve(head)).map {
                try repository.commit($0).summary
            }.sorted()
        }
        #expect(try range("side", "main") == ["four", "three"])
        #expect(try range(nil, "side") == ["one", "two"])
        #expect(try range("main", "side") == [])
        #expect(try repository.isAncestor(repository.resolve("side"), of: repository.headCommit))
        #expect(try !repository.isAncestor(repository.headCommit, of: repository.resolve("side")))
    }

    @Test func `One file of a commit is found without the others`() throws {
        let fixture = try Fixture("mkdir -p a/b; echo x > a/b/c; commit one")
        let repository = try fixture.open()
        let head = try repository.headCommit
        #expect(try repository.entry(at: "a/b/c", of: head)?.kind == .file)
        for path in ["a/b", "a/b/d", "b/c", "", "a/b/c/d"] { #expect(try repository.entry(at: path, of: head) == nil) }
        #expect(try repository.entry(at: "a/b/c", of: head)?.id == ObjectID(blob: Array("x\n".utf8)))
    }

    @Test func `Trees that name one another are not walked for ever`() throws {
        let fixture = try Fixture(
            """
            commit one; tree=$(git mktree < /dev/null)
            for level in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
            tree=$(printf '040000 tree %s\ta\n040000 tree %s\tb\n' $tree $tree | git mktree); done
            git update-ref refs/heads/main $(git commit-tree -p HEAD -m bomb $tree)
            """)
        #expect(message { _ = try changes(fixture, nil) }.contains("larger than the limit"))
    }
}
