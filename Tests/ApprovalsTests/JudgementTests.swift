import Approvals
import Content
import Signatures
import Testing
import Time

@Suite struct JudgementTests {
    private var office: Office

    init() throws {
        office = try Office()
    }

    @Test func `An approval by somebody else of what is there counts`() throws {
        let filed = try office.signed(office.statement(by: "ben"))
        let requirement = try #require(office.requirement([filed]))
        #expect(requirement.state == .met && requirement.approvals.map(\.person) == ["ben"])
        #expect(requirement.approvals[0].fingerprint == office.keys["ben"]!.publicKey.fingerprint)
        let open = try #require(office.requirement([]))
        #expect(open.state == .missing && open.missingCount == 1 && open.candidates == ["ben", "cara", "dora"])
    }

    @Test func `Two approvals are of two people`() throws {
        var office = office
        office.configuration.approval[0].approvals = 2
        let first = try office.signed(office.statement(by: "ben"))
        let again = try office.signed(office.statement(by: "ben", time: Instant(seconds: Office.now.seconds - 60)))
        let requirement = try #require(office.requirement([first, again]))
        #expect(requirement.state == .missing && requirement.missingCount == 1)
        #expect(requirement.rejections.map(\.reason) == [.again])
        let second = try office.signed(office.statement(by: "cara"))
        #expect(office.requirement([first, second])?.state == .met)
    }

    @Test func `Where a commit is signed by nobody it takes one approval more`() throws {
        let first = try office.signed(office.statement(by: "ben"))
        let second = try office.signed(office.statement(by: "cara"))
        #expect(office.requirement([first], authors: .unknown)?.state == .missing)
        #expect(office.requirement([first, second], authors: .unknown)?.state == .met)
        let half = Authors(persons: ["ben"], hasUnknown: true)
        #expect(office.requirement([first, second], authors: half)?.state == .missing)
    }

    @Test func `An approval on a forge counts by the statement of one who may attest`() throws {
        func attested(_ account: String, by person: String = "bot", evidence: String? = "https://forge.example/1#r2")
            throws -> Requirement?
        {
            office.requirement([
                try office.signed(
                    office.statement(by: person, kind: .attestedApproval, account: account, evidence: evidence))
            ])
        }
        let requirement = try #require(try attested("github:Ben-on-forge"))
        #expect(requirement.state == .met && requirement.approvals[0].attestedBy == "bot")
        #expect(requirement.approvals[0].evidence == "https://forge.example/1#r2")
        #expect(try attested("github:ann-on-forge")?.rejections.map(\.reason) == [.author])
        #expect(try attested("github:nobody")?.rejections.map(\.reason) == [.unknownAccount("github:nobody")])
        #expect(try attested("github:ben-on-forge", by: "cara")?.rejections.map(\.reason) == [.notAttester])
        #expect(try attested("github:ben-on-forge", evidence: nil)?.rejections.map(\.reason) == [.notAttester])
    }

    @Test func `A forge may say who made a change that nobody signed`() throws {
        func authored(_ account: String) throws -> Judgement.Filed {
            try office.signed(
                office.statement(
                    by: "bot", kind: .attestedAuthor, account: account, evidence: "https://forge.example/1"))
        }
        let approval = try office.signed(office.statement(by: "ben"))
        #expect(office.requirement([approval, try authored("github:ann-on-forge")], authors: .unknown)?.state == .met)
        let own = try #require(office.requirement([approval, try authored("github:ben-on-forge")], authors: .unknown))
        #expect(own.state == .missing && own.rejections.map(\.reason) == [.author])
        #expect(
            office.requirement([approval, try authored("github:bot-on-forge")], authors: .unknown)?.state == .missing)
    }

    @Test func `The risk before and after, and the place before and after, both decide`() throws {
        var office = office
        var strict = ApprovalRule(role: "approver")
        (strict.risks, strict.approvals) = ([.regulated], 2)
        var own = ApprovalRule(role: "owner")
        own.paths = ["articles/billing/**"]
        office.configuration.approval = [own, strict] + office.configuration.approval
        func needs(_ change: Change) -> [String] {
            office.judgement().requirements(of: [change], authors: [:], statements: []).map { requirement in
                guard case .approvals(let role, let count, _) = requirement.need else { return "" }
                return "\(role) \(count)"
            }
        }
        let weaker = Change(
            path: "articles/mri.md", before: Office.version(1, risk: .regulated), after: Office.version(2, risk: .low))
        #expect(needs(weaker) == ["approver 3"])
        let moved = Change(
            path: "articles/mri.md", from: "articles/billing/mri.md", before: Office.version(1),
            after: Office.version(2))
        #expect(needs(moved) == ["owner 2", "approver 2"])
        #expect(needs(Office.edit()) == ["approver 2"])
        // Two rules that ask the same of a change are one, and not none.
        var articles = ApprovalRule(role: "approver")
        articles.kinds = ["article"]
        office.configuration.approval = [articles, ApprovalRule(role: "approver")]
        let out = Change(
            path: "notes/mri.md", from: "articles/mri.md", before: Office.version(1),
            after: Office.version(1, kind: Change.otherKind, risk: nil))
        #expect(needs(out) == ["approver 2"])
    }

    @Test func `What could let anything pass needs the strictest rule and never goes out first`() throws {
        var office = office
        var alerts = ApprovalRule(role: "approver")
        (alerts.kinds, alerts.ratifyWithin) = (["alert"], Period("24h"))
        var high = ApprovalRule(role: "approver")
        (high.risks, high.approvals) = ([.high], 2)
        office.configuration.approval = [alerts, high]
        for path in ["kb.yaml", "people.yaml", "schemas/article.schema.json"] {
            let change = Change(
                path: path, before: Office.version(1, kind: "kb", risk: nil),
                after: Office.version(2, kind: "kb", risk: nil))
            let requirement = try #require(office.requirement(change, []))
            #expect(requirement.need == .approvals(role: "approver", count: 2, ratifyWithin: nil), "\(path)")
        }
        #expect(office.requirement(Office.edit(), []) == nil)
        let alert = Change(path: "alerts/a.yaml", before: nil, after: Office.version(2, kind: "alert"))
        let owed = try #require(office.requirement(alert, []))
        #expect(owed.state == .owed && owed.owedUntil == Instant(seconds: Office.now.seconds + 86_400))
        office.configuration.approval = [alerts]
        office.configuration.approval[0].kinds = []
        let kb = Change(path: "kb.yaml", before: Office.version(1, kind: "kb"), after: Office.version(2, kind: "kb"))
        #expect(office.requirement(kb, [])?.state == .missing)
    }

    @Test func `Who may edit is asked of the keys that signed the commits`() throws {
        var office = office
        office.roster.roles.append(Office.role("writer", ["ann"], ["edit"], ["articles/**"]))
        let approval = try office.signed(office.statement(by: "ben"))
        func states(_ authors: Authors) -> [Requirement.State] {
            office.judgement().requirements(
                of: [Office.edit()], authors: [Office.edit(): authors], statements: [approval]
            ).map(\.state)
        }
        #expect(states(Authors(persons: ["ann"])) == [.met])
        #expect(states(Authors(persons: ["cara"])) == [.met, .missing])
        #expect(states(.unknown) == [.missing, .missing])
    }

    @Test func `The policy's name changes with its rules and roles, not with who has them`() throws {
        var office = office
        let hash = office.policy.hash
        office.roster.groups[0].members.removeLast()
        #expect(office.policy.hash == hash)
        office.configuration.approval[0].paths = ["articles/**"]
        #expect(office.policy.hash != hash)
        office.configuration.approval[0].paths = []
        office.roster.roles[0].paths = []
        #expect(office.policy.hash != hash)
    }

    @Test func `A key counts from when to when people yaml says`() throws {
        func reason(_ change: (inout People.Person) -> Void, at now: Instant = Office.now) throws -> Rejection.Reason? {
            var office = office
            change(&office.roster.persons[1])
            return office.requirement([try office.signed(office.statement(by: "ben"))], at: now)?.rejections.first?
                .reason
        }
        #expect(try reason { _ in } == nil)
        #expect(try reason { $0.keys[0].revoked = Moment("2026-05-28T20:26:39Z") } == .revokedKey)
        #expect(try reason { $0.keys[0].revoked = Moment("2026-05-28T20:26:41Z") } == nil)
        // Backdating does not help: the time in a statement is the signer's word.
        #expect(
            try reason({ $0.keys[0].revoked = Moment("2026-06-01") }, at: Instant(seconds: 1_790_000_000))
                == .revokedKey)
        #expect(try reason { $0.keys[0].until = Moment("2026-05-28") } == .expiredKey)
        #expect(try reason { $0.keys[0].from = Moment("2026-05-29") } == .notYetValidKey)
        #expect(try reason { $0.until = Located(CivilDate("2026-05-28")!, range: 0..<0) } == .departed)
        #expect(try reason({ _ in }, at: Instant(seconds: Office.now.seconds - 3600)) == .datedInFuture)
    }

    @Test func `A key that two people have is nobody's`() throws {
        var office = office
        office.roster.persons[2].keys = office.roster.persons[1].keys
        let filed = try office.signed(office.statement(by: "ben"))
        #expect(
            office.requirement([filed])?.rejections.map(\.reason)
                == [.unknownKey(fingerprint: office.keys["ben"]!.publicKey.fingerprint)])
    }
}
