import Approvals
import Content
import Git

/// The statements that come with changes, and what is below `approvals/` and is none.
struct ProposedStatements {
    private(set) var statements: [Judgement.Filed] = []
    private(set) var defects: [(change: Change, reason: String)] = []
    private var bytesLeft = ProposedStatements.mostBytes
    private let place: ReviewedRepository
    private let judgement: Judgement

    private static let most = 10_000
    /// All statements of a change together; compressed, they could be any size.
    private static let mostBytes = 64 << 20

    private struct Defect: Error {
        let reason: String
    }

    init(
        _ entries: [TreeChange], _ place: ReviewedRepository, _ versions: FileVersions, _ judgement: Judgement,
        _ purged: PurgedContent
    ) throws(GitError) {
        self.place = place
        self.judgement = judgement
        for entry in entries where SignedStatement.isPlace(entry.path) {
            do throws(Defect) {
                statements.append(purged.extended(try read(entry)))
            } catch {
                let (before, after) = try versions.versions(entry)
                let change = Change(path: entry.path, before: before, after: after)
                defects.append((change, error.reason))
            }
        }
    }

    private mutating func read(_ entry: TreeChange) throws(Defect) -> Judgement.Filed {
        guard statements.count < ProposedStatements.most else {
            throw Defect(reason: "there are more than \(ProposedStatements.most) statements at once")
        }
        guard entry.before == nil, let after = entry.after else {
            throw Defect(reason: "a statement that is there stays as it is; only new ones are added")
        }
        guard after.kind == .file else { throw Defect(reason: "it is no file") }
        let bytes: [UInt8]
        do throws(GitError) {
            bytes = try place.bytes(after, entry.path)
        } catch {
            throw Defect(reason: error.description)
        }
        bytesLeft -= bytes.count
        guard bytesLeft >= 0 else {
            throw Defect(reason: "the statements are larger than \(ProposedStatements.mostBytes >> 20) MiB together")
        }
        let signed: SignedStatement
        do throws(SignedStatement.Defect) {
            signed = try SignedStatement(bytes)
        } catch {
            throw Defect(reason: error.description)
        }
        guard signed.path == entry.path else { throw Defect(reason: "its name must be '\(signed.path)'") }
        if case .unknownKey(let fingerprint) = judgement.signerFault(signed) {
            throw Defect(reason: "the key \(fingerprint) is nobody's in people.yaml of the base")
        }
        return Judgement.Filed(path: entry.path, signed: signed)
    }
}
