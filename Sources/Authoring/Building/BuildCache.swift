import CommandLine
import Content
import FileSystem
import Glibc
import IndexCompilation
import SearchIndex

/// Where builds leave what the next build of the same knowledge base can use. It lies with the user's other caches, never in
/// the knowledge base, where it could come with somebody's content. Whatever befalls it costs time and nothing else.
struct BuildCache {
    /// What an earlier build left.
    struct Earlier {
        let memory: BuildMemory
        let index: PreviousIndex
    }

    private let folder: String
    private let name: String
    private let key: ContentDigest
    /// Seconds after which what nobody used is removed.
    private static let keptSeconds = 30 * 86_400
    private static let largestMemory = 1 << 30

    /// - Parameters:
    ///   - place: Names the knowledge base and the kind of index.
    ///   - settings: All that a build depends on besides the files that are compared one by one.
    /// - Returns: Nil where there is no place for a cache.
    init?(_ variables: [String: String], for place: String, settings: [UInt8]) {
        guard let folder = BuildCache.folder(variables), let program = BuildCache.program else { return nil }
        self.folder = folder
        name = ContentDigest(of: Array(place.utf8)).hexadecimal(8)
        key = ContentDigest(of: program + settings)
    }

    /// `KB_CACHE`, or the place that the user's caches are in; nil where there is none or `KB_CACHE` is empty.
    private static func folder(_ variables: [String: String]) -> String? {
        if let chosen = variables["KB_CACHE"] { return chosen.isEmpty ? nil : chosen }
        // A relative one is to be ignored, says the XDG Base Directory Specification.
        if let caches = variables["XDG_CACHE_HOME"], caches.hasPrefix("/") { return caches + "/kb" }
        guard let home = variables["HOME"], home.hasPrefix("/") else { return nil }
        return home + "/.cache/kb"
    }

    /// A hash of this program: another one may read the same files otherwise.
    private static var program: [UInt8]? {
        guard let file = try? MappedFile(path: "/proc/self/exe") else { return nil }
        return withUnsafeBytes(of: Hash.of(file.bytes)) { Array($0) }
    }

    private var memoryPath: String { "\(folder)/\(name).memory" }
    private var indexPath: String { "\(folder)/\(name).index" }

    /// - Returns: Nil where there is nothing, or nothing that this build may use.
    func earlier() -> Earlier? {
        guard let bytes = ownBytes(memoryPath), let memory = try? BuildMemory(bytes, key: key),
            isOwn(indexPath)
        else { return nil }
        let index = PreviousIndex(indexPath, seal: memory.seal)
        return (try? index.open()) == nil ? nil : Earlier(memory: memory, index: index)
    }

    /// Keeps an index that was written and what is known of it. A cache that cannot be written is none.
    ///
    /// - Parameter memory: Its bytes, for a key.
    func keep(_ path: String, _ memory: (ContentDigest) throws -> [UInt8]) {
        do {
            try DurableFile.createFolder(folder, permissions: 0o700)
            try link(path)
            try DurableFile.write([try memory(key)], to: memoryPath, isSynchronised: false)
            removeOld()
        } catch {
            // The one without the other is of no use.
            unlink(memoryPath)
        }
    }

    /// Both names lead to the same bytes, where the file system allows it: an index is never changed, only replaced.
    private func link(_ path: String) throws {
        let temporary = indexPath + ".new"
        unlink(temporary)
        if Glibc.link(path, temporary) == 0 {
            guard rename(temporary, indexPath) == 0 else { throw FileSystemError("write", indexPath) }
            // Of two names of one file none is renamed.
            unlink(temporary)
            return
        }
        let bytes = try FileDescriptor(opening: path, O_RDONLY, to: "read").readAll(limit: .max - 1)
        try DurableFile.write([bytes], to: indexPath, isSynchronised: false)
    }

    /// What somebody else wrote could say anything of content that this user must be able to trust.
    private func isOwn(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_uid == geteuid()
    }

    private func ownBytes(_ path: String) -> [UInt8]? {
        guard isOwn(path) else { return nil }
        return try? FileDescriptor(opening: path, O_RDONLY | O_NOFOLLOW, to: "read").readAll(
            limit: BuildCache.largestMemory)
    }

    private func removeOld() {
        guard let directory = opendir(folder) else { return }
        defer { closedir(directory) }
        let now = time(nil)
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasSuffix(".memory") || name.hasSuffix(".index") else { continue }
            var status = stat()
            let path = folder + "/" + name
            if lstat(path, &status) == 0, now - status.st_mtim.tv_sec > BuildCache.keptSeconds { unlink(path) }
        }
    }
}

extension ContentDigest {
    /// - Parameter count: Of the bytes to write, at most 32.
    fileprivate func hexadecimal(_ count: Int) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return withUnsafeBytes(of: words) { bytes in
            String(
                decoding: bytes.prefix(count).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
        }
    }
}
