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
        /// - Throws: `GitError.shallowHistory` where the history goes on elsewhere.
        package mutating func step() throws(GitError) -> (commit: ObjectID, seconds: Int)? {
            guard let commit = next else { return nil }
            let record: CommitRecord
            do throws(GitError) {
                record = try repository.record(commit)
            } catch .missingObject(_, .shallow) {
                throw .shallowHistory(doing: "look back that far")
            }
            next = record.parents.first
            return (commit, record.seconds)
        }
    }

    package func firstParents(of commit: ObjectID) -> FirstParents { FirstParents(self, from: commit) }

    /// The last commit of a branch's first-parent history that says it was made by a moment.
    ///
    /// - Parameter seconds: Since 1970.
    /// - Returns: Nil where the branch began later.
    package func commit(madeBy seconds: Int, on tip: ObjectID) throws(GitError) -> ObjectID? {
        var line = firstParents(of: tip)
        while let (commit, time) = try line.step() {
            if time <= seconds { return commit }
        }
        return nil
    }
}
