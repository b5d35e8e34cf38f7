import Glibc

/// Files beside the tests, by paths from the top of the package.
enum TestFile {
    struct Unreadable: Error {
        var path: String
    }

    static func read(_ path: String) throws -> [UInt8] {
        guard let file = fopen(absolute(path), "r") else { throw Unreadable(path: path) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    static func write(_ text: String, to path: String) throws {
        guard let file = fopen(absolute(path), "w") else { throw Unreadable(path: path) }
        defer { fclose(file) }
        let bytes = Array(text.utf8)
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Unreadable(path: path) }
    }

    private static func absolute(_ path: String) -> String {
        let parts = #filePath.split(separator: "/").dropLast(3)
        return "/" + (parts + [Substring(path)]).joined(separator: "/")
    }
}
