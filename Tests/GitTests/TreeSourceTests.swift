import Content
import Git
import Glibc
import Testing

@Suite struct TreeSourceTests {
    @Test func `Links, submodules and hidden files are told apart`() throws {
        let fixture = try Fixture(
            """
            echo x > a.md; ln -s /etc/passwd out; mkdir .hidden; echo y > .hidden/z; commit first
            git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),sub; git commit -q -m second
            """)
        let tree = try fixture.tree()
        #expect(
            tree.entries() == [
                ContentEntry(path: "a.md", kind: .file), ContentEntry(path: "out", kind: .link),
                ContentEntry(path: "sub", kind: .special),
            ])
        #expect(try tree.read(".hidden/z") == Array("y\n".utf8))
        for path in ["out", "sub", "../a.md", "none"] {
            #expect(throws: ContentSourceError.self) { try tree.read(path) }
        }
    }

    @Test(arguments: ["..", ".git", ".GIT", ".", "a/b", ".git "])
    func `A path that no checkout would make is refused`(_ name: String) throws {
        let fixture = try Fixture(
            """
            blob=$(echo x | git hash-object -w --stdin)
            hex=$(echo $blob | sed 's/../\\\\x&/g')
            bash -c "printf '100644 %s\\0$hex' '\(name)'" > raw
            tree=$(git hash-object -t tree --literally -w raw)
            git update-ref HEAD $(git commit-tree -m bad $tree)
            """)
        #expect(message { _ = try fixture.tree() }.contains("git would not check out"))
    }

    @Test func `A tree that names itself over and over is stopped`() throws {
        let fixture = try Fixture(
            """
            tree=$(printf '100644 blob %s\\tf\\n' $(echo x | git hash-object -w --stdin) | git mktree)
            for level in 1 2 3 4 5 6 7 8 9 10; do
              tree=$(for n in $(seq 20); do printf '040000 tree %s\\td%s\\n' $tree $n; done | git mktree)
            done
            git update-ref HEAD $(git commit-tree -m bomb $tree)
            """)
        let start = ContinuousClock.now
        #expect(message { _ = try fixture.tree() }.contains("200000 entries"))
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test(arguments: ["true", "git repack -adq"])
    func `A blob over the limit is refused without being inflated`(_ pack: String) throws {
        let fixture = try Fixture("truncate -s 300M zeros; commit bomb; \(pack)")
        let before = peakMemory()
        let tree = try fixture.tree()
        #expect(message { _ = try tree.read("zeros") }.contains("larger than the limit"))
        #expect(peakMemory() - before < 32 << 20)
    }

    @Test func `Damage and loss are said`() throws {
        let fixture = try Fixture("seq 1000 > a; seq 2000 > b; commit first; git tag kept")
        try fixture.run(
            """
            file() { id=$(git rev-parse HEAD:$1); echo .git/objects/$(echo $id | cut -c1-2)/$(echo $id | cut -c3-); }
            chmod u+w $(file a); printf '\\377\\377\\377' | dd of=$(file a) bs=1 seek=40 conv=notrunc 2>/dev/null
            rm -f $(file b)
            """)
        let tree = try fixture.tree()
        #expect(message { _ = try tree.read("a") }.contains("cannot read the file 'a'"))
        #expect(message { _ = try tree.read("b") }.contains("is missing"))
    }

    @Test func `What changed between two commits is known by the names of contents`() throws {
        let fixture = try Fixture("echo 1 > a; echo 1 > b; commit one; git tag one; echo 2 > b; echo 3 > c; commit two")
        #expect(try fixture.tree().changedPaths(since: fixture.tree("one")) == ["b", "c"])
    }

    /// The most memory the process ever held.
    private func peakMemory() -> Int {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        return usage.ru_maxrss * 1024
    }
}
