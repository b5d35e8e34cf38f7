import Diagnostics
import Synchronization

/// The files of a knowledge base, of which none is kept: what needs the bytes of one reads it again.
final class KnownFiles: Sendable {
    private let content: any ContentSource
    /// Nil for the files that were not read.
    private let digests: [String: ContentDigest?]
    private let failure = Mutex<ContentSourceError?>(nil)

    init(_ content: any ContentSource, entries: [ContentEntry], _ read: [(path: String, digest: ContentDigest)]) {
        self.content = content
        var digests: [String: ContentDigest?] = [:]
        digests.reserveCapacity(entries.count)
        for entry in entries { digests[entry.path] = .some(nil) }
        for (path, digest) in read { digests[path] = digest }
        self.digests = digests
    }

    var firstFailure: ContentSourceError? { failure.withLock { $0 } }

    func contains(_ path: String) -> Bool { digests[path] != nil }

    func source(_ path: String) -> SourceFile? {
        guard case .some(.some(let digest)) = digests[path] else { return nil }
        do throws(ContentSourceError) {
            let bytes = try content.read(path)
            if ContentDigest(of: bytes) == digest { return SourceFile(path: path, bytes: bytes) }
            note(
                ContentSourceError(path: path, message: "'\(path)' was changed in the meantime; run the command again"))
        } catch {
            note(error)
        }
        return nil
    }

    func asset(_ path: String) -> [UInt8]? {
        guard case .some(.none) = digests[path] else { return nil }
        do throws(ContentSourceError) { return try content.read(path) } catch { return nil }
    }

    private func note(_ error: ContentSourceError) {
        failure.withLock { $0 = $0 ?? error }
    }
}
