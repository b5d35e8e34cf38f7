package import Content
import Diagnostics
package import Time

extension ItemEditor {
    /// Notes that items were found right on a day: the day, and the hash of what a reader sees of them.
    ///
    /// - Returns: One change a file. An item that notes exactly this already brings none.
    package func reviewing(_ items: [ItemRecord], on day: CivilDate) throws(EditingError) -> [FileChange] {
        var hashes = ReviewHashes(base)
        var edits: [TextEdit] = []
        var reviews: [String: [String]] = [:]
        for item in items {
            let fields = try fields(of: item)
            guard let hash = hashes.hash(of: item, on: day) else { throw .unreadableFile(item.path) }
            let review = [("last", "\(day)"), ("verified", hash)]
            if let mapping = fields.mapping("review") {
                edits += mapping.setting(review)
            } else {
                let value = "{" + review.map { "\($0): \($1)" }.joined(separator: ", ") + "}"
                guard let edit = fields.setting("review", value, after: "id") else {
                    throw .unwritableReview(item.path)
                }
                edits.append(edit)
            }
            reviews[item.path, default: []].append(hash)
        }
        let changes = try changes(edits, first: []).filter { $0.old != $0.new }
        for change in changes {
            guard isRight(change, reviews[change.path] ?? [], day) else { throw .unwritableReview(change.path) }
        }
        return changes
    }

    /// Whether a file reads as before, but for reviews of this day with these hashes.
    private func isRight(_ change: FileChange, _ hashes: [String], _ day: CivilDate) -> Bool {
        let (old, new) = (read(change.path, change.old), read(change.path, change.new))
        let bound = new.items.filter { $0.review?.last?.value == day }.compactMap { $0.review?.verified?.value }
        return ContentHash.hashes(of: old) == ContentHash.hashes(of: new) && Set(hashes).isSubset(of: bound)
            && old.problems.count >= new.problems.count
    }

    private func read(_ path: String, _ bytes: [UInt8]) -> ContentFile {
        guard case .kind(let kind) = FileKind.at(path) else {
            return reader.read(SourceFile(path: path, bytes: bytes), as: .asset)
        }
        return reader.read(SourceFile(path: path, bytes: bytes), as: kind)
    }
}
