import Approvals
import Content
import Diagnostics
import Git

/// The highest risk among the editions and translations of an item, which each of them is judged by.
final class EditionRisks {
    private let place: ReviewedRepository
    /// By kind and name in git: most files of one commit are those of the one before.
    private var known: [Key: [(id: String, risk: Item.Risk)]] = [:]
    private var last: (commit: ObjectID, risks: [String: Item.Risk])?

    private struct Key: Hashable {
        let kind: FileKind
        let blob: ObjectID
    }

    init(_ place: ReviewedRepository) {
        self.place = place
    }

    /// By id, in a commit. Purged files are passed over.
    func all(
        in commit: ObjectID, _ reader: ContentReader, _ purged: PurgedContent
    ) throws(GitError) -> [String: Item.Risk] {
        if let last, last.commit == commit { return last.risks }
        var risks: [String: Item.Risk] = [:]
        for change in try place.changes(from: nil, to: commit) {
            guard let entry = change.after, entry.kind == .file, case .kind(let kind) = FileKind.at(change.path),
                kind.hasSchema, kind != .facts
            else { continue }
            for (id, risk) in try items(entry, change.path, kind, reader, purged) {
                risks[id] = Item.Risk.allCases.last { $0 == risk || $0 == risks[id] }
            }
        }
        last = (commit, risks)
        return risks
    }

    private func items(
        _ entry: TreeChange.Entry, _ path: String, _ kind: FileKind, _ reader: ContentReader,
        _ purged: PurgedContent
    ) throws(GitError) -> [(id: String, risk: Item.Risk)] {
        let key = Key(kind: kind, blob: entry.id)
        if let items = known[key] { return items }
        var items: [(id: String, risk: Item.Risk)] = []
        do throws(GitError) {
            let file = SourceFile(path: path, bytes: try place.bytes(entry, path))
            items = reader.read(file, as: kind).items.map { ($0.id.value, $0.risk) }
        } catch {
            guard case .missingObject = error, purged.name(ofBlob: entry.id.description) != nil else { throw error }
        }
        known[key] = items
        return items
    }
}
