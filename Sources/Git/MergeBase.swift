import CLibgit2

extension Repository {
    /// The commit where two histories parted; the first of them where there are several.
    package func mergeBase(of first: ObjectID, and second: ObjectID) throws(GitError) -> ObjectID {
        if isShallow {
            var search = PartialHistorySearch(repository: self)
            return try search.mergeBase(of: first, and: second)
        }
        let found: ObjectID? = try withHandle { handle throws(GitError) in
            var (one, two) = (first.raw, second.raw)
            var base = git_oid()
            let isFound = try gitFinds("find the merge base of \(first.short) and \(second.short)") {
                git_merge_base(&base, handle.repository, &one, &two)
            }
            return isFound ? ObjectID(base) : nil
        }
        guard let found else { throw .unrelatedHistories(first, second) }
        return found
    }
}

/// Looks for a merge base where some parents are not here, and answers only what the whole history would answer too.
///
/// A parent that is missing matters unless it lies below a common ancestor: then it is one itself, and an older one.
private struct PartialHistorySearch {
    private struct Sides: OptionSet {
        let rawValue: UInt8
        static let first = Sides(rawValue: 1)
        static let second = Sides(rawValue: 2)
        static let both: Sides = [.first, .second]
        /// Below a common ancestor.
        static let below = Sides(rawValue: 4)
    }

    private let repository: Repository
    private var sides: [ObjectID: Sides] = [:]
    /// Nil for a commit that is not here.
    private var commits: [ObjectID: CommitInfo?] = [:]

    init(repository: Repository) {
        self.repository = repository
    }

    mutating func mergeBase(of first: ObjectID, and second: ObjectID) throws(GitError) -> ObjectID {
        try mark(first, .first)
        try mark(second, .second)
        var common: [CommitInfo] = []
        var isMissingAbove = false
        var isMissingBelow = false
        for (id, sides) in sides {
            switch (commits[id] ?? nil, sides.contains(.below)) {
            case (nil, true): isMissingBelow = true
            case (nil, false): isMissingAbove = true
            case (let commit?, false) where sides.isSuperset(of: .both): common.append(commit)
            default: break
            }
        }
        // Of two candidates, one might be above the other through the part that is not here.
        if isMissingAbove || (isMissingBelow && common.count > 1) {
            throw .shallowHistory(doing: "find where \(first.short) and \(second.short) parted")
        }
        let latest = common.max {
            ($0.committer.seconds, $0.id.description) < ($1.committer.seconds, $1.id.description)
        }
        guard let latest else { throw .unrelatedHistories(first, second) }
        return latest.id
    }

    /// Marks a commit and all that is below it.
    private mutating func mark(_ start: ObjectID, _ side: Sides) throws(GitError) {
        var pending = [(start, side)]
        while let (id, added) = pending.popLast() {
            let before = sides[id] ?? []
            let after = before.union(added)
            if after == before { continue }
            sides[id] = after
            let inherited = after.isSuperset(of: .both) ? after.union(.below) : after
            for parent in try commit(id)?.parents ?? [] { pending.append((parent, inherited)) }
        }
    }

    private mutating func commit(_ id: ObjectID) throws(GitError) -> CommitInfo? {
        if let known = commits[id] { return known }
        var found: CommitInfo?
        do throws(GitError) {
            found = try repository.commit(id)
        } catch .missingObject {
            found = nil
        }
        commits[id] = .some(found)
        return found
    }
}
