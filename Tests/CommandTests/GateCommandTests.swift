import TestSupport
import Testing

/// `kb approve` and `kb gate`.
@Suite(.enabled(if: ApprovalBase.isPossible, "ssh-keygen is not installed")) struct GateCommandTests {
    @Test func `A change waits until somebody else approves it`() throws {
        let base = try ApprovalBase()
        try base.edit()
        try base.commit(by: "ann")
        let before = try base.kb("gate", status: 1)
        #expect(
            before.output == """
                missing: articles/arriving-for-a-visit.md: edit of arriving-for-a-visit
                    (Arriving for a visit)
                    needs 1 approval as 'approver', none yet
                    may approve: Ben, Cara

                """)
        #expect(before.error == "Requirements: 1 missing.\n")
        let shown = try base.kb("approve", "arriving-for-a-visit", "--dry-run", status: 0)
        #expect(shown.error.hasPrefix("edit articles/arriving-for-a-visit.md: Arriving for a visit, +1 -1 lines\n"))
        #expect(shown.error.contains("{+and where +}"), "\(shown.error)")
        let own = try base.kb("approve", "--all", "--key", base.key("ann"), status: 2)
        #expect(own.sentence.contains("an author does not approve their own change"))
        try base.approve("ben")
        let after = try base.kb("gate", "main..change", status: 0)
        #expect(after.output.hasPrefix("met: articles/") && after.output.contains("approved by Ben, key SHA256:"))
        #expect(try base.kb("approve", "--all", "--key", base.key("cara"), status: 1).error.contains("Nothing between"))
    }

    @Test func `An approval survives a squash and a rebase, and no edit`() throws {
        let base = try ApprovalBase()
        try base.edit()
        try base.commit(by: "ann")
        try base.approve("ben")
        try base.shell("git checkout -q main")
        try base.write("questions: []\n", to: "tests/more.yaml")
        try base.commit("elsewhere", by: "cara")
        try base.shell("git checkout -q change; git -c user.name=A -c user.email=a@example.org rebase -q main")
        // The rebase took the signatures away, so that one approval more is needed; it names content, so the first counts.
        #expect(try base.kb("gate", status: 1).output.contains("needs 2 approvals as 'approver'"))
        try base.shell("git reset -q --soft main")
        try base.commit("squashed", by: "ann")
        try base.kb("gate", status: 0)
        try base.edit("photo ID", "photograph")
        try base.commit(by: "ann")
        let stale = try base.kb("gate", status: 1).output
        #expect(stale.contains("does not count: Ben, because the content was changed after it"), "\(stale)")
    }

    @Test func `An approval that did its work counts for no second time`() throws {
        let base = try ApprovalBase()
        let before = try base.folder.read("kb/" + ApprovalBase.article)
        try base.edit()
        try base.commit(by: "ann")
        try base.approve("ben")
        try base.shell("git checkout -q main; git merge -q --ff-only change")
        try base.write(before, to: ApprovalBase.article)
        try base.commit("back again", by: "ann")
        try base.shell("git checkout -q -B change")
        try base.edit()
        try base.commit("and forth", by: "ann")
        #expect(try base.kb("gate", status: 1).output.contains("none yet"))
    }

    @Test func `A change cannot let itself pass`() throws {
        let base = try ApprovalBase()
        try base.write(base.folder.read("kb/kb.yaml").replacing("role: approver", with: "role: witness"), to: "kb.yaml")
        try base.makeKey("mallory")
        try base.write(
            base.roster(
                roles: "  own: {members: [editors], may: [edit]}\n", keys: ["ben": "\"\(base.publicKey("mallory"))\""]),
            to: "people.yaml")
        try base.edit()
        try base.commit(by: "ann")
        let forged = try base.kb("approve", "--all", "--key", base.key("mallory"), status: 2)
        #expect(forged.sentence.contains("is nobody's in people.yaml of main"))
        // By the head's own people it would be signed; the base does not know the key.
        try base.kb("approve", "--all", "--base", "change", "--key", base.key("mallory"), status: 1)
        let closed = try base.kb("gate", status: 1)
        #expect(closed.output.split(separator: "\n").count { $0.hasPrefix("missing: ") } == 3)
        #expect(
            closed.output.contains("missing: kb.yaml: edit") && closed.output.contains("missing: people.yaml: edit"))
    }

    @Test func `Statements that are there stay as they are, and others stop the change`() throws {
        let base = try ApprovalBase()
        try base.edit()
        try base.commit(by: "ann")
        try base.approve("ben")
        try base.shell("git checkout -q main; git merge -q --ff-only change; git checkout -q change; rm -r approvals")
        try base.write("no statement", to: "approvals/2026/forged.signed")
        try base.commit(by: "ann")
        let closed = try base.kb("gate", status: 1).output
        #expect(closed.contains("stays as it is") && closed.contains("it has no signature"), "\(closed)")
    }

    @Test func `A revoked key counts for nothing, and a commit by it is anybody's`() throws {
        let base = try ApprovalBase()
        try base.edit()
        try base.commit(by: "ann")
        try base.approve("ben")
        try base.kb("gate", status: 0)
        let key = try "{key: \"\(base.publicKey("ben"))\", revoked: 2026-01-01}"
        try base.shell("git checkout -q main")
        try base.write(base.roster(keys: ["ben": key]), to: "people.yaml")
        try base.commit("revoke", by: "cara")
        try base.kb("validate", status: 0)
        try base.shell("git checkout -q change")
        #expect(try base.kb("gate", status: 1).output.contains("because the key is revoked"))
        let again = try base.kb("approve", "--all", "--key", base.key("ben"), status: 2)
        #expect(again.sentence.contains("the key is revoked"))
    }

    @Test func `An approval on a forge is taken over by a key that may attest`() throws {
        let base = try ApprovalBase()
        try base.edit()
        try base.commit(by: nil)
        let link = "https://forge.example/pulls/7#review-1"
        let attest = ["--evidence", link, "--key"]
        func attested(_ account: String, _ more: String..., by person: String = "bot", status: Int32) throws -> String {
            var program = Program.kb(
                ["approve", "--all", "--attest", account] + more + attest + [base.key(person)], in: base.path)
            program.variables = ["SSH_AUTH_SOCK": ""]
            let outcome = try program.run()
            #expect(outcome.status == status, "\(outcome.error)")
            return outcome.sentence
        }
        #expect(try attested("github:ben-on-forge", by: "cara", status: 2).contains("may not attest here"))
        _ = try attested("github:ann-on-forge", "--author", status: 0)
        try base.commit(by: "bot")
        #expect(try attested("github:ann-on-forge", status: 2).contains("an author does not approve"))
        _ = try attested("github:ben-on-forge", status: 0)
        try base.commit(by: "bot")
        let open = try base.kb("gate", status: 0).output
        #expect(open.contains("approved by Ben on a forge, attested by Bot") && open.contains("review-1"), "\(open)")
    }

    @Test func `What may be ratified later is owed and stops nothing`() throws {
        let base = try ApprovalBase(approval: "{match: {}, role: approver, approvals: 1, ratify_within: 24h}")
        try base.edit()
        try base.commit(by: "ann")
        let owed = try base.kb("gate", "--at", "2026-11-24T12:00", status: 0)
        #expect(owed.output.hasPrefix("owed: ") && owed.output.contains("by 2026-11-25T12:00:00Z, may approve"))
    }

    @Test func `Who may edit is told by keys`() throws {
        let base = try ApprovalBase(roles: "  writer: {members: [ann], may: [edit], paths: [\"articles/**\"]}\n")
        try base.edit()
        try base.commit(by: "cara")
        try base.approve("ben")
        #expect(try base.kb("gate", status: 1).output.contains("Cara may not edit it"))
    }

    @Test func `Mistakes in what changed close the gate by the base's schemas`() throws {
        let base = try ApprovalBase()
        try base.edit("owner: editors", "owner: [editors]")
        try base.commit(by: "ann")
        try base.approve("ben")
        let closed = try base.kb("gate", status: 1)
        #expect(closed.output.contains("articles/arriving-for-a-visit.md:") && closed.output.contains("error["))
        #expect(closed.error.contains("1 met; 1 error."))
    }

    @Test func `Every format tells the same`() throws {
        let base = try ApprovalBase()
        try base.edit()
        try base.commit(by: "ann")
        let json = try base.kb("gate", "--format", "json", status: 1).output
        #expect(try OutputSchemaTests().violations(json, of: "gate") == [])
        try base.approve("ben")
        let open = try base.kb("gate", "--format", "json", status: 0).output
        #expect(try OutputSchemaTests().violations(open, of: "gate") == [])
        #expect(open.contains("\"person\":\"ben\"") && open.contains("\"passed\":true"))
        #expect(try base.kb("gate", "--format", "jsonl", status: 0).output.hasPrefix("{\"state\":\"met\""))
        #expect(try base.kb("gate", "--format", "markdown", status: 0).output.hasPrefix("### The gate is open\n"))
        #expect(try base.kb("gate", "--format", "github", status: 0).output.isEmpty)
        try base.edit("photo ID", "photograph")
        try base.commit(by: "ann")
        #expect(try base.kb("gate", "--format", "github", status: 1).output.hasPrefix("::error file=articles/"))
    }

    @Test func `What matters most to readers stands first, whatever its path`() throws {
        let base = try ApprovalBase()
        try base.shell("git checkout -q main")
        try base.write(VisitBase.workflow(), to: "workflows/visit.yaml")
        try base.write(
            """
            scenarios:
              - {workflow: visit, context: {urgency: routine, age: 16}, expect: {outcome: guardian}}
              - {workflow: visit, context: {urgency: routine, age: 17}, expect: {outcome: guardian}}
              - {workflow: visit, context: {urgency: urgent}, expect: {outcome: nurse}}

            """, to: "tests/visit.yaml")
        try base.commit("workflow", by: "ann")
        try base.shell("git checkout -q -B change")
        try base.edit()
        try base.write(
            base.folder.read("kb/facts/general.yaml").replacing("value: 15", with: "value: 20"),
            to: "facts/general.yaml")
        try base.write(VisitBase.workflow().replacing("18", with: "16"), to: "workflows/visit.yaml")
        try base.commit(by: "ann")
        let output = try base.kb("gate", status: 1).output
        let order = output.split(separator: "\n").filter { $0.hasPrefix("missing: ") }
        #expect(order.count == 3 && order[0].contains("workflows/visit.yaml"), "\(output)")
        #expect(order[1].contains("facts/general.yaml: edit, told by 1 item"), "\(output)")
        #expect(output.contains("changes 2 scenarios"), "\(output)")
    }

    @Test func `A place without rules does not pass for one whose rules are met`() throws {
        let base = try ApprovalBase()
        try base.edit()
        try base.commit(by: "ann")
        #expect(try base.kb("gate", "--folder", "kbs", status: 2).sentence.contains("there is no kb.yaml in 'kbs'"))
        try base.shell("git checkout -q main")
        let text = try base.folder.read("kb/kb.yaml")
        let rules = try #require(text.firstRange(of: "approval:"))
        try base.write(text[..<rules.lowerBound], to: "kb.yaml")
        try base.commit(by: "ann")
        try base.shell("git checkout -q change; git -c user.name=A -c user.email=a@example.org rebase -q main")
        #expect(try base.kb("gate", status: 0).sentence.contains("because kb.yaml of the base has no 'approval'"))
    }

    @Test func `An edition or a translation is as much of a risk as those that are there`() throws {
        let base = try ApprovalBase(
            approval:
                "{match: {risk: high}, role: approver, approvals: 2}\n  - {match: {}, role: approver, approvals: 1}")
        try base.shell("git checkout -q main")
        try base.edit("title: Arriving", "risk: high\ntitle: Arriving")
        try base.commit("high", by: "ann")
        try base.shell("git checkout -q -B change")
        let text = try base.folder.read("kb/" + ApprovalBase.article)
        try base.write(text.replacing("risk: high", with: "language: es"), to: "articles/arriving-for-a-visit.es.md")
        try base.write(text.replacing("risk: high", with: "risk: normal"), to: "articles/next.md")
        let other = text.replacing("arriving-for-a-visit", with: "quite-another").replacing(
            "risk: high", with: "risk: normal")
        try base.write(other, to: "articles/quite-another.md")
        try base.commit(by: "ann")
        let gate = try base.kb("gate", status: 1).output
        #expect(
            gate.ranges(of: "needs 2 approvals").count == 2 && gate.ranges(of: "needs 1 approval as").count == 1,
            "\(gate)")
    }

    @Test func `Who has no key that counts is not said to be able to approve`() throws {
        let base = try ApprovalBase()
        try base.shell("git checkout -q main")
        var people = try base.roster(keys: ["cara": "\"\(base.publicKey("ben"))\""])
        people = people.replacing(", accounts: [\"github:ben-on-forge\"]", with: "")
            .replacing(", accounts: [\"github:cara-on-forge\"]", with: "")
        try base.write(people, to: "people.yaml")
        try base.commit("shared", by: "ann")
        try base.shell("git checkout -q -B change")
        try base.edit()
        try base.commit(by: "ann")
        #expect(try !base.kb("gate", status: 1).output.contains("may approve: Ben"))
        let shared = try base.kb("approve", "--all", "--key", base.key("ben"), status: 2)
        #expect(shared.sentence.contains("is that of ben and cara"), "\(shared.error)")
    }

    @Test func `Approving says how to ratify, and takes no script for evidence`() throws {
        let base = try ApprovalBase()
        let none = try base.kb("approve", "arriving-for-a-visit", "--key", base.key("ben"), status: 2)
        #expect(none.sentence.contains("--base the commit before"), "\(none.error)")
        try base.edit()
        try base.commit(by: nil)
        func attest(_ evidence: String, status: Int32) throws -> String {
            try base.kb(
                "approve", "--all", "--attest", "github:ben-on-forge", "--evidence", evidence, "--key", base.key("bot"),
                status: status
            ).sentence
        }
        #expect(try attest("javascript:x", status: 2).contains("'javascript:' is neither"))
        #expect(try attest("Call: of 3 May", status: 0).contains("Signed by bot"))
    }

    @Test func `A link in place of a file does not pass, approved or not`() throws {
        let base = try ApprovalBase()
        try base.shell("ln -sf ../kb.yaml \(ApprovalBase.article)")
        try base.commit(by: "ann")
        try base.approve("ben")
        let gate = try base.kb("gate", status: 1).output
        #expect(gate.contains("KB009") && gate.contains("met: articles/"), "\(gate)")
    }

    @Test func `A file that both sides changed is merged first`() throws {
        let base = try ApprovalBase()
        try base.edit()
        try base.commit(by: "ann")
        try base.approve("ben")
        try base.shell("git checkout -q main")
        try base.edit("photo ID", "photograph")
        try base.commit(by: "cara")
        try base.shell("git checkout -q change")
        #expect(try base.kb("gate", status: 1).output.contains("was changed in the base as well"))
    }
}
