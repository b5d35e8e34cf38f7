import Content
import Diagnostics
import Editing

/// Binds reviews anew to what a rename changed in words only: what a reader sees is the same.
struct FollowedReviews {
    /// - Parameters:
    ///   - base: As it was, of which the reviews hold that are to hold.
    ///   - renamed: As it would be.
    static func following(
        _ changes: [FileChange], from base: KnowledgeBase, to renamed: KnowledgeBase
    ) -> [FileChange] {
        let bound = base.items.indices.filter { base.items[$0].boundReview != nil }
        guard !bound.isEmpty, base.items.map(\.path) == renamed.items.map(\.path) else { return changes }
        var (before, after) = (ReviewHashes(base), ReviewHashes(renamed))
        var followed = changes
        for number in bound {
            let item = base.items[number]
            guard let review = item.boundReview,
                before.binding(of: item, review.verified.value, on: review.last.value) == .holds,
                let hash = after.hash(of: renamed.items[number], on: review.last.value), hash != review.verified.value
            else { continue }
            replace(review.verified.value, by: hash, in: item.path, base, &followed)
        }
        return followed
    }

    private static func replace(
        _ old: String, by new: String, in path: String, _ base: KnowledgeBase, _ changes: inout [FileChange]
    ) {
        let index = changes.firstIndex { $0.path == path }
        guard let bytes = index.map({ changes[$0].old }) ?? base.source(path)?.bytes else { return }
        let text = String(decoding: index.map { changes[$0].new } ?? bytes, as: UTF8.self)
        let change = FileChange(path: path, old: bytes, new: Array(text.replacing(old, with: new).utf8))
        if let index { changes[index] = change } else { changes.append(change) }
    }
}
