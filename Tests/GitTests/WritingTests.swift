import Git
import Glibc
import Testing

@Suite struct WritingTests {
    private static let script = """
        mkdir a; echo one > a/x.md; echo two > y.md; echo three > z.md; commit first; chmod +x y.md; commit second
        """
    private static let environment = [
        "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "Ann <Example>", "GIT_AUTHOR_EMAIL": "ann@example.org",
        "GIT_COMMITTER_NAME": "Bob", "GIT_COMMITTER_EMAIL": "bob@example.org", "GIT_AUTHOR_DATE": "@1700000001 -0330",
        "GIT_COMMITTER_DATE": "1700000002 +0200",
    ]

    private func commit(
        _ fixture: Fixture, _ changes: [CommitChange], environment: [String: String] = environment,
        writing: Bool = true
    ) throws -> ObjectID {
        let repository = try fixture.open()
        let identity = try CommitIdentity(of: repository, environment: environment, seconds: 1_700_000_003)
        let pending = try PendingCommit(changes, in: repository, by: identity)
        for change in changes where writing {
            try fixture.run("cat > '\(change.path)' <<'END'\n\(String(decoding: change.new ?? [], as: UTF8.self))END")
        }
        return try pending.make(message: "Review two\n\nReason.\n")
    }

    private func change(_ path: String, _ old: String?, _ new: String?) -> CommitChange {
        CommitChange(path: path, old: old.map { Array($0.utf8) }, new: new.map { Array($0.utf8) })
    }

    @Test func `A commit holds the files it is made of, and leaves what else is staged staged`() throws {
        let fixture = try Fixture(WritingTests.script)
        try fixture.run("echo staged >> z.md; git add z.md; echo new > n.md; git add n.md")
        let id = try commit(
            fixture,
            [
                change("a/x.md", "one\n", "ONE\n"), change("y.md", "two\n", "TWO\n"), change("b/c/d.md", nil, "new\n"),
            ].filter { $0.path != "b/c/d.md" })
        try fixture.run(
            """
            test "$(git rev-parse HEAD)" = \(id)
            test "$(git log -1 --format='%an|%ae|%ad|%cn|%s' --date=raw)" = \
              'Ann Example|ann@example.org|1700000001 -0330|Bob|Review two'
            test "$(git diff --name-only HEAD~1 HEAD | tr '\\n' ' ')" = 'a/x.md y.md '
            test "$(git status --porcelain | tr '\\n' ' ')" = 'A  n.md M  z.md '
            git ls-tree HEAD y.md | grep -q '^100755'
            test "$(git reflog -1 --format=%gs)" = 'commit: Review two'
            test "$(git reflog -1 --format=%gs main)" = 'commit: Review two'
            git fsck --strict
            test ! -e .git/index.lock
            """)
    }

    @Test func `A commit makes files in new folders, and removes files`() throws {
        let fixture = try Fixture(
            WritingTests.script + "; mkdir -p b/c; git rm -q --cached z.md; git add z.md; rm z.md")
        let changes = [change("b/c/d.md", nil, "new\n"), change("z.md", "three\n", nil)]
        let repository = try fixture.open()
        let identity = try CommitIdentity(of: repository, environment: WritingTests.environment, seconds: 0)
        let pending = try PendingCommit(changes, in: repository, by: identity)
        try fixture.run("echo new > b/c/d.md")
        _ = try pending.make(message: "Move\n")
        try fixture.run(
            "test -z \"$(git status --porcelain)\"; test \"$(git show HEAD:b/c/d.md)\" = new; ! git cat-file -e HEAD:z.md"
        )
    }

    @Test(
        arguments: [
            ("git checkout -q --detach", "HEAD is on no branch"),
            ("git checkout -q --orphan fresh", "the branch 'fresh' has no commit yet"),
            ("touch .git/index.lock", "another git process holds"),
            ("echo more >> a/x.md; git add a/x.md", "'a/x.md' has staged changes"),
            ("echo other > a/x.md; git commit -qam other", "'a/x.md' is not as the last commit has it"),
            ("git rev-parse HEAD > .git/MERGE_HEAD", "a merge is under way"),
            ("git config commit.gpgsign true", "demands signed commits"),
            ("git update-index --split-index", "cannot be read"),
            ("rm .git/index", "has no index"),
        ])
    func `What cannot be committed is said in one sentence, and nothing changes`(script: String, expected: String)
        throws
    {
        let fixture = try Fixture(WritingTests.script)
        try fixture.run(script + "; git for-each-ref > .git/before; ls .git/index.lock > .git/locks 2>&1 || true")
        let found = message { _ = try commit(fixture, [change("a/x.md", "one\n", "ONE\n")], writing: false) }
        #expect(found.hasPrefix("cannot commit: ") && found.contains(expected), "\(found)")
        #expect(!found.contains("\n"))
        try fixture.run(
            "git for-each-ref | cmp - .git/before; ls .git/index.lock 2>&1 | cmp - .git/locks")
    }

    @Test func `The author is whom gits own configuration names`() throws {
        let fixture = try Fixture(
            WritingTests.script + "; git config user.name Carl; git config user.email c@example.org")
        _ = try commit(
            fixture, [change("a/x.md", "one\n", "ONE\n")],
            environment: ["GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null"])
        try fixture.run("test \"$(git log -1 --format='%an|%ae|%at')\" = 'Carl|c@example.org|1700000003'")
        let other = try Fixture(WritingTests.script)
        let found = message {
            _ = try commit(
                other, [change("a/x.md", "one\n", "ONE\n")],
                environment: ["GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null"], writing: false)
        }
        #expect(found.contains("git does not know who you are"))
    }

    @Test func `A branch that moved meanwhile keeps what it moved to`() throws {
        let fixture = try Fixture(WritingTests.script)
        let repository = try fixture.open()
        let identity = try CommitIdentity(of: repository, environment: WritingTests.environment, seconds: 0)
        let pending = try PendingCommit([change("a/x.md", "one\n", "ONE\n")], in: repository, by: identity)
        try fixture.run("git update-ref refs/heads/main HEAD~1")
        let found = message { _ = try pending.make(message: "m\n") }
        #expect(found.contains("moved by another process"))
        try fixture.run("test \"$(git log -1 --format=%s)\" = first; test ! -e .git/index.lock")
    }
}
