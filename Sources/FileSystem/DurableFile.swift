package import Glibc

/// Writes a file so that a crash at any point leaves either the old content or the new, never a mixture.
///
/// The bytes go to one temporary file beside the target, which is locked, synchronised and renamed, and then the folder
/// is synchronised. A writer that was killed leaves at most that temporary file; the next writer takes it over.
package enum DurableFile {
    package static func write(_ bytes: [UInt8], to path: String) throws(FileSystemError) {
        try write([bytes], to: path)
    }

    /// - Parameters:
    ///   - parts: One after the other.
    ///   - permissions: Of a file that is not there yet.
    ///   - isSynchronised: Whether the file is safe on disk in the end; not needed of what can be made again.
    package static func write(
        _ parts: [[UInt8]], to path: String, permissions: mode_t = 0o644, isSynchronised: Bool = true
    ) throws(FileSystemError) {
        let target = resolvingLink(path)
        let temporary = temporaryPath(for: target)
        do throws(FileSystemError) {
            let file = try openLocked(temporary, target: target, permissions)
            do throws(FileSystemError) {
                try file.truncate()
                var failure: FileSystemError?
                for part in parts {
                    part.withUnsafeBytes { buffer in
                        do throws(FileSystemError) { try file.writeAll(buffer) } catch { failure = error }
                    }
                    if let failure { throw failure }
                }
                if isSynchronised { try file.synchronise() }
                guard rename(temporary, target) == 0 else { throw FileSystemError("write", path) }
            } catch {
                unlink(temporary)
                throw error
            }
            if isSynchronised { try synchroniseFolder(of: target) }
        } catch {
            // The person knows the target, not the temporary file.
            throw FileSystemError(error.action, path, code: error.code)
        }
    }

    /// - Throws: `FileSystemError` when files cannot be made in the folder that a file is in.
    package static func checkFolder(of target: String) throws(FileSystemError) {
        let folder = split(target).folder
        guard access(folder.isEmpty ? "." : folder, W_OK | X_OK) == 0 else { throw FileSystemError("write", target) }
    }

    /// Creates a folder and those above it, where they are missing.
    package static func createFolder(_ path: String, permissions: mode_t = 0o755) throws(FileSystemError) {
        if path.isEmpty || mkdir(path, permissions) == 0 || isFolder(path) { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
            throw FileSystemError("create", path)
        }
        try createFolder(String(path[..<slash]), permissions: permissions)
        guard mkdir(path, permissions) == 0 || isFolder(path) else { throw FileSystemError("create", path) }
    }

    private static func isFolder(_ path: String) -> Bool {
        let code = errno
        defer { errno = code }
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func temporaryPath(for target: String) -> String {
        let (folder, name) = split(target)
        return folder + "." + name + ".kb-tmp"
    }

    /// The temporary file, opened by exactly this writer.
    private static func openLocked(
        _ temporary: String, target: String, _ permissions: mode_t
    ) throws(FileSystemError) -> FileDescriptor {
        var status = stat()
        // The new file keeps the permissions of the one it replaces.
        let isThere = stat(target, &status) == 0
        guard isThere || errno == ENOENT else { throw FileSystemError("write", target) }
        let mode = isThere ? status.st_mode & 0o777 : permissions
        while true {
            let file = try FileDescriptor(
                opening: temporary, O_WRONLY | O_CREAT | O_NOFOLLOW, mode: mode, to: "write")
            try file.lock()
            // Between opening and locking, another writer may have renamed this very file to its target.
            var present = stat()
            let opened = try file.status()
            guard lstat(temporary, &present) == 0, present.st_ino == opened.st_ino else { continue }
            // The umask, or the writer that left the file behind, may have set others.
            if isThere, opened.st_mode & 0o777 != mode { try file.setPermissions(mode) }
            return file
        }
    }

    private static func synchroniseFolder(of path: String) throws(FileSystemError) {
        let (folder, _) = split(path)
        let descriptor = try FileDescriptor(
            opening: folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY, to: "write")
        try descriptor.synchronise()
    }

    /// A link that the user put in place of the target stays a link.
    private static func resolvingLink(_ path: String) -> String {
        FileLookup.resolved(path) ?? path
    }

    /// The folder with its closing slash (empty for the current one) and the last part.
    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[...slash]), String(path[path.index(after: slash)...]))
    }
}
