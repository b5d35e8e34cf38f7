import CommandLine
import Git

/// The branch that changes go to, where nobody names it.
enum DefaultBase {
    /// What a clone knows as the other side's main branch, or a branch that is commonly called so.
    private static let names = ["origin", "origin/main", "origin/master", "main", "master"]

    static func name(in repository: Repository) throws -> String {
        for name in names {
            do throws(GitError) {
                _ = try repository.resolve(name)
                return name
            } catch .unknownName {
                continue
            }
        }
        throw CommandFailure("there is no branch 'main' to compare with; name the base, such as 'origin/trunk'")
    }
}
