import Content
import Git
import Glibc
import Testing

@Suite struct RepositoryTests {
    private static let commit = "echo one > a.md; commit first; "

    @Test func `A subfolder knows where in the repository it lies`() throws {
        let fixture = try Fixture("mkdir -p docs/kb; echo x > docs/kb/a.md; commit first")
        let repository = try fixture.open("docs/kb")
        #expect(repository.prefix == "docs/kb")
        let tree = try TreeSource(repository, commit: repository.headCommit, folder: repository.prefix)
        #expect(tree.entries().map(\.path) == ["a.md"])
        #expect(try tree.read("a.md") == Array("x\n".utf8))
    }

    @Test(arguments: [
        ("bare", "git clone -q --bare . bare; rm -rf .git"),
        ("linked", "git worktree add -q linked -b other"),
        ("shallow", "echo two > a.md; commit second; git clone -q --depth 1 file://$PWD shallow"),
        ("detached", "git clone -q . detached; git -C detached checkout -q --detach"),
        (
            "sparse",
            "git clone -q . sparse; cd sparse; git config core.repositoryformatversion 1; git sparse-checkout set none"
        ),
        (
            "partial",
            "git config uploadpack.allowFilter true; git clone -q --filter=blob:none file://$PWD partial"
        ),
        ("embedded", "git clone -q . embedded"),
    ])
    func `Every kind of checkout is read`(_ folder: String, _ script: String) throws {
        let fixture = try Fixture(RepositoryTests.commit + script)
        let repository = try fixture.open(folder)
        let tree = try TreeSource(repository, commit: repository.headCommit, folder: repository.prefix)
        #expect(try !tree.read("a.md").isEmpty)
    }

    @Test func `Content laid out like a bare repository stays content`() throws {
        let fixture = try Fixture(RepositoryTests.commit + "mkdir -p in/objects in/refs; echo 'ref: x' > in/HEAD")
        #expect(try fixture.open("in").prefix == "in")
    }

    @Test func `What cannot be opened is said in one sentence`() throws {
        let fixture = try Fixture()
        #expect(message { _ = try fixture.open().headCommit }.contains("no commit yet"))
        try fixture.run("rm -rf .git")
        #expect(message { _ = try fixture.open() }.contains("is not in a git repository"))
        try fixture.run("git init -q --object-format=sha256 .")
        #expect(message { _ = try fixture.open() }.contains("sha256"))
        #expect(message { _ = try fixture.open("missing") }.contains("no such folder"))
    }

    @Test func `Another user's repository is opened only once it is declared safe`() throws {
        let fixture = try Fixture(RepositoryTests.commit)
        let stranger = geteuid() + 1
        #expect(message { _ = try fixture.open(trust: RepositoryTrust(users: [stranger])) }.contains("safe.directory"))
        try fixture.run("git config -f ./global --add safe.directory \"$PWD\"")
        let trust = RepositoryTrust(users: [stranger], configurationFiles: [fixture.folder + "/global"])
        #expect(try fixture.open(trust: trust).workingTree == fixture.folder)
        let given = RepositoryTrust(
            user: stranger,
            environment: [
                "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*",
            ])
        #expect(try fixture.open(trust: given).workingTree == fixture.folder)
    }

    @Test func `A repository's configuration runs nothing and is not waited for`() throws {
        let fixture = try Fixture(
            RepositoryTests.commit + """
                mkfifo pipe; printf '[include]\\npath = %s/pipe\\n[core]\\nfsmonitor = touch ran\\npager = touch ran\\n\
                [diff "x"]\\ntextconv = touch ran\\n[filter "x"]\\nsmudge = touch ran\\n' "$PWD" >> .git/config
                """)
        #expect(try fixture.tree().read("a.md") == Array("one\n".utf8))
        #expect(access(fixture.folder + "/ran", F_OK) != 0)
    }

    @Test(arguments: ["HEAD~1", "main..x", "main@{1}", ":/first", "@", "", "a b", "^main", "main^{tree}", "HEAD\u{0}"])
    func `Expressions of git are refused`(_ name: String) throws {
        let fixture = try Fixture(RepositoryTests.commit)
        #expect(message { _ = try fixture.open().resolve(name) }.contains("is not a name of a commit"))
    }

    @Test func `Branches, tags and ids are resolved`() throws {
        let fixture = try Fixture(
            RepositoryTests.commit + """
                git tag light; git tag -a -m x heavy; git branch abcdef1; git update-ref refs/remotes/origin/main HEAD
                echo two > a.md; commit second; git branch light
                """)
        let repository = try fixture.open()
        let first = try repository.resolve("heavy")
        for name in ["abcdef1", "origin/main", "refs/tags/heavy", "refs/tags/light", first.description, first.short] {
            #expect(try repository.resolve(name) == first)
        }
        #expect(try repository.commit(repository.resolve("main")).parents == [first])
        #expect(try repository.commit(first).author.offsetMinutes == 120)
        #expect(message { _ = try repository.resolve("light") }.contains("both a tag and a branch"))
        #expect(message { _ = try repository.resolve("mian") }.contains("did you mean 'main'?"))
        #expect(message { _ = try repository.resolve("HEAD:a.md") }.contains("is not a name"))
    }

    @Test func `The merge base is found, or the shallow history is said`() throws {
        let fixture = try Fixture(
            RepositoryTests.commit + """
                echo 2 > b; commit base; git checkout -q -b side; echo s > s; commit side; git checkout -q main
                echo m > m; commit main2; git clone -q --depth 1 --no-single-branch file://$PWD shallow
                git clone -q --depth 2 --no-single-branch file://$PWD deeper;
                git checkout -q --orphan alone; commit alone
                """)
        let repository = try fixture.open()
        func base(_ repository: Repository, _ other: String) throws -> ObjectID {
            try repository.mergeBase(of: repository.resolve("refs/remotes/origin/main"), and: repository.resolve(other))
        }
        let found = try repository.mergeBase(of: repository.resolve("main"), and: repository.resolve("side"))
        #expect(try repository.commit(found).summary == "base")
        #expect(try base(fixture.open("deeper"), "origin/side") == found)
        #expect(message { _ = try base(fixture.open("shallow"), "origin/side") }.contains("history is shallow"))
        let unrelated = message {
            _ = try repository.mergeBase(of: repository.resolve("main"), and: repository.resolve("alone"))
        }
        #expect(unrelated.contains("no commit in common"))
    }
}
