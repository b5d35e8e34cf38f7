import Approvals
import Content
import Git
import Rendering
import Signatures
import Time

/// The trail of a branch: each of its commits judged by the rules, the people and the moment that held for it.
struct AuditTrail {
    private let place: ReviewedRepository
    private let steps: [AuditStep]
    private let purged: PurgedContent
    /// Every statement that the branch holds, with the step that brought it.
    private let statements: [(step: Int, filed: Judgement.Filed)]
    /// When each came to the branch, by path.
    private let arrivals: [String: Instant]
    private let now: Instant
    /// The last commit that brought a tombstone: a purge may have rewritten all before it.
    private let lastPurge: Int?
    private let settings: SettingsHistory
    private let editions: EditionRisks

    /// - Parameter now: When what is owed is late.
    init(_ place: ReviewedRepository, to head: ObjectID, at now: Instant) throws {
        self.place = place
        self.now = now
        settings = SettingsHistory(place)
        editions = EditionRisks(place)
        steps = try AuditStep.all(to: head, in: place)
        var found: [(Int, Judgement.Filed)] = []
        for (index, step) in steps.enumerated() {
            let folder = place.place(SignedStatement.folder)
            for entry in try place.repository.changes(from: step.parent, to: step.commit, in: folder) {
                guard let after = entry.after, after.kind == .file else { continue }
                let path = SignedStatement.folder + "/" + entry.path
                // What is no statement is reported with its step.
                guard let signed = try? SignedStatement(place.bytes(after, path)), signed.path == path else { continue }
                found.append((index, Judgement.Filed(path: path, signed: signed)))
            }
        }
        var tombstones: [Judgement.Filed] = []
        var lastPurge: Int?
        for (index, filed) in found where filed.signed.statement.kind == .purge {
            let settings = try settings.of(steps[index].parent)
            let judgement = Judgement(
                policy: settings.policy, authority: settings.authority, now: steps[index].time)
            let gone = try AuditTrail.gone(filed, from: place.repository)
            if judgement.mayPurge(filed.signed), !gone.isEmpty {
                tombstones.append(Judgement.Filed(path: filed.path, signed: filed.signed, entries: gone))
                lastPurge = index
            }
        }
        purged = PurgedContent(tombstones)
        self.lastPurge = lastPurge
        statements = found
        var arrivals: [String: Instant] = [:]
        for (index, filed) in found where arrivals[filed.path] == nil { arrivals[filed.path] = steps[index].time }
        self.arrivals = arrivals
    }

    /// What a tombstone stands in for: of content that is still there it says nothing.
    private static func gone(
        _ tombstone: Judgement.Filed, from repository: Repository
    ) throws(GitError) -> [Statement.Entry] {
        var gone: [Statement.Entry] = []
        for entry in tombstone.entries {
            guard let blob = entry.before.flatMap({ ObjectID(hex: $0.blob) }) else { continue }
            if try !repository.hasObject(blob) { gone.append(entry) }
        }
        return gone
    }

    /// What happened while a range of time, oldest first.
    func entries(in range: InstantRange) throws -> [AuditEntry] {
        var entries: [AuditEntry] = []
        var index = 0
        while index < steps.count {
            guard range.contains(steps[index].time) else {
                index += 1
                continue
            }
            let delivery = try delivery(from: index)
            let proposals =
                delivery.steps.count == 1 ? [delivery.proposal] : try delivery.steps.map { try proposal(of: $0) }
            let moves = proposals.flatMap(\.changes).compactMap { change in change.from.map { ($0, change.path) } }
            for (step, proposal) in zip(delivery.steps, proposals) {
                entries += self.entries(steps[step], proposal, delivery, moves)
            }
            index = delivery.steps.upperBound
        }
        return entries.filter { range.contains($0.time) }
    }

    /// Commits that went out together, as far as the history tells, judged as one change.
    private struct Delivery {
        let steps: Range<Int>
        let proposal: Proposal
        let requirements: [Requirement]
        /// The same with what was approved later.
        let ratified: [Requirement]
    }

    /// Whether an approval that came later counts for a commit depends on whether both were pushed at once, which no commit
    /// tells. The fewest commits that would have passed the gate together count as one delivery; a commit for which there
    /// are none stands alone.
    private func delivery(from first: Int) throws -> Delivery {
        let alone = try delivery(first..<first + 1)
        if !alone.requirements.contains(where: { $0.state == .missing }) { return alone }
        let ends = Set(statements.map(\.step)).filter { $0 > first && $0 - first <= AuditTrail.farthest }.sorted()
        for end in ends.prefix(AuditTrail.mostEnds) {
            let together = try delivery(first..<end + 1)
            if !together.requirements.contains(where: { $0.state == .missing }) { return together }
        }
        return alone
    }

    private static let farthest = 500
    private static let mostEnds = 10

    private func delivery(_ range: Range<Int>) throws -> Delivery {
        let (start, end) = (steps[range.lowerBound], steps[range.upperBound - 1])
        let proposal = try Proposal(
            place, base: start.parent, head: end.commit, isReplaced: true, at: end.time,
            settings: try settings.of(start.parent), purged: purged, editions: editions)
        let isRewritten = lastPurge.map { range.lowerBound <= $0 } ?? false
        let requirements = proposal.requirements(at: end.time, isRewritten: isRewritten)
        let later = statements.filter { $0.step >= range.upperBound }.map { purged.extended($0.filed) }
        let isOwed = requirements.contains { $0.state == .owed }
        return Delivery(
            steps: range, proposal: proposal, requirements: requirements,
            ratified: isOwed && !later.isEmpty
                ? proposal.requirements(at: now, with: later, isRewritten: isRewritten) : [])
    }

    private func proposal(of index: Int) throws -> Proposal {
        let step = steps[index]
        return try Proposal(
            place, base: step.parent, head: step.commit, isReplaced: true, at: step.time,
            settings: try settings.of(step.parent), purged: purged, editions: editions)
    }

    /// - Parameter moves: From where to where the delivery moved files.
    private func entries(
        _ step: AuditStep, _ proposal: Proposal, _ delivery: Delivery, _ moves: [(from: String, to: String)]
    ) -> [AuditEntry] {
        // What was taken back before the delivery ended was judged with nothing of it, and stands alone.
        lazy var alone = proposal.requirements(at: step.time)
        var entries = proposal.changes.map { change in
            let names = moves.reduce(into: Set([change.path, change.from].compactMap(\.self))) { names, move in
                if names.contains(move.from) { names.insert(move.to) }
            }
            func meant(_ requirements: [Requirement]) -> [Requirement] {
                requirements.filter { [$0.change.path, $0.change.from].contains { $0.map(names.contains) ?? false } }
            }
            var requirements = meant(delivery.requirements)
            if requirements.isEmpty, delivery.steps.count > 1 { requirements = alone.filter { $0.change == change } }
            var entry = entry(change, requirements, ratified: meant(delivery.ratified), step)
            // With what a forge attested, where it did.
            let requirement = requirements.first { $0.change == change }
            let authors = requirement?.authors ?? proposal.authors[change] ?? .unknown
            (entry.people, entry.hasUnknownAuthor) = (authors.persons.sorted(), authors.hasUnknown)
            entry.keys = authors.fingerprints.sorted()
            return entry
        }
        for defect in proposal.defects {
            var entry = AuditEntry(.rejected, at: step.time, commit: step.commit.description)
            (entry.action, entry.path, entry.note) = (defect.change.action.rawValue, defect.change.path, defect.reason)
            entries.append(entry)
        }
        for filed in proposal.statements { entries += self.entries(filed, delivery, step) }
        return entries
    }

    private func entry(
        _ change: Change, _ requirements: [Requirement], ratified: [Requirement], _ step: AuditStep
    ) -> AuditEntry {
        var entry = AuditEntry(.changed, at: step.time, commit: step.commit.description)
        entry.action = change.action.rawValue
        (entry.path, entry.kind, entry.id, entry.title) = (change.path, change.kind, change.id, change.title)
        (entry.before, entry.after) = (change.before?.content.digest, change.after?.content.digest)
        let needs = requirements.filter { if case .approvals = $0.need { true } else { false } }
        if case .approvals(let role, let count, _)? = needs.max(by: { $0.missingCount < $1.missingCount })?.need {
            (entry.role, entry.requiredCount) = (role, count)
            entry.approvalCount = needs.map(\.approvals.count).min()
        }
        entry.state = state(requirements, ratified)
        let counting = entry.state == .ratified ? ratified : requirements
        entry.approvers = Set(counting.flatMap { $0.approvals.map(\.person) }).sorted()
        if entry.state == .ratified { entry.approvalCount = ratified.map(\.approvals.count).min() }
        entry.due = requirements.compactMap(\.owedUntil).min()
        if let due = entry.due {
            entry.isLate = (entry.state == .ratified ? ratifiedAt(ratified) : now) > due
        }
        let unpermitted = requirements.flatMap(\.unpermitted)
        if !unpermitted.isEmpty { entry.note = "may not edit: " + unpermitted.joined(separator: ", ") }
        if let tombstone = purged.tombstone(of: change.before?.content) ?? purged.tombstone(of: change.after?.content) {
            entry.note = "content was purged by \(tombstone.filed.signed.statement.by)"
            entry.statement = tombstone.filed.path
        }
        return entry
    }

    /// When the last approval that it took came to the branch.
    private func ratifiedAt(_ requirements: [Requirement]) -> Instant {
        let moments = requirements.compactMap { requirement -> Instant? in
            guard case .approvals(_, let count, _) = requirement.need, count > 0 else { return nil }
            let times = requirement.approvals.compactMap { arrivals[$0.path] }.sorted()
            return times.count < count ? nil : times[count - 1]
        }
        return moments.max() ?? now
    }

    private func state(_ requirements: [Requirement], _ ratified: [Requirement]) -> AuditEntry.State {
        if requirements.isEmpty { return .free }
        if requirements.allSatisfy({ $0.state == .met }) { return .approved }
        if requirements.contains(where: { $0.state == .missing }) { return .unapproved }
        if !ratified.isEmpty, ratified.allSatisfy({ $0.state == .met }) { return .ratified }
        let isLate = requirements.contains { $0.owedUntil.map { $0 < now } ?? false }
        return isLate ? .unapproved : .owed
    }

    /// What a statement does for each change that it speaks of.
    private func entries(_ filed: Judgement.Filed, _ delivery: Delivery, _ step: AuditStep) -> [AuditEntry] {
        let statement = filed.signed.statement
        let event: AuditEntry.Event =
            statement.kind == .purge ? .purged : statement.kind == .approval ? .approved : .attested
        return statement.entries.map { subject in
            let rejection = delivery.requirements.first { $0.change.path == subject.path }?.rejections.first {
                $0.path == filed.path
            }
            var entry = AuditEntry(rejection == nil ? event : .rejected, at: step.time, commit: step.commit.description)
            entry.action = subject.action.rawValue
            entry.path = subject.path
            entry.people = [statement.by]
            entry.keys = [filed.signed.signature.publicKey.fingerprint]
            (entry.statement, entry.evidence) = (filed.path, statement.evidence)
            entry.note = rejection?.reason.description ?? statement.account.map { "quotes \($0)" }
            (entry.before, entry.after) = (subject.before?.digest, subject.after?.digest)
            let change = delivery.proposal.changes.first { $0.path == subject.path }
            (entry.kind, entry.id, entry.title) = (change?.kind, change?.id, change?.title)
            return entry
        }
    }
}
