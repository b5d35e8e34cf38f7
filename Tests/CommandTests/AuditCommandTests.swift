import TestSupport
import Testing

/// `kb audit` and `kb purge`.
@Suite(.enabled(if: ApprovalBase.isPossible, "ssh-keygen is not installed")) struct AuditCommandTests {
    private func lines(_ base: ApprovalBase, status: Int32) throws -> [String] {
        let trail = try base.kb("audit", "--format", "csv", status: status)
        return trail.output.split(whereSeparator: \.isNewline).map(String.init).filter {
            $0.contains("arriving-for-a-visit") && !$0.contains(",create,")
        }
    }

    @Test func `The trail tells who changed and approved what, with keys`() throws {
        let base = try ApprovalBase()
        try base.edit()
        try base.commit(by: "ann")
        try base.edit("photo ID", "photograph")
        try base.commit(by: "ann")
        try base.approve("ben")
        let text = try base.kb("audit", status: 0).output.replacing("\n   ", with: "")
        #expect(text.contains("(edit) by ann; approved by ben (1 of 1)"), "\(text)")
        // Three commits on the branch itself: they passed the gate together.
        let trail = try lines(base, status: 0)
        #expect(trail.count == 3)
        #expect(trail[0].contains(",changed,edit,") && trail[0].contains(",approved,ann,false,SHA256:"))
        #expect(trail[1].contains(",changed,edit,") && trail[1].contains(",approver,1,1,"))
        #expect(trail[2].contains(",approved,edit,") && trail[2].contains(",ben,") && trail[2].contains(".signed,"))
        let json = try base.kb("audit", "--format", "json", status: 0).output
        #expect(try OutputSchemaTests().violations(json, of: "audit") == [])
    }

    @Test func `A change that went out alone is told`() throws {
        let base = try ApprovalBase()
        try base.edit()
        try base.commit(by: nil)
        let trail = try lines(base, status: 1)
        #expect(trail.count == 1 && trail[0].contains(",unapproved,,true,,approver,2,0,"))
        let text = try base.kb("audit", status: 1)
        #expect(text.error.contains("1 change without the approvals"))
        #expect(text.output.contains("files that needed no approval"))
        #expect(text.output.contains("(edit) by somebody") && text.output.contains("unapproved (0 of 2)"))
        #expect(try base.kb("audit", "--from", "2001-01-01", "--to", "2001-01-02", status: 0).output.isEmpty)
    }

    @Test func `What was owed is ratified by a later approval, and late without one`() throws {
        let base = try ApprovalBase(approval: "{match: {}, role: approver, approvals: 1, ratify_within: 24h}")
        try base.shell("git checkout -q main")
        try base.edit()
        try base.commit(by: "ann")
        #expect(try lines(base, status: 0)[0].contains(",owed,ann,"))
        let owed = try base.kb("audit", status: 0).output.replacing("\n   ", with: "")
        #expect(owed.contains("(edit) by ann; owed (0 of 1), due by 20"), "\(owed)")
        let late = try base.kb("audit", "--at", "2100-01-01", status: 1).output.replacing("\n   ", with: "")
        #expect(late.contains("by ann; unapproved late (0 of 1), due by 20"), "\(late)")
        try base.shell("git branch before HEAD~1")
        try base.kb("approve", "--all", "--base", "before", "--key", base.key("ben"), status: 0)
        try base.commit("ratified", by: "ben")
        try base.shell("git branch -f before HEAD~1")
        #expect(try base.kb("gate", "before..HEAD", status: 0).sentence.contains("it may ratify what went out before"))
        let ratified = try lines(base, status: 0)[0]
        #expect(ratified.contains(",ratified,ann,") && ratified.contains(",approver,1,1,"), "\(ratified)")
        #expect(ratified.hasSuffix(",false") && ratified.contains(",ben,20"), "\(ratified)")
        let text = try base.kb("audit", status: 0).output.replacing("\n   ", with: "")
        #expect(text.contains("by ann; ratified by ben (1 of 1), due by 20"), "\(text)")
        // The same, handed in after two days.
        try base.shell(
            """
            GIT_COMMITTER_DATE="@$(($(git log -1 --format=%ct HEAD~1) + 172800)) +0000" git -c user.name=A \
            -c user.email=a@example.org commit -q --amend --no-edit
            """)
        #expect(try lines(base, status: 0)[0].hasSuffix(",true"))
        let tardy = try base.kb("audit", status: 0).output.replacing("\n   ", with: "")
        #expect(tardy.contains("ratified late by ben (1 of 1), due by 20"), "\(tardy)")
    }

    @Test func `A purge leaves a tombstone that stands for what is missing`() throws {
        let base = try ApprovalBase(roles: "  privacy: {members: [cara], may: [purge]}\n")
        try base.edit("Say when to arrive.", "Say when to arrive. Mrs Example of 1 River Street called.")
        try base.commit("oops", by: "ann")
        try base.approve("ben")
        try base.shell("git branch -f main change")
        try base.edit(" Mrs Example of 1 River Street called.", " Ask for the card.")
        try base.commit("clean", by: "ann")
        try base.approve("ben")
        let refused = try base.kb(
            "purge", ApprovalBase.article, "--rev", "change", "--reason", "a name", "--key", base.key("ben"), status: 2)
        #expect(refused.sentence.contains("may 'purge'"))
        let oops = try base.shell("git rev-parse HEAD~3").split(separator: "\n")[0]
        let purge = try base.kb(
            "purge", ApprovalBase.article, "--rev", String(oops), "--reason", "a caller's name", "--key",
            base.key("cara"),
            status: 0)
        try base.commit("tombstone", by: "cara")
        let blob = try #require(purge.output.split(separator: "\n").last)
        #expect(try base.shell("git cat-file blob \(blob)").contains("Mrs Example"))
        try base.kb("audit", status: 0)
        try base.shell("rm -f .git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))")
        let trail = try lines(base, status: 0)
        #expect(trail.contains { $0.contains(",purged,delete,") && $0.contains("a caller's name") })
        #expect(
            trail.contains { $0.contains(",changed,edit,") && $0.contains("content was purged by cara") }, "\(trail)")
        let log = try base.kb("log", "arriving-for-a-visit", status: 0)
        #expect(log.sentence.contains("A file of this history was purged: what changed there cannot be told"))
        #expect(log.output.split(separator: "\n").filter { $0.contains("cannot be told") }.count == 2, "\(log.output)")
        #expect(
            try base.kb("log", "arriving-for-a-visit", "--format", "json", status: 0).output.contains(
                "\"complete\":false"))
        try base.shell("git reset -q --hard HEAD~1")
        #expect(try base.kb("audit", status: 2).sentence.contains("is missing from the repository"))
        #expect(
            try base.kb("log", "arriving-for-a-visit", status: 2).sentence.contains("is missing from the repository"))
    }

    @Test func `A tombstone does not approve what was taken back unapproved`() throws {
        let base = try ApprovalBase(roles: "  privacy: {members: [cara], may: [purge]}\n")
        try base.edit()
        try base.commit("alone", by: "cara")
        let blob = try base.shell("git rev-parse HEAD:./\(ApprovalBase.article)").prefix(40)
        try base.edit("Say when and where to arrive.", "Say when to arrive.")
        try base.commit("back", by: "cara")
        func states() throws -> [Bool] { try lines(base, status: 1).map { $0.contains(",unapproved,") } }
        #expect(try states() == [true, true])
        let rev = try base.shell("git rev-parse HEAD~1").prefix(40)
        try base.kb(
            "purge", ApprovalBase.article, "--rev", String(rev), "--reason", "typo", "--key", base.key("cara"),
            status: 0)
        try base.commit("tombstone", by: "cara")
        #expect(try states() == [true, true, false])
        #expect(try !lines(base, status: 1).contains { $0.contains("was purged") })
        try base.shell("rm -f .git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))")
        #expect(try states() == [true, true, false])
    }

    @Test func `Approvals of a later change do not cover what was taken back before`() throws {
        let base = try ApprovalBase()
        try base.shell("git mv \(ApprovalBase.article) articles/elsewhere.md")
        try base.commit("moved", by: "ann")
        try base.write("---\ntitle: Draft\n---\nText.\n", to: "articles/arriving-for-a-visit-draft.md")
        try base.commit("draft", by: "ann")
        try base.shell(
            "git rm -q articles/arriving-for-a-visit-draft.md; git mv articles/elsewhere.md articles/arriving.md")
        try base.commit("no draft", by: "ann")
        try base.approve("ben")
        let trail = try lines(base, status: 1).filter { $0.contains(",changed,") }
        #expect(trail.filter { $0.contains("-draft.md") }.allSatisfy { $0.contains(",unapproved,") }, "\(trail)")
        #expect(trail.filter { $0.contains(",rename,") }.allSatisfy { $0.contains(",approved,ann,") }, "\(trail)")
        #expect(trail.count { $0.contains(",rename,") } == 2 && trail.contains { $0.contains("-draft.md") })
        #expect(try base.kb("audit", status: 1).error.contains("2 changes without"))
    }

    @Test func `Approvals of purged content count for what a rewritten history has instead`() throws {
        let base = try ApprovalBase(roles: "  privacy: {members: [cara], may: [purge]}\n")
        try base.edit("Say when to arrive.", "Say when to arrive. Mrs Example called.")
        try base.commit("oops", by: "ann")
        try base.approve("ben")
        try base.shell("git branch -f main change")
        try base.folder.write(
            base.folder.read("kb/" + ApprovalBase.article).replacing("Mrs Example", with: "A caller"), to: "clean.md")
        let oops = try base.shell("git rev-parse HEAD~1").split(separator: "\n")[0]
        try base.kb(
            "purge", ApprovalBase.article, "--rev", String(oops), "--reason", "a name", "--replacement",
            base.folder.path + "/clean.md", "--key", base.key("cara"), status: 0)
        try base.edit("Mrs Example", "A caller")
        try base.commit("tombstone", by: "cara")
        try base.approve("ben")
        try base.kb("audit", status: 0)
        try base.shell(
            """
            export FILTER_BRANCH_SQUELCH_WARNING=1
            git filter-branch -f --tree-filter "sed -i 's/Mrs Example/A caller/' \(ApprovalBase.article)" \
            -- change > ../log 2>&1
            git for-each-ref --format='delete %(refname)' refs/original | git update-ref --stdin
            git branch -f main change; git reflog expire --expire=now --all; git gc -q --prune=now
            if git log -p | grep -q 'Mrs Example'; then exit 1; fi
            """)
        let trail = try lines(base, status: 0)
        #expect(
            trail.contains { $0.contains(",changed,edit,") && $0.contains(",approved,,true,,approver,1,1,") },
            "\(trail)")
        #expect(trail.contains { $0.contains(",purged,edit,") })
    }

    @Test func `Releases stand in the trail with the key that signed their tags`() throws {
        let base = try ApprovalBase(roles: "  releaser: {members: [cara], may: [publish]}\n")
        try base.kb("publish", "agents", "--key", base.key("cara"), status: 0)
        let trail = try base.kb("audit", "--format", "csv", status: 0).output
        #expect(trail.contains(",published,publish agents/1,") && trail.contains(",cara,false,SHA256:"), "\(trail)")
    }

    @Test func `A cell that looks like a formula is kept a text`() throws {
        let base = try ApprovalBase()
        try base.edit("title: Arriving for a visit", "title: \"=1+1, \\\"x\\\"\"")
        try base.commit(by: "ann")
        #expect(try base.kb("audit", "--format", "csv", status: 1).output.contains("\"'=1+1, \"\"x\"\"\""))
    }
}
