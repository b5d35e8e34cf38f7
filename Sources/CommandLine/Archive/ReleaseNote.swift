import FileSystem
import Glibc
package import Releases
import SearchIndex

/// The release that an index belongs to. It lies beside the index, which itself names nothing but its content.
package enum ReleaseNote {
    private static let largest = 4 << 20

    package static func path(of index: String) -> String { index + ".release" }

    /// - Parameter seal: Of the index.
    /// - Returns: Nil where none lies there, or one of another index.
    package static func release(of index: String, seal: UInt64) -> Release? {
        guard
            let bytes = try? FileDescriptor(opening: path(of: index), O_RDONLY | O_NONBLOCK, to: "read")
                .readAll(limit: largest),
            let release = ReleaseText.read(String(decoding: bytes, as: UTF8.self)),
            release.indexes.contains(where: { UInt64($0.seal, radix: 16) == seal })
        else { return nil }
        return release
    }
}
