import Diagnostics
import Synchronization

/// The files that findings are in, read when they are needed. Findings come in order of their paths, so that a few files
/// at a time are enough.
final class SourceCache: Sendable {
    private static let most = 8

    private let read: @Sendable (String) -> SourceFile?
    private let known = Mutex<[String: SourceText?]>([:])

    init(_ read: @escaping @Sendable (String) -> SourceFile?) {
        self.read = read
    }

    subscript(path: String) -> SourceText? {
        known.withLock { known in
            if let source = known[path] { return source }
            if known.count >= SourceCache.most { known = [:] }
            let source = read(path).map(SourceText.init)
            known[path] = .some(source)
            return source
        }
    }
}
