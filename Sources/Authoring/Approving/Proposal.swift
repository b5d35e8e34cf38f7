import Approvals
import CommandLine
import Content
import Git
import Time

/// What a head changes, and all that is needed to judge it by its base.
struct Proposal {
    /// Whose policy and people hold; nil: there is none yet.
    let base: ObjectID?
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

    private static let mostStatements = 10_000
    /// All statements of a change together; compressed, they could be any size.
    private static let mostStatementBytes = 64 << 20

    /// - Parameters:
    ///   - isReplaced: What is there is replaced as it stands, as a push does; otherwise the change is what the head did
    ///     since the two parted.
    ///   - settings: The base's.
    ///   - purged: Content that may be missing.
    init(
        _ place: ReviewedRepository, base: ObjectID?, head: ObjectID, isReplaced: Bool = false, at now: Instant,
        settings: BaseSettings, purged: PurgedContent = PurgedContent()
    ) throws {
        self.base = base
        self.head = head
        self.settings = settings
        let start = try base.map { base throws(GitError) in
            isReplaced ? base : try place.repository.mergeBase(of: base, and: head)
        }
        treeChanges = try place.changes(from: start, to: head)
        let content = treeChanges.filter { !SignedStatement.isPlace($0.path) }
        let facts = try FactReach(place, content, head: head, settings.configuration)
        reach = facts.counts
        let versions = FileVersions(place, settings.configuration, risks: facts.risks, purged: purged)
        changes = try ChangePairing.changes(content, versions)
        if let base, let start, start != base {
            let paths = Set(treeChanges.map(\.path))
            alsoInBase = Set(try place.changes(from: start, to: base).map(\.path)).intersection(paths)
        } else {
            alsoInBase = []
        }
        var statements: [Judgement.Filed] = []
        var defects: [(Change, String)] = []
        var bytesLeft = Proposal.mostStatementBytes
        let judgement = Judgement(policy: settings.policy, authority: settings.authority, now: now)
        for entry in treeChanges where SignedStatement.isPlace(entry.path) {
            let change = Change(
                path: entry.path, before: try versions.version(entry.before, entry.path),
                after: try versions.version(entry.after, entry.path))
            do throws(Defect) {
                guard statements.count < Proposal.mostStatements else {
                    throw Defect(reason: "there are more than \(Proposal.mostStatements) statements at once")
                }
                let bytes = try Proposal.bytes(entry, place)
                bytesLeft -= bytes.count
                guard bytesLeft >= 0 else { throw Defect(reason: "the statements are larger than 64 MiB together") }
                statements.append(purged.extended(try Proposal.statement(bytes, at: entry.path, judgement)))
            } catch {
                defects.append((change, error.reason))
            }
        }
        self.statements = statements
        self.defects = defects
        let paths = changes.flatMap { [$0.path, $0.from].compactMap(\.self) }
        let known = try CommitAuthors(
            place, since: base, to: head, of: Set(paths), settings.authority, at: now
        ).authors
        // Names that are no text may read alike.
        authors = changes.reduce(into: [:]) { authors, change in
            let found = [change.path, change.from].compactMap(\.self).compactMap { known[$0] }
            authors[change] = found.isEmpty ? .unknown : found.reduce(into: Authors()) { $0.add($1) }
        }
    }

    /// What every change demands, in order of path.
    ///
    /// - Parameter more: Statements that are not in the head yet.
    func requirements(at now: Instant, with more: [Judgement.Filed] = []) -> [Requirement] {
        let judgement = Judgement(policy: settings.policy, authority: settings.authority, now: now)
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

    private struct Defect: Error {
        let reason: String
    }

    private static func bytes(_ entry: TreeChange, _ place: ReviewedRepository) throws(Defect) -> [UInt8] {
        guard entry.before == nil, let after = entry.after else {
            throw Defect(reason: "a statement that is there stays as it is; only new ones are added")
        }
        guard after.kind == .file else { throw Defect(reason: "it is no file") }
        do throws(GitError) {
            return try place.bytes(after, entry.path)
        } catch {
            throw Defect(reason: error.description)
        }
    }

    private static func statement(
        _ bytes: [UInt8], at path: String, _ judgement: Judgement
    ) throws(Defect) -> Judgement.Filed {
        let signed: SignedStatement
        do throws(SignedStatement.Defect) {
            signed = try SignedStatement(bytes)
        } catch {
            throw Defect(reason: error.description)
        }
        guard signed.path == path else { throw Defect(reason: "its name must be '\(signed.path)'") }
        if case .unknownKey(let fingerprint) = judgement.signerFault(signed) {
            throw Defect(reason: "the key \(fingerprint) is nobody's in people.yaml of the base")
        }
        return Judgement.Filed(path: path, signed: signed)
    }
}
