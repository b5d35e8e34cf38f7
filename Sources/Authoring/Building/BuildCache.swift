import CommandLine
import Content
import FileSystem
import Glibc
import IndexCompilation
import SearchIndex
import Time

/// Where builds leave what the next build of the same knowledge base can use. Whatever befalls it costs time and nothing else.
struct BuildCache {
    /// What an earlier build left.
    struct Earlier {
        let memory: BuildMemory
        let index: PreviousIndex
    }

    private let place: UserCache
    private let name: String
    private let key: ContentDigest
    private let now: Instant
    private static let largestMemory = 1 << 30
    private static let suffixes = [".memory", ".index"]

    /// - Parameters:
    ///   - place: Names the knowledge base and the kind of index.
    ///   - root: The folder of the knowledge base.
    ///   - settings: All that a build depends on besides the files that are compared one by one.
    ///   - now: The moment at which the build judges dates.
    /// - Returns: Nil where there is no place for a cache.
    init?(_ variables: [String: String], for place: String, root: String, settings: [UInt8], now: Instant) {
        guard let folder = UserCache(variables, named: "builds", root: root), let program = ProgramIdentity.bytes else {
            return nil
        }
        self.place = folder
        self.now = now
        name = ContentDigest(of: Array(place.utf8)).hexadecimal(8)
        key = ContentDigest(of: program + settings)
    }

    private var memoryPath: String { "\(place.folder)/\(name).memory" }
    private var indexPath: String { "\(place.folder)/\(name).index" }

    /// - Returns: Nil where there is nothing, or nothing that this build may use.
    func earlier() -> Earlier? {
        guard place.isOwn, place.holds(indexPath), place.holds(memoryPath),
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
            try DurableFile.createFolder(place.folder, permissions: 0o700)
            guard place.isOwn else { return }
            // A copy of its own: the user's file may be cut short or written over.
            try DurableFile.write(parts, to: indexPath, permissions: 0o600, isSynchronised: false)
            parts = []
            try DurableFile.write(
                [try memory(key, now)], to: memoryPath, permissions: 0o600, isSynchronised: false)
            place.removeOld(BuildCache.suffixes)
        } catch {
            return
        }
    }
}
