import FileSystem
import Glibc
import SearchIndex

/// Which program this is: another one may read the same files otherwise.
enum ProgramIdentity {
    /// A hash of the executable, and the libraries that were loaded with it by size and time; nil where they cannot be read.
    static var bytes: [UInt8]? {
        guard let file = try? MappedFile(path: "/proc/self/exe"),
            let maps = try? FileDescriptor(opening: "/proc/self/maps", O_RDONLY, to: "read").read(atMost: 1 << 20)
        else { return nil }
        var bytes = withUnsafeBytes(of: Hash.of(file.bytes)) { Array($0) }
        // Where each of them lies differs from run to run.
        for path in libraries(String(decoding: maps, as: UTF8.self)).sorted() {
            var status = stat()
            guard stat(String(path), &status) == 0 else { return nil }
            bytes += Array("\(path) \(status.st_size) \(status.st_mtim.tv_sec)\n".utf8)
        }
        return bytes
    }

    /// The executable by size, time and number alone: quicker, where no more hangs on it than how something
    /// is put.
    static var stamp: [UInt8]? {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return nil }
        return Array(
            "\(status.st_dev) \(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
                .utf8)
    }

    /// The paths of the shared libraries in a list of mappings.
    private static func libraries(_ maps: String) -> Set<Substring> {
        Set(
            maps.split(separator: "\n").filter { $0.contains(".so") }.compactMap { line in
                line.firstIndex(of: "/").map { line[$0...] }
            })
    }
}
