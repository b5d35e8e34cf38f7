import Approvals
import CommandLine
import Content
import Git
import Time

/// What a head changes, and all that is needed to judge it by its base.
struct Proposal {
    /// Whose policy and people hold; nil: there is none yet.
    let base: ObjectID?
    /// What the head is compared with; nil: nothing.
    let start: ObjectID?
    let head: ObjectID
    let settings: BaseSettings
    /// Of content and everything else but statements, in order of path.
    let changes: [Change]
    let authors: [Change: Authors]
    /// The statements that come with the changes.
    let statements: [Judgement.Filed]
    /// Changes below `approvals/` that are no new statement, with why.
    let defects: [(change: Change, reason: String)]
    /// Files that the base changed as well since the two parted.
    let alsoInBase: Set<String>
    /// How many items tell the facts of a file that changed.
    let reach: [String: Int]
    /// All files that differ.
    let treeChanges: [TreeChange]

    /// - Parameters:
    ///   - isReplaced: What is there is replaced as it stands, as a push does; otherwise the change is what the head did
    ///     since the two parted.
    ///   - settings: The base's, where they are read already.
    ///   - purged: Content that may be missing.
    ///   - editions: What was read for other changes.
    init(
        _ place: ReviewedRepository, base: ObjectID?, head: ObjectID, isReplaced: Bool = false, at now: Instant,
        settings known: BaseSettings? = nil, purged: PurgedContent = PurgedContent(),
        editions: EditionRisks? = nil
    ) throws {
        self.base = base
        self.head = head
        let settings = try known ?? BaseSettings(place, at: base)
        self.settings = settings
        start = try base.map { base throws(GitError) in
            isReplaced ? base : try place.repository.mergeBase(of: base, and: head)
        }
        treeChanges = try place.changes(from: start, to: head)
        let content = treeChanges.filter { !SignedStatement.isPlace($0.path) }
        let facts = try FactReach(place, content, head: head, settings.configuration)
        reach = facts.counts
        let versions = FileVersions(
            place, settings.configuration, risks: facts.risks, purged: purged,
            editions: base.map { (editions ?? EditionRisks(place), $0) })
        changes = try ChangePairing.changes(content, versions)
        if let base, let start, start != base {
            let paths = Set(treeChanges.map(\.path))
            alsoInBase = Set(try place.changes(from: start, to: base).map(\.path)).intersection(paths)
        } else {
            alsoInBase = []
        }
        let judgement = Judgement(policy: settings.policy, authority: settings.authority, now: now)
        let read = try ProposedStatements(treeChanges, place, versions, judgement, purged)
        (statements, defects) = (read.statements, read.defects)
        let paths = changes.flatMap { [$0.path, $0.from].compactMap(\.self) }
        let signers = try CommitAuthors(
            place, since: base, from: start, to: head, of: Set(paths), settings.authority, at: now
        ).authors
        // Names that are no text may read alike.
        authors = changes.reduce(into: [:]) { authors, change in
            let found = [change.path, change.from].compactMap(\.self).compactMap { signers[$0] }
            authors[change] = found.isEmpty ? .unknown : found.reduce(into: Authors()) { $0.add($1) }
        }
    }

    /// What every change demands, in order of path.
    ///
    /// - Parameters:
    ///   - more: Statements that are not in the head yet.
    ///   - isRewritten: The signatures of the commits were lost since.
    func requirements(
        at now: Instant, with more: [Judgement.Filed] = [], isRewritten: Bool = false
    ) -> [Requirement] {
        let judgement = Judgement(
            policy: settings.policy, authority: settings.authority, now: now, doubtsUnsigned: !isRewritten)
        var requirements = judgement.requirements(of: changes, authors: authors, statements: statements + more)
        if settings.policy.isEmpty { return requirements }
        for change in changes where alsoInBase.contains(change.path) {
            requirements.append(
                Requirement(change: change, need: .merge, state: .missing, authors: authors[change] ?? .unknown))
        }
        for (change, reason) in defects {
            requirements.append(
                Requirement(change: change, need: .statement(reason), state: .missing, authors: .unknown))
        }
        return requirements
    }

    /// The paths of new statements of which no file changes.
    var idleStatements: [String] {
        let paths = Set(changes.map(\.path))
        return statements.filter { filed in
            filed.signed.statement.kind != .purge && !filed.entries.contains { paths.contains($0.path) }
        }.map(\.path)
    }
}
