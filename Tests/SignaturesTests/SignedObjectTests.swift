import Signatures
import TestSupport
import Testing

/// Commits and tags that git signs with `gpg.format=ssh`.
@Suite(.enabled(if: KeyTool.isInstalled, "ssh-keygen is not installed")) struct SignedObjectTests {
    private let tool = KeyTool()

    private func git(_ script: String) throws -> String {
        var program = Program("/bin/sh", ["-c", "set -e; " + script])
        program.folder = tool.folder.path
        program.variables = ["HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1"]
        let outcome = try program.run()
        try #require(outcome.status == 0, "\(outcome.error)")
        return outcome.output
    }

    private func make() throws -> PublicKey {
        _ = try tool.key()
        _ = try git(
            """
            git init -q -b main r; cd r; git config user.name A; git config user.email a@example.org
            git config gpg.format ssh; git config user.signingkey ../key
            git commit -q --allow-empty -m unsigned; git commit -q -S --allow-empty -m 'signed

            gpgsig in the text'; git tag -s -m release v1; git tag -a -m release v0
            """)
        return try PublicKey(line: tool.folder.read("key.pub"))
    }

    @Test func `The key that signed a commit or a tag is found`() throws {
        let key = try make()
        let signed = Array(try git("cd r; git cat-file commit HEAD").utf8)
        #expect(SignedObject(commit: signed).signer == key)
        #expect(try SignedObject(commit: Array(git("cd r; git cat-file commit HEAD~1").utf8)).signer == nil)
        #expect(try SignedObject(tag: Array(git("cd r; git cat-file tag v1").utf8)).signer == key)
        #expect(try SignedObject(tag: Array(git("cd r; git cat-file tag v0").utf8)).signer == nil)
    }

    @Test func `A commit whose text or author was changed after signing is nobody's`() throws {
        _ = try make()
        let commit = try git("cd r; git cat-file commit HEAD")
        for changed in [
            commit.replacing("signed\n", with: "forged\n"), commit.replacing("author A <", with: "author B <"),
            commit + "\n", commit.replacing("committer", with: "gpgsig x\ncommitter"),
            commit.replacing("BEGIN SSH", with: "BEGIN PGP"),
        ] {
            #expect(changed != commit)
            #expect(SignedObject(commit: Array(changed.utf8)).signer == nil)
        }
    }

    @Test func `A signature in the text of a commit is none of the commit`() throws {
        _ = try make()
        let commit = try git("cd r; git cat-file commit HEAD")
        let start = try #require(commit.firstRange(of: "gpgsig")).lowerBound
        let end = try #require(commit.firstRange(of: "-----END SSH SIGNATURE-----\n")).upperBound
        let moved = commit[..<start] + commit[end...] + commit[start..<end]
        #expect(SignedObject(commit: Array(moved.utf8)).signer == nil)
    }
}
