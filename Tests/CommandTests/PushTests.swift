import TestSupport
import Testing

/// Real pushes to a bare repository whose pre-receive hook is `kb gate`.
@Suite(.enabled(if: ApprovalBase.isPossible, "ssh-keygen is not installed")) struct PushTests {
    private let base: ApprovalBase

    init() throws {
        base = try ApprovalBase()
        try base.shell("git init -q --bare -b main ../bare.git; git remote add origin ../bare.git")
        let set = try base.kb("init", "--hook", "pre-receive", "../bare.git", status: 0)
        #expect(set.output.hasSuffix("bare.git/hooks/pre-receive\n"))
        try base.shell("git push -q origin main; git fetch -q; git remote set-head origin main")
    }

    @Test func `A push without approvals is refused, and with them it is taken`() throws {
        try base.edit()
        try base.commit(by: "ann")
        let refused = try base.shell("git push -q origin change:main", status: 1)
        #expect(refused.contains("missing: articles/arriving-for-a-visit.md"), "\(refused)")
        #expect(try base.shell("git rev-parse main") == base.shell("git --git-dir ../bare.git rev-parse main"))
        try base.approve("ben")
        let taken = try base.shell("git push -q origin change:main")
        #expect(taken.contains("approved by Ben"), "\(taken)")
        #expect(try base.shell("git rev-parse change") == base.shell("git --git-dir ../bare.git rev-parse main"))
    }

    @Test func `Other branches take everything`() throws {
        try base.edit()
        try base.commit(by: nil)
        try base.shell("git push -q origin change")
        try base.shell("git push -q origin :change")
    }

    @Test func `The protected branch is neither deleted nor taken back`() throws {
        #expect(try base.shell("git push -q origin :main", status: 1).contains("is not deleted"))
        try base.shell("git checkout -q --orphan other")
        try base.commit("other", by: "ann")
        #expect(try base.shell("git push -q -f origin other:main", status: 1).contains("would take commits out"))
    }

    @Test func `A new protected branch is held against the one that is there`() throws {
        try base.shell(
            "sed -i 's/--pre-receive/--pre-receive --branch main --branch release/' ../bare.git/hooks/pre-receive")
        try base.edit()
        try base.commit(by: "ann")
        #expect(try base.shell("git push -q origin change:release", status: 1).contains("missing: articles/"))
        try base.approve("ben")
        try base.shell("git push -q origin change:release")
    }

    @Test func `The protected branch is named, and that it is not there yet`() throws {
        let set = try base.kb("init", "--hook", "pre-receive", "../bare.git", status: 0)
        #expect(set.sentence.contains("Pushes to the branch 'main'") && !set.sentence.contains("There is no branch"))
        try base.shell("git init -q --bare -b trunk ../empty.git")
        let empty = try base.kb("init", "--hook", "pre-receive", "../empty.git", status: 0)
        #expect(empty.sentence.contains("There is no branch 'trunk' yet"), "\(empty.error)")
        try base.shell("git rev-parse main > ../bare.git/HEAD")
        #expect(try base.kb("init", "--hook", "pre-receive", "../bare.git", status: 2).sentence.contains("no branch"))
    }

    @Test func `Tags of releases are neither deleted nor moved, and nothing is replaced`() throws {
        try base.shell("git tag releases/desk/1 main; git tag other main; git push -q origin releases/desk/1 other")
        try base.shell("git push -q origin :other")
        #expect(try base.shell("git push -q origin :releases/desk/1", status: 1).contains("records a release"))
        try base.edit()
        try base.commit(by: "ann")
        try base.shell("git tag -f releases/desk/1")
        #expect(try base.shell("git push -qf origin releases/desk/1", status: 1).contains("records a release"))
        try base.shell("git replace HEAD main")
        #expect(try base.shell("git push -q origin 'refs/replace/*'", status: 1).contains("would show other"))
    }

    @Test func `A hook of somebody else's is left alone`() throws {
        try base.shell("printf '#!/bin/sh\\n' > ../bare.git/hooks/pre-receive")
        #expect(try base.kb("init", "--hook", "pre-receive", "../bare.git", status: 2).sentence.contains("already"))
    }
}
