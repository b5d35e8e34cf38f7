package import Content
import Signatures
package import Time

/// Holds changes against a policy: what each demands, and which statements count for it.
///
/// Everything that decides is of the base: a change cannot let itself pass.
package struct Judgement: Sendable {
    private let policy: Policy
    private let authority: Authority
    private let now: Instant
    /// Whether a commit that nobody known signed asks for one approval more.
    private let doubtsUnsigned: Bool
    /// Clocks differ by so much.
    private static let tolerance: Int64 = 300

    /// - Parameter doubtsUnsigned: False for a history that was rewritten since, which took the signatures away.
    package init(policy: Policy, authority: Authority, now: Instant, doubtsUnsigned: Bool = true) {
        self.policy = policy
        self.authority = authority
        self.now = now
        self.doubtsUnsigned = doubtsUnsigned
    }

    /// A statement with the place that it was read from.
    package struct Filed: Sendable {
        package let path: String
        package let signed: SignedStatement
        /// What it speaks of.
        package let entries: [Statement.Entry]

        package init(path: String, signed: SignedStatement, entries: [Statement.Entry]? = nil) {
            self.path = path
            self.signed = signed
            self.entries = entries ?? signed.statement.entries
        }
    }

    /// - Parameters:
    ///   - changes: Without those to statements.
    ///   - authors: Of each change; a change that is not there has an unknown author.
    ///   - statements: Those that come with the changes. One that was in the base before has done its work.
    package func requirements(
        of changes: [Change], authors: [Change: Authors], statements: [Filed]
    ) -> [Requirement] {
        var filed: [String: [(Filed, Statement.Entry)]] = [:]
        for statement in statements {
            for entry in statement.entries {
                filed[entry.path, default: []].append((statement, entry))
            }
        }
        return changes.flatMap { change in
            requirements(of: change, authors[change] ?? .unknown, filed[change.path] ?? [])
        }
    }

    private func requirements(
        of change: Change, _ authors: Authors, _ filed: [(Filed, Statement.Entry)]
    ) -> [Requirement] {
        let authors = attested(authors, change, filed)
        var requirements = policy.demands(of: change).map { requirement(change, $0, authors, filed) }
        if authority.restrictsEditing {
            let unpermitted = authors.persons.filter { person in
                ![change.path, change.from].compactMap(\.self).allSatisfy { authority.may(person, .edit, $0) }
            }
            let isMet = unpermitted.isEmpty && !(authors.hasUnknown && doubtsUnsigned)
            var editing = Requirement(
                change: change, need: .editing, state: isMet ? .met : .missing, authors: authors)
            editing.unpermitted = unpermitted.sorted()
            if !isMet { requirements.append(editing) }
        }
        return requirements
    }

    private func requirement(
        _ change: Change, _ rule: Policy.Demand, _ authors: Authors, _ filed: [(Filed, Statement.Entry)]
    ) -> Requirement {
        var approvals: [Approval] = []
        var rejections: [Rejection] = []
        let inOrder = filed.sorted {
            ($0.0.signed.statement.time, $0.0.path) < ($1.0.signed.statement.time, $1.0.path)
        }
        for (filed, entry) in inOrder {
            switch approval(filed, entry, change, authors, rule.role) {
            case .success(let approval) where approvals.contains { $0.person == approval.person }:
                rejections.append(Rejection(path: filed.path, person: approval.person, reason: .again))
            case .success(let approval): approvals.append(approval)
            case .failure(let rejected): rejections.append(rejected.rejection)
            case nil: continue
            }
        }
        // Of approvals by so many people and one more, at least so many are not by the one who made the change.
        let count = rule.approvals + (authors.hasUnknown && doubtsUnsigned ? 1 : 0)
        let isMet = approvals.count >= count
        let state: Requirement.State = isMet ? .met : rule.ratifyWithin == nil ? .missing : .owed
        var requirement = Requirement(
            change: change, need: .approvals(role: rule.role, count: count, ratifyWithin: rule.ratifyWithin),
            state: state, authors: authors)
        requirement.approvals = approvals
        requirement.rejections = rejections
        if state == .owed, let period = rule.ratifyWithin {
            requirement.owedUntil = Instant(seconds: now.seconds + Int64(period.hours) * 3600)
        }
        if !isMet {
            requirement.candidates = authority.members(of: rule.role, whoMay: .approve, change.path, at: now).filter {
                person in
                authority.canSign(person, at: now) && !authors.persons.contains(person)
                    && !approvals.contains { $0.person == person }
            }
        }
        return requirement
    }

    private struct Rejected: Error {
        let rejection: Rejection
    }

    /// Nil for what does not speak of approving.
    private func approval(
        _ filed: Filed, _ entry: Statement.Entry, _ change: Change, _ authors: Authors, _ role: String
    ) -> Result<Approval, Rejected>? {
        let statement = filed.signed.statement
        guard statement.kind == .approval || statement.kind == .attestedApproval else { return nil }
        var person = statement.by
        func rejected(_ reason: Rejection.Reason) -> Result<Approval, Rejected> {
            .failure(Rejected(rejection: Rejection(path: filed.path, person: person, reason: reason)))
        }
        if let reason = signerFault(filed.signed) { return rejected(reason) }
        if statement.kind == .attestedApproval {
            if let reason = attesterFault(statement, change, authors) { return rejected(reason) }
            let account = statement.account ?? ""
            guard let owner = authority.person(account: account), authority.isHere(owner, at: now) else {
                return rejected(.unknownAccount(account))
            }
            person = owner
        }
        if let reason = contentFault(statement, entry, change) { return rejected(reason) }
        if authors.persons.contains(person) { return rejected(.author) }
        let places = [change.path, change.from].compactMap(\.self)
        guard places.allSatisfy({ authority.may(person, .approve, $0, as: role) }) else {
            return rejected(.notInRole(role))
        }
        let isAttested = statement.kind == .attestedApproval
        return .success(
            Approval(
                person: person, fingerprint: filed.signed.signature.publicKey.fingerprint, time: statement.time,
                path: filed.path, attestedBy: isAttested ? statement.by : nil, evidence: statement.evidence))
    }

    /// Why a signature counts for nobody.
    package func signerFault(_ signed: SignedStatement) -> Rejection.Reason? {
        let key = signed.signature.publicKey
        guard let owner = authority.owner(of: key) else { return .unknownKey(fingerprint: key.fingerprint) }
        let time = signed.statement.time
        if owner.person != signed.statement.by { return .otherSigner(owner.person) }
        // When it was really signed, nobody can tell: what is handed in after the end does not count.
        if let ends = owner.ends, now >= ends { return owner.isRevoked ? .revokedKey : .departed }
        if let from = owner.signing.from, time < from { return .notYetValidKey }
        if let until = owner.signing.until, time >= until || now >= until { return .expiredKey }
        if time.seconds > now.seconds + Judgement.tolerance { return .datedInFuture }
        return nil
    }

    /// Whether a tombstone's signer may take out what it names.
    package func mayPurge(_ signed: SignedStatement) -> Bool {
        signerFault(signed) == nil
            && signed.statement.entries.allSatisfy { authority.may(signed.statement.by, .purge, $0.path) }
    }

    private func attesterFault(_ statement: Statement, _ change: Change, _ authors: Authors) -> Rejection.Reason? {
        guard authority.may(statement.by, .attest, change.path), statement.evidence != nil else { return .notAttester }
        return authors.persons.contains(statement.by) ? .author : nil
    }

    /// Why a statement is not for this change, although it is for this path.
    private func contentFault(_ statement: Statement, _ entry: Statement.Entry, _ change: Change) -> Rejection.Reason? {
        if entry.after != change.after?.content { return .otherContent }
        if entry.action != change.action || entry.from != change.from { return .otherAction }
        if entry.before != change.before?.content { return .otherBase }
        if statement.policy != policy.hash { return .otherPolicy }
        return nil
    }

    /// Authors of commits that nobody signed, where a forge says who they are.
    private func attested(
        _ authors: Authors, _ change: Change, _ filed: [(Filed, Statement.Entry)]
    ) -> Authors {
        var authors = authors
        for (filed, entry) in filed where filed.signed.statement.kind == .attestedAuthor {
            let statement = filed.signed.statement
            guard signerFault(filed.signed) == nil, attesterFault(statement, change, Authors()) == nil,
                contentFault(statement, entry, change) == nil,
                let person = statement.account.flatMap({ authority.person(account: $0) })
            else { continue }
            // An attester who vouches for their own work proves nothing.
            guard person != statement.by else { continue }
            authors.persons.insert(person)
            authors.hasUnknown = false
        }
        return authors
    }
}
