import Glibc

/// A time when a branch of the other side was made to stand on a commit that does not follow from where it stood before.
package struct ForcedUpdate: Hashable, Sendable {
    /// As git names it here: `origin/main`.
    package let branch: String
    package let before: ObjectID
    package let after: ObjectID
    /// Seconds since 1970.
    package let seconds: Int
}

extension Repository {
    /// What git noted here of a branch's being rewritten on the other side, for as long as it keeps that.
    ///
    /// - Parameter branch: Its full name, `refs/heads/main`.
    package func forcedUpdates(of branch: String) throws(GitError) -> [ForcedUpdate] {
        let name = branch.hasPrefix("refs/heads/") ? String(branch.dropFirst("refs/heads/".count)) : branch
        var updates: [ForcedUpdate] = []
        for remote in try names(below: "refs/remotes/", most: 10_000).compactMap({ reference -> String? in
            let short = reference.dropFirst("refs/remotes/".count)
            return short.hasSuffix("/" + name) ? String(short) : nil
        }) {
            let log = try RepositoryFile.text(location.commonFolder + "/logs/refs/remotes/" + remote) ?? ""
            for line in log.utf8.split(separator: UInt8(ascii: "\n")) {
                guard let update = ForcedUpdate(Substring(line), of: remote) else { continue }
                updates.append(update)
            }
        }
        return updates
    }
}

extension ForcedUpdate {
    /// `OLD NEW NAME <EMAIL> SECONDS ZONE<TAB>REASON`
    fileprivate init?(_ line: Substring, of branch: String) {
        let parts = line.split(separator: "\t", maxSplits: 1)
        guard parts.count == 2, parts[1].contains("forced-update") else { return nil }
        let words = parts[0].split(separator: " ")
        guard words.count >= 4, let before = ObjectID(hex: String(words[0])),
            let after = ObjectID(hex: String(words[1])), let seconds = Int(words[words.count - 2])
        else { return nil }
        self.init(branch: branch, before: before, after: after, seconds: seconds)
    }
}
