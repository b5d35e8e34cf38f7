import Glibc

/// Questions about paths.
package enum FileLookup {
    /// Whether there is something at a path, a dangling symbolic link included.
    ///
    /// - Throws: `FileSystemError` when that cannot be told, which is not the same as no.
    package static func exists(_ path: String) throws(FileSystemError) -> Bool {
        var status = stat()
        if lstat(path, &status) == 0 { return true }
        guard errno == ENOENT || errno == ENOTDIR else { throw FileSystemError("look at", path) }
        return false
    }
}
