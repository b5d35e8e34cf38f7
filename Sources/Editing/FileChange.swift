package import Diagnostics
import FileSystem
import Glibc

/// A file's bytes before and after; what the edits do not name stays byte for byte.
package struct FileChange: Hashable, Sendable {
    package let path: String
    package let old: [UInt8]
    package let new: [UInt8]

    package init(path: String, old: [UInt8], new: [UInt8]) {
        self.path = path
        self.old = old
        self.new = new
    }

    /// Applies edits that do not overlap. Of two that do, the later in the file is left out; equal ones count once.
    package init(_ source: SourceFile, edits: [TextEdit]) {
        let ordered = Set(edits).sorted { left, right in
            (left.location.range.lowerBound, left.location.range.upperBound, left.replacement)
                < (right.location.range.lowerBound, right.location.range.upperBound, right.replacement)
        }
        var bytes: [UInt8] = []
        var offset = 0
        for edit in ordered where edit.location.range.lowerBound >= offset {
            bytes += source.bytes[offset..<edit.location.range.lowerBound]
            bytes += edit.replacement.utf8
            offset = edit.location.range.upperBound
        }
        bytes += source.bytes[offset...]
        self.init(path: source.path, old: source.bytes, new: bytes)
    }
}

/// Writes changes into a folder, one whole file at a time.
package struct ChangeWriter {
    package struct Conflict: Error, Hashable, Sendable, CustomStringConvertible {
        package let path: String
        package var description: String {
            "'\(path)' was changed by somebody else in the meantime, so it was left alone; run the command again"
        }
    }

    private let root: String

    package init(root: String) {
        self.root = root
    }

    /// - Throws: `Conflict` when a file is no longer as it was read, or `FileSystemError`. Files before it are written.
    package func write(_ changes: [FileChange]) throws {
        let needed = changes.filter { $0.old != $0.new }
        // What cannot be written is found out before the first file is.
        for change in needed { try DurableFile.checkFolder(of: root + "/" + change.path) }
        for change in needed {
            let path = root + "/" + change.path
            guard
                try FileDescriptor(opening: path, O_RDONLY | O_NOFOLLOW, to: "read").readAll(limit: 64 << 20)
                    == change.old
            else { throw Conflict(path: change.path) }
            try DurableFile.write(change.new, to: path)
        }
    }
}
