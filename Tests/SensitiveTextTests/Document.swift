import Glibc

/// A document of the package, read without Foundation.
enum Document {
    struct Missing: Error {
        let path: String
    }

    static func text(named name: String, from file: String = #filePath) throws -> String {
        let parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        let path = parts.joined(separator: "/") + "/" + name
        guard let stream = fopen(path, "r") else { throw Missing(path: path) }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var byte = getc(stream)
        while byte != EOF {
            bytes.append(UInt8(truncatingIfNeeded: byte))
            byte = getc(stream)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
