import Glibc

/// Whole files by absolute paths.
package enum TestFile {
    package struct Failure: Error {
        package var path: String
        package var code: Int32
    }

    package static func read(_ path: String) throws -> [UInt8] {
        guard let file = fopen(path, "r") else { throw Failure(path: path, code: errno) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    package static func write(_ bytes: [UInt8], to path: String) throws {
        guard let file = fopen(path, "w") else { throw Failure(path: path, code: errno) }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Failure(path: path, code: errno) }
    }

    /// The top of the package, from the place of a test's source.
    package static func package(_ sourcePath: String = #filePath) -> String {
        "/" + sourcePath.split(separator: "/").dropLast(3).joined(separator: "/")
    }
}
