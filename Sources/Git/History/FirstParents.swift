extension Repository {
    /// The commits that a branch stood on, the latest first: each one's first parent comes after it.
    package struct FirstParents {
        private let repository: Repository
        private var next: ObjectID?

        init(_ repository: Repository, from commit: ObjectID) {
            self.repository = repository
            next = commit
        }

        /// - Returns: The commit, and when it was committed; nil at the beginning.
        /// - Throws: `GitError.missingObject` where the clone is shallow and the history goes on elsewhere.
        package mutating func step() throws(GitError) -> (commit: ObjectID, seconds: Int)? {
            guard let commit = next else { return nil }
            let record = try repository.record(commit)
            next = record.parents.first
            return (commit, record.seconds)
        }
    }

    package func firstParents(of commit: ObjectID) -> FirstParents { FirstParents(self, from: commit) }

    /// The last commit of a branch's first-parent history that was committed by a moment.
    ///
    /// - Parameter seconds: Since 1970. What commits say of their times is believed.
    /// - Returns: Nil where the branch began later.
    package func commit(by seconds: Int, on tip: ObjectID) throws(GitError) -> ObjectID? {
        var line = firstParents(of: tip)
        while let (commit, time) = try line.step() {
            if time <= seconds { return commit }
        }
        return nil
    }
}
