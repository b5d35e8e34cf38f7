import CommandLine
import Content
import FileSystem
import Glibc
import IndexCompilation
import SearchIndex
import Time

/// Where builds leave what the next build of the same knowledge base can use. It lies with the user's other caches, never in
/// the repository, where it could come with somebody's content. Whatever befalls it costs time and nothing else.
struct BuildCache {
    /// What an earlier build left.
    struct Earlier {
        let memory: BuildMemory
        let index: PreviousIndex
    }

    private let folder: String
    private let name: String
    private let key: ContentDigest
    private let now: Instant
    /// Seconds after which what nobody used is removed.
    private static let keptSeconds = 30 * 86_400
    private static let largestMemory = 1 << 30
    private static let suffixes = [".memory", ".index"]

    /// - Parameters:
    ///   - place: Names the knowledge base and the kind of index.
    ///   - root: The folder of the knowledge base.
    ///   - settings: All that a build depends on besides the files that are compared one by one.
    ///   - now: The moment at which the build judges dates.
    /// - Returns: Nil where there is no place for a cache.
    init?(_ variables: [String: String], for place: String, root: String, settings: [UInt8], now: Instant) {
        guard let folder = BuildCache.folder(variables), let program = ProgramIdentity.bytes,
            !BuildCache.isInside(folder, root)
        else { return nil }
        self.folder = folder + "/builds"
        self.now = now
        name = ContentDigest(of: Array(place.utf8)).hexadecimal(8)
        key = ContentDigest(of: program + settings)
    }

    /// `KB_CACHE`, or the place that the user's caches are in; nil where there is none or `KB_CACHE` is empty.
    private static func folder(_ variables: [String: String]) -> String? {
        if let chosen = variables["KB_CACHE"] { return chosen.hasPrefix("/") ? chosen : nil }
        // A relative one is to be ignored, says the XDG Base Directory Specification.
        if let caches = variables["XDG_CACHE_HOME"], caches.hasPrefix("/") { return caches + "/kb" }
        guard let home = variables["HOME"], home.hasPrefix("/") else { return nil }
        return home + "/.cache/kb"
    }

    /// Whether a folder lies in the repository of a knowledge base, where content could bring it along.
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

    private var memoryPath: String { "\(folder)/\(name).memory" }
    private var indexPath: String { "\(folder)/\(name).index" }

    /// - Returns: Nil where there is nothing, or nothing that this build may use.
    func earlier() -> Earlier? {
        guard isOwn(folder, S_IFDIR), isOwn(indexPath, S_IFREG), isOwn(memoryPath, S_IFREG),
            let bytes = try? FileDescriptor(opening: memoryPath, O_RDONLY | O_NOFOLLOW, to: "read")
                .readAll(limit: BuildCache.largestMemory),
            let memory = try? BuildMemory(bytes, key: key), memory.moment <= now
        else { return nil }
        let index = PreviousIndex(indexPath, seal: memory.seal)
        guard let opened = try? index.open(), memory.fits(opened) else { return nil }
        return Earlier(memory: memory, index: index)
    }

    /// Keeps an index and what is known of it. A cache that cannot be written is none: the next build then finds another
    /// index than its memory means, or nothing.
    ///
    /// - Parameters:
    ///   - parts: The index, which is let go of once it is written.
    ///   - memory: Its bytes, for a key and a moment.
    func keep(_ parts: inout [[UInt8]], _ memory: (ContentDigest, Instant) throws -> [UInt8]) {
        do {
            try DurableFile.createFolder(folder, permissions: 0o700)
            guard isOwn(folder, S_IFDIR) else { return }
            // A copy of its own: the user's file may be cut short or written over.
            try DurableFile.write(parts, to: indexPath, permissions: 0o600, isSynchronised: false)
            parts = []
            try DurableFile.write(
                [try memory(key, now)], to: memoryPath, permissions: 0o600, isSynchronised: false)
            removeOld()
        } catch {
            return
        }
    }

    /// What others can write could say anything of content that this user must be able to trust.
    private func isOwn(_ path: String, _ kind: mode_t) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == kind && status.st_uid == geteuid()
            && status.st_mode & 0o022 == 0
    }

    private func removeOld() {
        let now = time(nil)
        for name in FileLookup.names(in: folder) {
            guard let suffix = BuildCache.suffixes.first(where: name.hasSuffix),
                name.utf8.count == 16 + suffix.utf8.count, name.utf8.prefix(16).allSatisfy(\.isHexadecimal)
            else { continue }
            var status = stat()
            let path = folder + "/" + name
            if lstat(path, &status) == 0, now - status.st_mtim.tv_sec > BuildCache.keptSeconds { unlink(path) }
        }
    }
}

extension UInt8 {
    fileprivate var isHexadecimal: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
    }
}
