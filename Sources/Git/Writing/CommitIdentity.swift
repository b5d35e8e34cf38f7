import Glibc

/// Who makes a commit and when, as git takes it from the environment and its own configuration.
package struct CommitIdentity: Sendable {
    struct Person: Hashable {
        let name: String
        let email: String
        /// Seconds since 1970.
        let seconds: Int64
        let offsetMinutes: Int32
    }

    let author: Person
    let committer: Person
    /// The configuration demands that commits are signed.
    let mustSign: Bool

    /// - Parameters:
    ///   - environment: The variables of the process.
    ///   - seconds: The moment, where the environment names no other.
    package init(of repository: Repository, environment: [String: String], seconds: Int64) throws(GitError) {
        var entries: [ConfigurationFile.Entry] = []
        for path in RepositoryTrust.configurationFiles(environment) + [repository.location.commonFolder + "/config"]
        where RepositoryFile.mode(path) == S_IFREG {
            entries += try ConfigurationFile.read(path)?.entries ?? []
        }
        func setting(_ key: String) -> String? { entries.last { $0.key == key }?.value }
        func person(_ role: String) throws(GitError) -> Person {
            let name = environment["GIT_\(role)_NAME"] ?? setting("\(role.lowercased()).name") ?? setting("user.name")
            let email =
                environment["GIT_\(role)_EMAIL"] ?? setting("\(role.lowercased()).email") ?? environment["EMAIL"]
                ?? setting("user.email")
            guard let name = name.flatMap(CommitIdentity.clean), let email = email.flatMap(CommitIdentity.clean) else {
                throw .cannotCommit(
                    "git does not know who you are; run 'git config --global user.name \"Your Name\"' and "
                        + "'git config --global user.email you@example.org'")
            }
            guard let text = environment["GIT_\(role)_DATE"] else {
                return Person(
                    name: name, email: email, seconds: seconds, offsetMinutes: CommitIdentity.localOffset(seconds))
            }
            guard let (seconds, offset) = CommitIdentity.date(text) else {
                throw .cannotCommit("GIT_\(role)_DATE is '\(text)'; write the seconds since 1970 and an offset, +0000")
            }
            return Person(name: name, email: email, seconds: seconds, offsetMinutes: offset)
        }
        author = try person("AUTHOR")
        committer = try person("COMMITTER")
        mustSign = setting("commit.gpgsign").map { ["true", "yes", "on", "1"].contains($0.lowercased()) } ?? false
    }

    /// Without what a commit's lines cannot hold; nil where nothing is left.
    private static func clean(_ text: String) -> String? {
        let kept = text.unicodeScalars.filter { $0.value >= 0x20 && $0 != "<" && $0 != ">" }
        let trimmed = String(String.UnicodeScalarView(kept)).drop { $0 == " " }
        return trimmed.allSatisfy { $0 == " " } ? nil : String(trimmed)
    }

    /// `1700000000 +0100`, with or without `@` before it.
    private static func date(_ text: String) -> (seconds: Int64, offsetMinutes: Int32)? {
        let parts = (text.hasPrefix("@") ? text.dropFirst() : text[...]).split(separator: " ")
        guard parts.count == 2, let seconds = Int64(parts[0]), seconds >= 0, parts[1].utf8.count == 5,
            let sign = parts[1].first, sign == "+" || sign == "-", let clock = Int32(parts[1].dropFirst()), clock >= 0,
            clock / 100 < 15, clock % 100 < 60
        else { return nil }
        let minutes = clock / 100 * 60 + clock % 100
        return (seconds, sign == "-" ? -minutes : minutes)
    }

    private static func localOffset(_ seconds: Int64) -> Int32 {
        var moment = time_t(seconds)
        var local = tm()
        localtime_r(&moment, &local)
        return Int32(truncatingIfNeeded: local.tm_gmtoff / 60)
    }
}
