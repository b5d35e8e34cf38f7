package import Glibc

/// Every file below a folder with its bytes and permissions, hidden ones too.
package struct FolderState: Hashable, Sendable {
    package struct File: Hashable, Sendable {
        package var bytes: [UInt8]
        package var mode: mode_t
    }

    package private(set) var files: [String: File] = [:]
    package private(set) var folders: [String] = []

    package init() {}

    package init(of root: String) throws {
        try read(root, "")
    }

    /// Names of files that writers are at work on.
    package var temporaries: [String] { files.keys.filter { $0.hasSuffix(".kb-tmp") }.sorted() }

    /// Without what writers left.
    package var settled: [String: File] { files.filter { !$0.key.hasSuffix(".kb-tmp") } }

    /// Lays this out in a folder that is empty or not there.
    package func write(to root: String) throws {
        mkdir(root, 0o755)
        for folder in folders { mkdir(root + "/" + folder, 0o755) }
        for (path, file) in files {
            try TestFile.write(file.bytes, to: root + "/" + path)
            chmod(root + "/" + path, file.mode)
        }
    }

    /// Makes a folder empty.
    package static func clear(_ root: String) throws {
        let state = try FolderState(of: root)
        for path in state.files.keys { unlink(root + "/" + path) }
        for folder in state.folders.reversed() { rmdir(root + "/" + folder) }
    }

    private mutating func read(_ root: String, _ folder: String) throws {
        let path = folder.isEmpty ? root : root + "/" + folder
        guard let directory = opendir(path) else {
            if errno == ENOENT && folder.isEmpty { return }
            throw TestFile.Failure(path: path, code: errno)
        }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: UInt8.self, capacity: 256) { String(decodingCString: $0, as: UTF8.self) }
            }
            if name == "." || name == ".." { continue }
            let inner = folder.isEmpty ? name : folder + "/" + name
            var status = stat()
            guard lstat(root + "/" + inner, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR {
                folders.append(inner)
                try read(root, inner)
            } else {
                files[inner] = File(bytes: try TestFile.read(root + "/" + inner), mode: status.st_mode & 0o777)
            }
        }
    }
}
