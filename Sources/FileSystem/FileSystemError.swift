import Glibc

/// A system call that failed, in words for the person who runs the tool.
package struct FileSystemError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was tried, as an infinitive: `read`, `write`, `create`.
    package let action: String
    package let path: String
    package let code: Int32

    package init(_ action: String, _ path: String, code: Int32 = errno) {
        self.action = action
        self.path = path
        self.code = code
    }

    package var description: String {
        "cannot \(action) '\(path)': \(reason)"
    }

    private var reason: String {
        switch code {
        case ENOENT: "there is no such file or folder"
        case EACCES, EPERM: "permission denied"
        case ENOSPC: "the disk is full"
        case EROFS: "the file system is read-only"
        case ENOTDIR: "a part of the path is not a folder"
        case EISDIR: "it is a folder"
        case ELOOP: "it is a symbolic link"
        case EFBIG: "it is too large"
        case EWOULDBLOCK: "another kb is writing it; try again when that has ended"
        default: String(cString: strerror(code)).lowercased()
        }
    }
}
