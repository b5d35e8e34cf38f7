import FileSystem
import Glibc

/// A folder that is there while something is tried.
final class WorkingFolder {
    let path: String

    init() {
        // In memory, where there is such a file system: millions of small writes need no disk.
        let place = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
        var template = Array("\(place)/kb-torture-XXXXXX".utf8CString)
        path = mkdtemp(&template).map { String(cString: $0) } ?? place
    }

    deinit { WorkingFolder.remove(path) }

    static func realPath(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    static func read(_ path: String) -> [UInt8]? {
        guard let file = try? FileDescriptor(opening: path, O_RDONLY, to: "read") else { return nil }
        return try? file.readAll(limit: 1 << 30)
    }

    /// A file of this name, or its bytes replaced.
    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = "\(path)/\(name)"
        if let slash = file.lastIndex(of: "/") { try DurableFile.createFolder(String(file[..<slash])) }
        try DurableFile.write(bytes, to: file)
        return file
    }

    static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: UInt8.self, capacity: 256) { String(decodingCString: $0, as: UTF8.self) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    private static func remove(_ path: String) {
        if unlink(path) == 0 { return }
        for name in names(in: path) { remove(path + "/" + name) }
        rmdir(path)
    }
}
