import Glibc

/// Questions about paths.
package enum FileLookup {
    /// The path without links and dots; nil where nothing is there.
    package static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// What is in a folder, in no order; nothing where it cannot be read.
    package static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names
    }

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
