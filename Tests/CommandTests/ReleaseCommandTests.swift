import Glibc
import TestSupport
import Testing
import YAML

/// `kb publish`, `kb rollback` and answers as of a moment.
@Suite(.enabled(if: ApprovalBase.isPossible)) struct ReleaseCommandTests {
    private static let roles = """
          releaser: {members: [cara], may: [publish, rollback]}
          duty-manager: {members: [ben], may: [approve, publish], paths: ["alerts/**"]}
        """
    private static let policy = """
        {match: {kind: alert}, role: duty-manager, approvals: 1, ratify_within: 24h}
          - {match: {}, role: approver, approvals: 1}
        """
    private static let alert = """
        id: closed-for-snow
        type: announcement
        title: Closed for snow
        owner: editors
        audience: [agents]
        severity: critical
        from: 2026-03-03T06:00
        until: 2026-03-05
        message: Rebook for Thursday.

        """

    private func base() throws -> ApprovalBase {
        let base = try ApprovalBase(approval: Self.policy, roles: Self.roles)
        try base.shell(
            """
            git checkout -q main; git branch -q -D change; sed -i 's/last: 20[0-9-]*/last: 2026-01-01/' */*.md */*.yaml
            export GIT_COMMITTER_DATE='2026-02-27T08:00:00Z'
            git -c user.name=A -c user.email=a@example.org commit -q -a --amend -m base
            """)
        return base
    }

    private func commit(_ base: ApprovalBase, _ message: String, by person: String?, on day: Int, hour: Int = 8) throws
    {
        let signing = person.map { "-c gpg.format=ssh -c user.signingkey=\(base.key($0)) " } ?? ""
        try base.shell(
            """
            export GIT_COMMITTER_DATE='2026-03-0\(day)T0\(hour):00:00Z'
            git add -A; git -c user.name=A -c user.email=a@example.org \(signing)commit -q --allow-empty \
            \(person == nil ? "" : "-S") -m '\(message)'
            """)
    }

    @discardableResult
    private func publish(
        _ base: ApprovalBase, by person: String = "cara", at moment: String, _ more: String..., status: Int32 = 0
    ) throws -> Program.Outcome {
        try run(base, ["publish", "agents", "--key", base.key(person), "--at", moment] + more, status: status)
    }

    private func run(_ base: ApprovalBase, _ arguments: [String], status: Int32) throws -> Program.Outcome {
        var program = Program.kb(arguments, in: base.path)
        program.variables = ["SSH_AUTH_SOCK": "", "HOME": base.folder.path]
        let outcome = try program.run()
        #expect(outcome.status == status, "\(arguments): \(outcome.error)\(outcome.output)")
        return outcome
    }

    /// An edit of the article with an approval by Ben, the edit signed by Ann.
    private func change(_ base: ApprovalBase, _ old: String, _ new: String, on day: Int) throws {
        try base.edit(old, new)
        try commit(base, "change", by: "ann", on: day)
        try approve(base, on: day)
    }

    private func approve(_ base: ApprovalBase, on day: Int) throws {
        let before = try base.shell("git rev-parse HEAD~1").prefix(40)
        try base.kb(
            "approve", "--all", "--base", String(before), "--key", base.key("ben"), "--at", "2026-03-0\(day)T09:00Z",
            status: 0)
        try commit(base, "approval", by: "ben", on: day, hour: 9)
    }

    @Test func `A release is a tag that git verifies, and readers know it by the index`() throws {
        let base = try base()
        let first = try publish(base, at: "2026-03-01T10:00Z")
        #expect(first.output.contains("agents/1 is published: commit "))
        try base.shell(
            """
            git cat-file tag releases/agents/1 > tag.txt; grep -q '^index: agents sha256:' tag.txt
            echo "cara@example.org $(cat \(base.key("cara")).pub)" > signers; rm tag.txt
            git -c gpg.format=ssh -c gpg.ssh.allowedSignersFile="$PWD/signers" tag -v releases/agents/1; rm signers
            """)
        let index = base.path + "/.kb/channels/agents/agents.index"
        let info = try run(base, ["index", "info", "--index", index], status: 0)
        #expect(info.output.contains("Release agents/1 of 2026-03-01 10:00"), "\(info.output)")
        let json = try run(base, ["index", "info", "--index", index, "--format", "json"], status: 0).output
        #expect(try OutputSchemaTests().violations(json, of: "index") == [])
        #expect(try JSONReader.read(Array(json.utf8))["items"]?.sequence?[0]["release"]?["name"]?.text == "agents/1")
        // The index itself names nothing of it.
        let plain = base.folder.path + "/plain.index"
        _ = try run(base, ["build", "--rev", "main", "--audience", "agents", "-o", plain], status: 0)
        #expect(try TestFile.read(plain) == TestFile.read(index))
        let again = try publish(base, at: "2026-03-01T11:00Z", "--format", "json")
        #expect(again.sentence.contains("of this commit already"))
        #expect(try OutputSchemaTests().violations(again.output, of: "publish") == [])
        #expect(try base.shell("git tag | wc -l") == "1\n")
        #expect(try base.shell("git status --porcelain").isEmpty)
    }

    @Test func `Nothing is published that is not approved, by nobody who may not`() throws {
        let base = try base()
        let bot = try publish(base, by: "bot", at: "2026-03-01T10:00Z", status: 2)
        #expect(bot.sentence.contains("bot has no role in people.yaml that may publish"))
        try publish(base, at: "2026-03-01T10:00Z")
        try base.edit()
        try commit(base, "change", by: "ann", on: 2)
        let refused = try publish(base, at: "2026-03-02T10:00Z", status: 1)
        #expect(refused.sentence.contains("needs 1 more approval by 'approver'"), "\(refused.sentence)")
        try approve(base, on: 2)
        // A second change of the same file, approved by itself.
        try change(base, "Say when and where to arrive.", "Say when, where and how to arrive.", on: 3)
        try publish(base, at: "2026-03-03T10:00Z")
        let early = try publish(base, at: "2026-03-02T10:00Z", status: 2)
        #expect(early.sentence.contains("before the last release agents/2"))
        let unknown = try run(base, ["publish", "desk", "--key", base.key("cara")], status: 2)
        #expect(unknown.sentence.contains("kb.yaml has no channel 'desk'; it has agents, public"))
    }

    @Test func `A dry run refuses what the real one does, and writes nothing`() throws {
        let base = try base()
        try base.makeKey("mallory")
        let channels = base.path + "/.kb/channels"
        let stranger = try publish(base, by: "mallory", at: "2026-03-01T10:00Z", "--dry-run", status: 2)
        #expect(stranger.sentence.contains("is nobody's in people.yaml"), "\(stranger.error)")
        let dry = try publish(base, at: "2026-03-01T10:00Z", "--dry-run", "--format", "json").output
        #expect(try OutputSchemaTests().violations(dry, of: "publish") == [])
        let planned = try JSONReader.read(Array(dry.utf8))
        #expect(planned["items"]?.sequence?[0]["release"]?.text == "agents/1")
        #expect(dry.contains("\"dry_run\":true"))
        #expect(access(channels, F_OK) != 0)
        #expect(try base.shell("git tag").isEmpty)
        let real = try publish(base, at: "2026-03-01T10:00Z", "--format", "json").output
        let made = try JSONReader.read(Array(real.utf8))
        for member in ["sha256", "seal"] {
            let (plan, fact) = (planned["items"]?.sequence?[0], made["items"]?.sequence?[0])
            #expect(plan?["indexes"]?.sequence?[0][member]?.text == fact?["indexes"]?.sequence?[0][member]?.text)
        }
        // Of a commit that is released already.
        try base.shell("rm -r .kb/channels")
        #expect(
            try publish(base, at: "2026-03-01T11:00Z", "--dry-run").sentence.contains(
                "of this commit already; nothing was written"))
        #expect(access(channels, F_OK) != 0)
        try publish(base, by: "mallory", at: "2026-03-01T11:00Z", "--dry-run", status: 2)
        try publish(base, by: "mallory", at: "2026-03-01T11:00Z", status: 2)
        try change(base, "id: arriving", "id: [", on: 2)
        let broken = try publish(base, at: "2026-03-02T10:00Z", "--dry-run", status: 1)
        #expect(broken.error.contains("Nothing was published, because the knowledge base has errors."))
    }

    @Test func `A first release says that it is held against nothing, and where earlier ones may be`() throws {
        let base = try base()
        let first = try publish(base, at: "2026-03-01T10:00Z", "--dry-run")
        #expect(first.sentence.contains("nothing in the commit is held against a policy"), "\(first.error)")
        #expect(!first.error.contains("The gate is passed"))
        #expect(!first.error.contains("git fetch --tags"))
        try publish(base, at: "2026-03-01T10:00Z")
        try base.shell("git clone -q --no-tags . ../clone; rm -r .git; mv ../clone/.git .git")
        #expect(
            try publish(base, at: "2026-03-01T11:00Z", "--dry-run").sentence.contains("run 'git fetch --tags' first"))
    }

    @Test func `Readers of then are answered from their release, by its clock`() throws {
        let base = try base()
        let article = "arriving-for-a-visit"
        let none = try run(
            base, ["show", article, "--as-of", "2026-02-01"], status: 2)
        #expect(none.sentence.contains("the history of the branch begins after that moment"))
        try change(base, "Say when to arrive.", "Say when and where to arrive.", on: 1)
        let branch = try run(base, ["show", article, "--as-of", "2026-03-01T08:30"], status: 0)
        #expect(branch.output.contains("No releases were made here"), "\(branch.output)")
        #expect(branch.output.contains("Say when and where"))
        try publish(base, at: "2026-03-01T10:00:30Z")
        try change(base, "Say when and where to arrive.", "Say who is to come.", on: 2)
        try publish(base, at: "2026-03-02T10:00Z")
        func show(_ moment: String, _ more: String...) throws -> Program.Outcome {
            try run(base, ["show", article, "--channel", "agents", "--as-of", moment] + more, status: 0)
        }
        let before = try show("2026-03-02T09:59")
        #expect(before.output.hasPrefix("As of 2026-03-02 09:59, release agents/1 of 2026-03-01 10:00, commit "))
        #expect(before.output.contains("Say when and where"))
        let after = try show("2026-03-02T10:00")
        #expect(after.output.contains("Say who is to come"))
        #expect(
            after.output.replacing("\n  ", with: " ").contains(
                "Approved: articles/arriving-for-a-visit.md by ben on 2026-03-02 09:00."))
        let json = try show("2026-03-02T10:00", "--format", "json").output
        #expect(try OutputSchemaTests().violations(json, of: "show") == [])
        let origin = try JSONReader.read(Array(json.utf8))["as_of"]
        #expect(origin?["release"]?.text == "agents/2")
        #expect(origin?["approvals"]?.sequence?.count == 1)
        let early = try run(
            base, ["show", article, "--channel", "agents", "--as-of", "2026-02-01"], status: 2)
        #expect(early.sentence.contains("the channel 'agents' had no release on 2026-02-01"))
        let first = try base.shell("git cat-file tag releases/agents/1 | sed -n 's/^time: //p'")
        #expect(first == "2026-03-01T10:00:30Z\n")
        let same = try run(base, ["show", article, "--channel", "agents", "--as-of", "2026-03-01T10:00"], status: 2)
        #expect(
            same.sentence.contains("no release on 2026-03-01T10:00:00Z; its first, agents/1, is of \(first.dropLast())")
        )
        let revision = try run(base, ["show", article + "@2026-03-01T08:30"], status: 0)
        #expect(revision.output.contains("Say when and where"))
        #expect(try run(base, ["show", article + "@HEAD"], status: 0).output.contains("Say who is to come"))
        for more in [["--as-of", "now"], ["--index", "desk.index"]] {
            let both = try run(base, ["show", article + "@HEAD"] + more, status: 2)
            #expect(both.sentence.contains("give either ID@REV or \(more[0]): both say"), "\(both.error)")
        }
        let future = try run(base, ["show", article, "--channel", "agents", "--as-of", "9000-01-01"], status: 2)
        #expect(future.sentence.contains("nobody has been answered at 9000-01-01 00:00 yet; --at judges"))
        // What an answer quotes is the version of an item.
        let quoted = try run(base, ["show", article + "@000000000000"], status: 2)
        #expect(quoted.sentence.contains("that is the version of what it showed: ask with --as-of"), "\(quoted.error)")
        let search = try run(
            base, ["search", "who is to come", "--channel", "agents", "--as-of", "2026-03-02T11:00"], status: 0)
        #expect(search.output.contains("release agents/2"))
    }

    @Test func `An alert goes out first under the duty role, and the moment's clock judges it`() throws {
        let base = try base()
        try publish(base, at: "2026-03-01T10:00Z")
        try base.write(Self.alert, to: "alerts/snow.yaml")
        try commit(base, "snow", by: "ann", on: 3)
        let refused = try publish(base, by: "ben", at: "2026-03-03T09:00Z", status: 1)
        #expect(refused.sentence.contains("is not approved by 'duty-manager' yet; --expedite lets it go out first"))
        let other = try publish(base, at: "2026-03-03T09:00Z", "--expedite", status: 2)
        #expect(other.sentence.contains("cara is no 'duty-manager'"))
        let out = try publish(base, by: "ben", at: "2026-03-03T09:00Z", "--expedite")
        #expect(out.sentence.contains("must ratify it by 2026-03-04 09:00"))
        // It stays owed until somebody of the role has approved it.
        try change(base, "Say when to arrive.", "Say when and where to arrive.", on: 5)
        let later = try publish(base, at: "2026-03-05T10:00Z")
        #expect(later.sentence.contains("the 'duty-manager' should have ratified it by 2026-03-04 09:00"))
        let first = try base.shell("git rev-parse releases/agents/1^{commit}").prefix(40)
        try base.kb(
            "approve", "closed-for-snow", "--base", String(first), "--key", base.key("ben"), "--at",
            "2026-03-06T09:00Z",
            status: 0)
        try commit(base, "ratified", by: "ben", on: 6, hour: 9)
        #expect(try !publish(base, at: "2026-03-06T10:00Z").sentence.contains("ratif"))
        func alerts(_ moment: String, _ more: String...) throws -> String {
            try run(base, ["alerts", "--channel", "agents", "--as-of", moment] + more, status: 0).output
        }
        #expect(try alerts("2026-03-04T12:00").contains("Closed for snow"))
        #expect(
            try alerts("2026-03-04T12:00").replacing("\n  ", with: " ").contains(
                "before the 'duty-manager' approved it"))
        #expect(try !alerts("2026-03-03T08:00").contains("Closed for snow"))
        #expect(try !alerts("2026-03-06").contains("Closed for snow"))
        #expect(try alerts("2026-03-06", "--effective-at", "2026-03-04T12:00").contains("Closed for snow"))
    }

    @Test func `A release whose tag is missing between others is said`() throws {
        let base = try base()
        for day in 1...3 {
            try commit(base, "more", by: "ann", on: day)
            try publish(base, at: "2026-03-0\(day)T10:00Z")
        }
        func alerts(_ day: Int) throws -> String {
            try run(base, ["alerts", "--channel", "agents", "--as-of", "2026-03-0\(day)T11:00"], status: 0).output
                .replacing("\n  ", with: " ")
        }
        #expect(try !alerts(2).contains("not here"))
        try base.shell("git tag -d releases/agents/2 > /dev/null")
        #expect(try alerts(2).contains("The tag of agents/2 is not here"))
        // The numbers go on behind the last.
        try commit(base, "more", by: "ann", on: 4)
        let next = try publish(base, at: "2026-03-04T10:00Z")
        #expect(next.sentence.contains("The tag of agents/2 is not here"))
        #expect(next.output.contains("agents/4 is published"))
        try base.shell("git tag -d releases/agents/1 > /dev/null")
        #expect(try alerts(4).contains("The tags of agents/1, agents/2 are not here"))
    }

    @Test func `A rollback gives an earlier release again and says what has ended since`() throws {
        let base = try base()
        try publish(base, at: "2026-03-01T10:00Z")
        try base.write(Self.alert, to: "alerts/snow.yaml")
        try commit(base, "snow", by: "ann", on: 2)
        try publish(base, by: "ben", at: "2026-03-02T10:00Z", "--expedite")
        try base.shell("git rm -q alerts/snow.yaml")
        try commit(base, "no snow", by: "ann", on: 3)
        try publish(base, by: "ben", at: "2026-03-03T10:00Z", "--expedite")
        func rollback(_ person: String, _ more: String..., status: Int32) throws -> Program.Outcome {
            try run(
                base, ["rollback", "agents"] + more + ["--key", base.key(person), "--at", "2026-03-04T10:00Z"],
                status: status)
        }
        #expect(try rollback("ann", status: 2).sentence.contains("ann has no role in people.yaml that may rollback"))
        let back = try rollback("cara", "2", "--format", "json", status: 0)
        #expect(try OutputSchemaTests().violations(back.output, of: "publish") == [])
        #expect(back.sentence.contains("'closed-for-snow' is back: it was withdrawn since."), "\(back.error)")
        #expect(try rollback("cara", "9", status: 2).sentence.contains("there is no release '9' of 'agents'"))
        let index = base.path + "/.kb/channels/agents/agents.index"
        let alerts = try run(base, ["alerts", "--index", index, "--at", "2026-03-04T10:00"], status: 0)
        #expect(alerts.output.contains("Closed for snow"))
        let asOf = try run(base, ["alerts", "--channel", "agents", "--as-of", "2026-03-04T11:00"], status: 0).output
        #expect(asOf.contains("release agents/4"))
        #expect(asOf.contains("It was release 2 again."))
        let first = try rollback("cara", "agents/1", status: 0)
        #expect(first.output.contains("agents/5 is agents/1 again"))
    }

    @Test func `Tags that nobody of the people signed count for nothing, and a rewritten branch is said`() throws {
        let base = try base()
        try publish(base, at: "2026-03-01T10:00Z")
        let body = try base.shell("git cat-file tag releases/agents/1 | sed -n '6,/^-----BEGIN/p' | sed '$d'")
        let second = body.replacing("number: 1", with: "number: 2")
        try base.folder.write(second, to: "unsigned")
        try base.folder.write(
            body.replacing("number: 1", with: "number: 3").replacing("cara", with: "bot"), to: "foreign")
        try base.makeKey("mallory")
        // Unsigned; signed by a stranger; the first release under another number.
        try base.shell(
            """
            export GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org
            git tag -a -F ../unsigned releases/agents/2
            git -c gpg.format=ssh -c user.signingkey=\(base.key("mallory")) tag -s -F ../foreign releases/agents/3
            git update-ref refs/tags/releases/agents/4 $(git rev-parse releases/agents/1)
            """)
        let shown = try run(
            base, ["alerts", "--channel", "agents", "--as-of", "2026-03-09", "--format", "json"], status: 0
        ).output
        let origin = try JSONReader.read(Array(shown.utf8))["as_of"]
        #expect(origin?["release"]?.text == "agents/1")
        let remarks = (origin?["remarks"]?.sequence ?? []).compactMap(\.text)
        #expect(remarks.count == 3, "\(remarks)")
        for (tag, reason) in [
            (2, "its signature does not hold"), (3, "its key SHA256:"), (4, "it is the tag of another release"),
        ] {
            #expect(remarks.contains { $0.hasPrefix("The tag 'releases/agents/\(tag)' counts for nothing: \(reason)") })
        }
        try base.shell("git tag -d releases/agents/2 releases/agents/3 releases/agents/4 > /dev/null")
        try base.shell(
            "git checkout -q --orphan other; git -c user.name=A -c user.email=a@example.org commit -q -m other; git branch -M main"
        )
        let rewritten = try publish(base, at: "2026-03-02T10:00Z", status: 2)
        #expect(rewritten.sentence.contains("the branch was rewritten: the commit "), "\(rewritten.sentence)")
        let asOf = try run(base, ["alerts", "--channel", "agents", "--as-of", "2026-03-01T11:00"], status: 0).output
        #expect(
            asOf.replacing("\n  ", with: " ").contains("is not in the history of the branch: the branch was rewritten.")
        )
    }

    @Test func `An index of then is built once, and again when it was damaged`() throws {
        let base = try base()
        let cache = TemporaryFolder()
        func show() throws -> String {
            var program = Program.kb(["show", "arriving-for-a-visit", "--as-of", "2026-03-01"], in: base.path)
            program.variables = ["KB_CACHE": cache.path]
            let outcome = try program.run()
            #expect(outcome.status == 0, "\(outcome.error)")
            return outcome.output
        }
        let first = try show()
        let files = try FolderState(of: cache.path).files.filter { $0.key.hasSuffix(".past") }
        let (name, file) = try #require(files.first)
        #expect(files.count == 1)
        var status = stat()
        stat(cache.path + "/" + name, &status)
        #expect(try show() == first)
        var later = stat()
        stat(cache.path + "/" + name, &later)
        #expect(later.st_ino == status.st_ino)
        var bytes = file.bytes
        bytes[bytes.count / 2] ^= 1
        try TestFile.write(bytes, to: cache.path + "/" + name)
        #expect(try show() == first)
        #expect(try TestFile.read(cache.path + "/" + name) == file.bytes)
    }
}
