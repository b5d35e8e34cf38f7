import Difference
import YAML

/// Which members of a stretch of a list, where both sides changed it, belong into the merged one.
struct ListChoice {
    enum Pick: Equatable {
        case ours(Int)
        case theirs(Int)
    }

    /// Nil: a person must say.
    let picks: [Pick]?

    /// - Parameter isOrdered: The order of members says something, so that two new ones cannot just stand one after the other.
    init(base: [Node], ours: [Node], theirs: [Node], isOrdered: Bool) {
        let (old, left, right) = (base.map(\.saying), ours.map(\.saying), theirs.map(\.saying))
        if left == right || right == old {
            picks = left.indices.map { .ours($0) }
            return
        }
        if left == old {
            picks = right.indices.map { .theirs($0) }
            return
        }
        let (before, mine, yours) = (Set(old), Set(left), Set(right))
        let isReplacedTwice =
            !before.subtracting(mine).isDisjoint(with: before.subtracting(yours)) && !mine.subtracting(before).isEmpty
            && !yours.subtracting(before).isEmpty
        // A member that one side changed and the other took away.
        let isContested =
            ListChoice.isEdited(base, ours, gone: before.subtracting(yours), new: mine.subtracting(before))
            || ListChoice.isEdited(base, theirs, gone: before.subtracting(mine), new: yours.subtracting(before))
        guard !isOrdered, !isReplacedTwice, !isContested else {
            picks = nil
            return
        }
        let removed = before.subtracting(yours)
        picks =
            left.indices.filter { !removed.contains(left[$0]) }.map { .ours($0) }
            + right.indices.filter { !before.contains(right[$0]) && !mine.contains(right[$0]) }.map { .theirs($0) }
    }

    private static func isEdited(_ base: [Node], _ side: [Node], gone: Set<String>, new: Set<String>) -> Bool {
        let names = Set(base.filter { gone.contains($0.saying) }.compactMap { MemberPairing.identity(of: $0) })
        return side.contains { node in
            new.contains(node.saying) && MemberPairing.identity(of: node).map(names.contains) ?? false
        }
    }
}
