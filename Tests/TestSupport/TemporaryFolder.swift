import Glibc

/// A folder that is there while a test runs.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() {
        var template = Array("/tmp/kb-test-XXXXXX".utf8CString)
        // Without a place to work in there is nothing to test.
        path = String(cString: mkdtemp(&template)!)
    }

    deinit {
        _ = try? Program("/bin/rm", ["-rf", path]).run()
    }

    package func write(_ text: String, to name: String) throws {
        var folder = path
        for part in name.split(separator: "/").dropLast() {
            folder += "/" + part
            mkdir(folder, 0o755)
        }
        try TestFile.write(Array(text.utf8), to: path + "/" + name)
    }

    package func read(_ name: String) throws -> String {
        String(decoding: try TestFile.read(path + "/" + name), as: UTF8.self)
    }
}
