import Approvals
import Content
import SeededRandom
import Signatures
import Testing
import Time

/// Row 18 of docs/reliability.md: what counts for nothing, over generated attempts.
@Suite struct ForgedApprovalTests {
    private enum Attempt: String, CaseIterable {
        case unknownKey, otherPersonsKey, changedAfterSigning, otherNamespace, noSignature, otherPath, otherAction
        case otherPolicy, otherBase, otherOrigin, stale, staleByBlobAlone, own, ownOnForge, revoked, departed, expired
        case notInRole, attestedByOthers, future, authorsStatement, purgeStatement
    }

    private let office: Office

    init() throws {
        office = try Office()
    }

    @Test func `Forged, replayed, stale, self and revoked approvals count for nothing`() throws {
        var generator = SeededGenerator(seed: 18)
        var (attempts, rejected, controls) = (0, 0, 0)
        for round in 0..<100 {
            let change = Change(
                path: "articles/a\(round % 7)/item-\(round).md", before: Office.version(round),
                after: Office.version(round + 1000))
            for attempt in Attempt.allCases {
                attempts += 1
                let counts = try approvals(attempt, change, &generator)
                if counts == 0 { rejected += 1 }
                #expect(counts == 0, "\(attempt) \(round)")
            }
            let approver = generator.pick(["ben", "cara", "dora"])
            let honest = try office.signed(office.statement(by: approver, [Office.edit(), change]))
            if office.requirement(change, [honest])?.state == .met { controls += 1 }
        }
        print(
            "approvals that must not count: \(rejected) of \(attempts) rejected; honest ones: \(controls) of 100 counted"
        )
        #expect(rejected == attempts && controls == 100)
    }

    /// How many approvals an attempt brings about.
    private func approvals(_ attempt: Attempt, _ change: Change, _ generator: inout SeededGenerator) throws -> Int {
        var office = office
        let approver = generator.pick(["ben", "cara", "dora"])
        let index = Office.people.firstIndex(of: approver)!
        var statement = office.statement(by: approver, [change])
        var key: PrivateKey?
        var authors = Authors(persons: ["ann"])
        let other = Int.random(in: 5000...9999, using: &generator)
        func replace(
            path: String? = nil, from: String? = nil, before: Change.Version? = change.before,
            after: Change.Version? = change.after
        ) {
            statement.entries = [
                Statement.Entry(Change(path: path ?? change.path, from: from, before: before, after: after))
            ]
        }
        switch attempt {
        case .unknownKey: key = office.strangerKey
        case .otherPersonsKey: key = office.keys[approver == "ben" ? "ann" : "ella"]!
        case .changedAfterSigning:
            let honest = try SignedStatement(
                signing: office.statement(by: approver, [Office.edit()]), with: office.keys[approver]!)
            let forged = Array((statement.text + honest.signature.armored).utf8)
            guard let read = try? SignedStatement(forged) else { return 0 }
            return count(office, change, [.init(path: "approvals/x", signed: read)], authors)
        case .otherNamespace:
            let signature = try SSHSignature.make(
                of: Array(statement.text.utf8), namespace: SSHSignature.git, with: office.keys[approver]!)
            guard let read = try? SignedStatement(Array((statement.text + signature.armored).utf8)) else { return 0 }
            return count(office, change, [.init(path: "approvals/x", signed: read)], authors)
        case .noSignature:
            guard let read = try? SignedStatement(Array(statement.text.utf8)) else { return 0 }
            return count(office, change, [.init(path: "approvals/x", signed: read)], authors)
        case .otherPath: replace(path: "articles/other-\(other).md")
        case .otherAction: replace(before: nil)
        case .otherPolicy: statement.policy = ContentHash.hash(of: [UInt8(truncatingIfNeeded: other)])
        case .otherBase: replace(before: Office.version(other))
        case .otherOrigin: replace(from: "articles/from-\(other).md")
        case .stale: replace(after: Office.version(other))
        case .staleByBlobAlone:
            let name = ContentName(blob: change.after!.content.blob, digest: Office.content(other).digest)
            replace(after: Change.Version(content: name, kind: "article"))
        case .own: authors = Authors(persons: [approver, "ann"])
        case .ownOnForge:
            statement = office.statement(
                by: "bot", [change], kind: .attestedApproval, account: "github:\(approver)-on-forge",
                evidence: "https://x")
            authors = Authors(persons: [approver])
        case .revoked: office.roster.persons[index].keys[0].revoked = Moment("2026-01-01")
        case .departed: office.roster.persons[index].until = Located(CivilDate("2026-01-01")!, range: 0..<0)
        case .expired: office.roster.persons[index].keys[0].until = Moment("2026-01-01")
        case .notInRole: statement.by = "ella"
        case .attestedByOthers:
            statement = office.statement(
                by: "ella", [change], kind: .attestedApproval, account: "github:\(approver)-on-forge",
                evidence: "https://x")
        case .future: statement.time = Instant(seconds: Office.now.seconds + 301 + Int64(other))
        case .authorsStatement: statement.kind = .attestedAuthor
        case .purgeStatement: statement.kind = .purge
        }
        return count(office, change, [try office.signed(statement, with: key)], authors)
    }

    private func count(_ office: Office, _ change: Change, _ filed: [Judgement.Filed], _ authors: Authors) -> Int {
        office.requirement(change, filed, authors: authors)?.approvals.count ?? -1
    }
}
