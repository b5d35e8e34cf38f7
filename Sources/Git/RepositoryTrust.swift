package import Glibc

/// Whose repositories are opened: the user's own, and those the user declared safe, as git does it.
///
/// `safe.directory` is read from the configuration of the system and of the user, never from the repository's. Includes
/// in those files are not followed; `git config --global --add safe.directory` writes where it is seen.
package struct RepositoryTrust: Sendable {
    private let users: Set<uid_t>
    private let configurationFiles: [String]
    private let safeFolders: [String]
    private let home: String?

    package init(
        users: Set<uid_t>, configurationFiles: [String] = [], safeFolders: [String] = [], home: String? = nil
    ) {
        self.users = users
        self.configurationFiles = configurationFiles
        self.safeFolders = safeFolders
        self.home = home
    }

    /// - Parameter environment: The variables of the process.
    package init(user: uid_t, environment: [String: String]) {
        // Who became root through sudo still owns what was theirs before.
        let before = user == 0 ? environment["SUDO_UID"].flatMap(uid_t.init) : nil
        let home = RepositoryTrust.home(environment)
        let count = min(environment["GIT_CONFIG_COUNT"].flatMap(Int.init) ?? 0, 1000)
        let given = (0..<max(0, count)).compactMap { index in
            environment["GIT_CONFIG_KEY_\(index)"]?.lowercased() == "safe.directory"
                ? environment["GIT_CONFIG_VALUE_\(index)"] : nil
        }
        self.init(
            users: Set([user] + (before.map { [$0] } ?? [])),
            configurationFiles: RepositoryTrust.configurationFiles(environment), safeFolders: given, home: home)
    }

    /// The configuration of the system and of the user, the stronger last.
    static func configurationFiles(_ environment: [String: String]) -> [String] {
        let home = home(environment)
        var files: [String] = []
        if environment["GIT_CONFIG_NOSYSTEM"].map({ ["", "0", "false", "no"].contains($0) }) ?? true {
            files.append(environment["GIT_CONFIG_SYSTEM"] ?? "/etc/gitconfig")
        }
        if let global = environment["GIT_CONFIG_GLOBAL"] {
            files.append(global)
        } else {
            if let folder = environment["XDG_CONFIG_HOME"] ?? home.map({ $0 + "/.config" }) {
                files.append(folder + "/git/config")
            }
            if let home { files.append(home + "/.gitconfig") }
        }
        return files
    }

    private static func home(_ environment: [String: String]) -> String? {
        environment["HOME"].flatMap { $0.isEmpty ? nil : $0 }
    }

    func check(_ location: RepositoryLocation) throws(GitError) {
        let paths = [location.gitFolder, location.commonFolder, location.workingTree, location.link].compactMap { $0 }
        if paths.allSatisfy({ RepositoryFile.owner($0).map(users.contains) ?? false }) { return }
        guard try isDeclaredSafe(location) else { throw .foreignOwner(folder: location.name) }
    }

    private func isDeclaredSafe(_ location: RepositoryLocation) throws(GitError) -> Bool {
        var values: [String] = []
        for path in configurationFiles where RepositoryFile.mode(path) == S_IFREG {
            let file = try ConfigurationFile.read(path)
            values += file?.entries.filter { $0.key == "safe.directory" }.map(\.value) ?? []
        }
        var isSafe = false
        for value in values + safeFolders {
            // An empty value takes back what stands before it.
            if value.isEmpty { isSafe = false } else if matches(value, location.name) { isSafe = true }
        }
        return isSafe
    }

    private func matches(_ value: String, _ folder: String) -> Bool {
        if value == "*" { return true }
        var path = value
        if value == "~" || value.hasPrefix("~/") {
            guard let home else { return false }
            path = home + value.dropFirst()
        }
        if path.hasSuffix("/*") {
            let parent = String(path.dropLast(2))
            return folder.hasPrefix((RepositoryFile.realPath(parent) ?? parent) + "/")
        }
        return path == folder || RepositoryFile.realPath(path) == folder
    }
}
