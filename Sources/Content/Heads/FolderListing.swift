import FileSystem
import Glibc

/// The articles of one folder and the folders in it, as a working tree lists them.
struct FolderListing {
    /// Of articles, each with a NUL after it.
    private(set) var names: [UInt8] = []
    /// Relative to the knowledge base, with a closing slash.
    private(set) var folders: [String] = []
    private static let suffix = Array(FileKind.article.suffix.utf8)

    /// - Parameter folder: Relative to the root, with a closing slash. One that is not there is empty.
    init(_ folder: String, of root: String) throws(ContentSourceError) {
        let place = root + "/" + folder
        func failure() -> ContentSourceError {
            ContentSourceError(path: folder, message: FileSystemError("read", String(place.dropLast())).description)
        }
        var opened = opendir(place)
        while opened == nil, errno == EINTR { opened = opendir(place) }
        guard let directory = opened else {
            if errno == ENOENT { return }
            throw failure()
        }
        defer { closedir(directory) }
        while true {
            // The end of a listing and a failure look the same but for this.
            errno = 0
            guard let entry = readdir(directory) else {
                guard errno == 0 else { throw failure() }
                return
            }
            let listed = Int(entry.pointee.d_type)
            withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
                    add(UnsafeBufferPointer(start: bytes, count: strnlen(tuple, 256)), listed, folder, root)
                }
            }
        }
    }

    private mutating func add(_ name: UnsafeBufferPointer<UInt8>, _ listed: Int, _ folder: String, _ root: String) {
        guard let first = name.first, first != UInt8(ascii: ".") else { return }
        let isArticle = name.suffix(FolderListing.suffix.count).elementsEqual(FolderListing.suffix)
        guard isArticle || listed != DT_REG else { return }
        // Nothing can name a file by a name that is no text.
        let isPlain = name.allSatisfy { $0 < 0x80 }
        guard isPlain || String(validating: name, as: UTF8.self) != nil else { return }
        switch listed == DT_UNKNOWN
            ? FolderListing.kind(root + "/" + folder + String(decoding: name, as: UTF8.self)) : listed
        {
        case DT_REG where isArticle:
            names += name
            names.append(0)
        case DT_DIR:
            let path = folder + String(decoding: name, as: UTF8.self) + "/"
            // A folder with a repository of its own is somebody else's content.
            if access(root + "/" + path + ".git", F_OK) != 0 { folders.append(path) }
        default: break
        }
    }

    /// Some file systems do not say in the listing what an entry is.
    private static func kind(_ path: String) -> Int {
        var status = stat()
        guard lstat(path, &status) == 0 else { return DT_UNKNOWN }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return DT_DIR
        case S_IFREG: return DT_REG
        default: return DT_UNKNOWN
        }
    }
}
