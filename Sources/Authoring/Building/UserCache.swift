import CommandLine
import FileSystem
import Glibc

/// A folder among the user's caches, never in the repository of a knowledge base, whatever `KB_CACHE` says: content could
/// bring a cache along that says something else than its files.
struct UserCache {
    let folder: String
    /// Seconds after which what nobody used is removed.
    private static let keptSeconds = 30 * 86_400

    /// - Parameters:
    ///   - name: Of the folder, for one kind of thing.
    ///   - root: The folder of the knowledge base.
    /// - Returns: Nil where there is no place for a cache.
    init?(_ variables: [String: String], named name: String, root: String) {
        guard let folder = UserCache.folder(variables), !UserCache.isInside(folder, root) else { return nil }
        self.folder = folder + "/" + name
    }

    /// `KB_CACHE`, or the place that the user's caches are in; nil where there is none or `KB_CACHE` is empty.
    private static func folder(_ variables: [String: String]) -> String? {
        if let chosen = variables["KB_CACHE"] { return chosen.hasPrefix("/") ? chosen : nil }
        // A relative one is to be ignored, says the XDG Base Directory Specification.
        if let caches = variables["XDG_CACHE_HOME"], caches.hasPrefix("/") { return caches + "/kb" }
        guard let home = variables["HOME"], home.hasPrefix("/") else { return nil }
        return home + "/.cache/kb"
    }

    private static func isInside(_ folder: String, _ root: String) -> Bool {
        let top = FolderSearch.nearest(holding: ".git", from: root) ?? root
        var existing = folder[...]
        while !existing.isEmpty {
            if let resolved = FileLookup.resolved(String(existing)) {
                return resolved == top || resolved.hasPrefix(top + "/")
            }
            existing = existing[..<(existing.lastIndex(of: "/") ?? existing.startIndex)]
        }
        return false
    }

    /// Whether the folder is there and nobody else's.
    var isOwn: Bool { UserCache.isOwn(folder, S_IFDIR) }

    func holds(_ path: String) -> Bool { UserCache.isOwn(path, S_IFREG) }

    /// What others can write could say anything of content that this user must be able to trust.
    private static func isOwn(_ path: String, _ kind: mode_t) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == kind && status.st_uid == geteuid()
            && status.st_mode & 0o022 == 0
    }

    /// Removes what nobody wrote for long, of files that are named by 16 hexadecimal digits and one of some suffixes.
    func removeOld(_ suffixes: [String]) {
        let now = time(nil)
        for name in FileLookup.names(in: folder) {
            guard let suffix = suffixes.first(where: name.hasSuffix),
                name.utf8.count == 16 + suffix.utf8.count, name.utf8.prefix(16).allSatisfy(\.isHexadecimal)
            else { continue }
            var status = stat()
            let path = folder + "/" + name
            if lstat(path, &status) == 0, now - status.st_mtim.tv_sec > UserCache.keptSeconds { unlink(path) }
        }
    }
}

extension UInt8 {
    fileprivate var isHexadecimal: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
    }
}
