import Approvals
import Content
import SeededRandom
import Signatures
import Time

/// People with keys, a policy, and a change that they may approve.
struct Office {
    static let now = Instant(seconds: 1_780_000_000)
    static let people = ["ann", "ben", "cara", "dora", "ella", "bot"]

    let keys: [String: PrivateKey]
    /// Of nobody.
    let strangerKey: PrivateKey
    var roster = People()
    var configuration = Configuration()

    init() throws {
        var generator = SeededGenerator(seed: 7)
        func key() throws -> PrivateKey {
            try PrivateKey(seed: (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
        }
        var keys: [String: PrivateKey] = [:]
        for person in Office.people { keys[person] = try key() }
        self.keys = keys
        strangerKey = try key()
        for person in Office.people {
            var entry = People.Person(id: Located(person, range: 0..<0), name: person)
            entry.keys = [People.Key(line: Located(keys[person]!.publicKey.line, range: 0..<0))]
            entry.accounts = ["github:\(person)-on-forge"]
            roster.persons.append(entry)
        }
        roster.groups = [
            People.Group(id: Located("desk", range: 0..<0), members: Office.located(["ben", "cara", "dora"]))
        ]
        roster.roles = [
            Office.role("approver", ["desk"], ["approve"], ["articles/**"]),
            Office.role("witness", ["bot"], ["attest"], []),
        ]
        var rule = ApprovalRule(role: "approver")
        rule.approvals = 1
        configuration.approval = [rule]
    }

    static func role(_ name: String, _ members: [String], _ may: [String], _ paths: [String]) -> People.Role {
        People.Role(
            name: Located(name, range: 0..<0), members: located(members), permissions: may, paths: paths)
    }

    private static func located(_ names: [String]) -> [Located<String>] { names.map { Located($0, range: 0..<0) } }

    var policy: Policy { Policy(configuration.approval, roles: roster.roles) }
    var authority: Authority { Authority(roster, configuration) }

    func judgement(at now: Instant = Office.now) -> Judgement {
        Judgement(policy: policy, authority: authority, now: now)
    }

    static func content(_ number: Int) -> ContentName {
        let blob = ContentHash.hash(of: Array("blob \(number)".utf8)).prefix(40)
        return ContentName(blob: String(blob), digest: ContentHash.hash(of: Array("\(number)".utf8)))
    }

    static func version(_ number: Int, kind: String = "article", risk: Item.Risk? = .normal) -> Change.Version {
        Change.Version(content: content(number), kind: kind, risk: risk, id: "mri", title: "MRI")
    }

    static func edit(_ path: String = "articles/mri.md", before: Int = 1, after: Int = 2, risk: Item.Risk = .normal)
        -> Change
    {
        Change(path: path, before: version(before, risk: risk), after: version(after, risk: risk))
    }

    func statement(
        by person: String, _ changes: [Change] = [Office.edit()], kind: Statement.Kind = .approval,
        account: String? = nil,
        evidence: String? = nil, policy: String? = nil, time: Instant = Office.now
    ) -> Statement {
        Statement(
            kind: kind, by: person, time: time, policy: policy ?? self.policy.hash, account: account,
            evidence: evidence,
            entries: changes.map { Statement.Entry($0) })
    }

    func signed(_ statement: Statement, with key: PrivateKey? = nil) throws -> Judgement.Filed {
        let signed = try SignedStatement(signing: statement, with: key ?? keys[statement.by]!)
        return Judgement.Filed(path: signed.path, signed: signed)
    }

    /// What is demanded of one change whose author is Ann unless it is said.
    func requirement(
        _ change: Change, _ statements: [Judgement.Filed], authors: Authors = Authors(persons: ["ann"]),
        at now: Instant = Office.now
    ) -> Requirement? {
        judgement(at: now).requirements(of: [change], authors: [change: authors], statements: statements).first
    }

    func requirement(
        _ statements: [Judgement.Filed], authors: Authors = Authors(persons: ["ann"]), at now: Instant = Office.now
    ) -> Requirement? {
        requirement(Office.edit(), statements, authors: authors, at: now)
    }
}
