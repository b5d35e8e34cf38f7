import Approvals
import CommandLine
import Content
import Git
import Time

/// Objects that were taken out of the history, as signed statements of a commit say. They are read when one is missing.
final class PurgedObjects {
    private let workspace: Workspace
    private let commit: ObjectID
    private lazy var known: Set<String> = (try? read()) ?? []
    /// Those that were asked for.
    private(set) var missed: Set<ObjectID> = []
    private static let largest = 1 << 20

    init(_ workspace: Workspace, at commit: ObjectID) {
        self.workspace = workspace
        self.commit = commit
    }

    func contains(_ object: ObjectID) -> Bool {
        guard known.contains(object.description) else { return false }
        missed.insert(object)
        return true
    }

    /// A sentence, where one was missing.
    var note: String? {
        guard !missed.isEmpty else { return nil }
        let files = missed.count == 1 ? "A file of this history was" : "\(missed.count) files of this history were"
        return "\(files) purged: what changed there cannot be told. 'kb audit' says by whom, and why."
    }

    private func read() throws -> Set<String> {
        let place = try ReviewedRepository(workspace.root, folder: nil)
        let settings = try BaseSettings(place, at: commit)
        let judgement = Judgement(policy: settings.policy, authority: settings.authority, now: SystemClock.now())
        var blobs: Set<String> = []
        for change in try place.repository.changes(from: nil, to: commit, in: place.place(SignedStatement.folder)) {
            guard let file = change.after, file.kind == .file else { continue }
            let path = SignedStatement.folder + "/" + change.path
            guard let bytes = try? place.repository.fileBytes(file.id, limit: PurgedObjects.largest, as: path),
                let signed = try? SignedStatement(bytes), signed.path == path, signed.statement.kind == .purge,
                judgement.mayPurge(signed)
            else { continue }
            blobs.formUnion(signed.statement.entries.compactMap { $0.before?.blob })
        }
        return blobs
    }
}
