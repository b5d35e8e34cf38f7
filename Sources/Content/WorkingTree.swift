import Diagnostics
import FileSystem
import Glibc

/// The content of a folder on disk. Links are listed but never followed.
package struct WorkingTree: ContentSource {
    /// The absolute path of the folder, without a closing slash.
    package let root: String
    private static let largestFile = 64 << 20

    package init(root: String) {
        self.root = root
    }

    package func entries() throws(ContentSourceError) -> [ContentEntry] {
        var found: [ContentEntry] = []
        try list("", into: &found)
        return found
    }

    /// The files of one kind, in order of their paths; none where it has no folder.
    package func entries(of kind: FileKind) throws(ContentSourceError) -> [ContentEntry] {
        guard let folder = kind.folder, access(root + "/" + folder, F_OK) == 0 else { return [] }
        var found: [ContentEntry] = []
        try list(folder + "/", into: &found)
        return found
    }

    func hasFile(_ path: String) -> Bool { access(root + "/" + path, F_OK) == 0 }

    package func read(_ path: String) throws(ContentSourceError) -> [UInt8] {
        do throws(FileSystemError) {
            return try FileDescriptor(opening: root + "/" + path, O_RDONLY | O_NOFOLLOW, to: "read")
                .readAll(limit: WorkingTree.largestFile)
        } catch {
            throw ContentSourceError(path: path, message: error.description)
        }
    }

    /// A file that changed within the last moments may change again without its times telling, as file systems count them
    /// by up to two seconds.
    package func stamp(_ path: String) -> ContentStamp? {
        var status = stat()
        var now = timespec()
        guard lstat(root + "/" + path, &status) == 0, clock_gettime(CLOCK_REALTIME, &now) == 0 else { return nil }
        let latest = now.tv_sec - 3
        guard status.st_mtim.tv_sec < latest, status.st_ctim.tv_sec < latest else { return nil }
        func nanoseconds(_ time: timespec) -> UInt64 {
            UInt64(truncatingIfNeeded: time.tv_sec &* 1_000_000_000 &+ time.tv_nsec)
        }
        return ContentStamp([
            UInt64(truncatingIfNeeded: status.st_size), nanoseconds(status.st_mtim), nanoseconds(status.st_ctim),
            UInt64(status.st_ino),
        ])
    }

    /// Adds the files below a folder.
    ///
    /// - Parameter folder: With its closing slash; empty for the root.
    private func list(_ folder: String, into found: inout [ContentEntry]) throws(ContentSourceError) {
        let place = root + "/" + folder
        func failure() -> ContentSourceError {
            ContentSourceError(
                path: String(folder.dropLast()),
                message: FileSystemError("read", folder.isEmpty ? root : String(place.dropLast())).description)
        }
        var opened = opendir(place)
        while opened == nil, errno == EINTR { opened = opendir(place) }
        guard let directory = opened else { throw failure() }
        var listed: [(path: String, kind: Int)] = []
        do {
            defer { closedir(directory) }
            while true {
                // The end of a listing and a failure look the same but for this.
                errno = 0
                guard let entry = readdir(directory) else {
                    guard errno == 0 else { throw failure() }
                    break
                }
                if let (name, isText) = WorkingTree.name(entry) {
                    let path = folder + name
                    // Nothing can name it by a name that is no text.
                    listed.append((path, isText ? kind(Int32(entry.pointee.d_type), path) : DT_UNKNOWN))
                }
            }
        }
        // What is in a folder comes where its name with a slash does.
        for index in listed.indices where listed[index].kind == DT_DIR { listed[index].path += "/" }
        listed.sort { $0.path.byteOrder($1.path) < 0 }
        for (path, kind) in listed {
            switch kind {
            case DT_DIR:
                // A folder with a repository of its own is somebody else's content.
                if access(root + "/" + path + ".git", F_OK) != 0 { try list(path, into: &found) }
            case DT_REG: found.append(ContentEntry(path: path, kind: .file))
            case DT_LNK: found.append(ContentEntry(path: path, kind: .link))
            default: found.append(ContentEntry(path: path, kind: .special))
            }
        }
    }

    /// Nil for hidden files: they are the tools', not content (.git, .kb, editors' settings).
    private static func name(_ entry: UnsafeMutablePointer<dirent>) -> (name: String, isText: Bool)? {
        withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { bytes in
                guard bytes[0] != CChar(bitPattern: UInt8(ascii: ".")) else { return nil }
                if let name = String(validatingCString: bytes) { return (name, true) }
                return (String(cString: bytes), false)
            }
        }
    }

    /// Some file systems do not say in the listing what an entry is.
    private func kind(_ listed: Int32, _ path: String) -> Int {
        guard Int(listed) == DT_UNKNOWN else { return Int(listed) }
        var status = stat()
        guard lstat(root + "/" + path, &status) == 0 else { return DT_UNKNOWN }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return DT_DIR
        case S_IFREG: return DT_REG
        case S_IFLNK: return DT_LNK
        default: return DT_UNKNOWN
        }
    }
}
