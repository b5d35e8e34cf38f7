import FileSystem
import Glibc
import TestSupport
import Testing

@Suite struct DurableFileTests {
    private let folder = TemporaryFolder()
    private var path: String { folder.path + "/file" }
    private var temporary: String { folder.path + "/.file.kb-tmp" }

    private func write(_ text: String, to path: String? = nil) throws(FileSystemError) {
        try DurableFile.write(Array(text.utf8), to: path ?? self.path)
    }

    private func names(_ path: String? = nil) throws -> [String] {
        try Program("/bin/ls", ["-A", path ?? folder.path]).run().output.split(separator: "\n").map(String.init)
    }

    private func mode(_ path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    @Test(arguments: ["", "new", String(repeating: "long ", count: 100_000)])
    func `A file is replaced whole`(_ text: String) throws {
        try folder.write("something old that is longer than the new", to: "file")
        try write(text)
        #expect(try folder.read("file") == text)
        #expect(try names() == ["file"])
    }

    @Test(arguments: [mode_t(0o600), 0o640, 0o755, 0o666], [false, true])
    func `A file keeps its permissions`(_ mode: mode_t, _ isTakenOver: Bool) throws {
        try folder.write("old", to: "file")
        try #require(chmod(path, mode) == 0)
        if isTakenOver { try folder.write("left behind", to: ".file.kb-tmp") }
        try write("new")
        #expect(self.mode(path) == mode)
    }

    @Test(arguments: ["target", "sub/target"])
    func `A link stays a link, and what it leads to is written`(_ target: String) throws {
        try folder.write("old", to: target)
        try #require(symlink(target, path) == 0)
        try write("new")
        var status = stat()
        #expect(lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
        #expect(try folder.read(target) == "new")
        #expect(try !names().contains(".file.kb-tmp"))
    }

    @Test func `What a killed writer left is taken over`() throws {
        try folder.write("old", to: "file")
        try folder.write("half of something that was longer than what comes", to: ".file.kb-tmp")
        try write("new")
        #expect(try folder.read("file") == "new")
        #expect(try names() == ["file"])
    }

    @Test func `A temporary file that is a link is not followed`() throws {
        try folder.write("precious", to: "other")
        try #require(symlink("other", temporary) == 0)
        #expect(throws: FileSystemError.self) { try write("new") }
        #expect(try folder.read("other") == "precious")
    }

    @Test func `While another writes, nothing is written, and its file is left to it`() throws {
        try folder.write("old", to: "file")
        try folder.write("theirs", to: ".file.kb-tmp")
        let descriptor = open(temporary, O_WRONLY)
        defer { close(descriptor) }
        // A lock belongs to an open file, so this process can stand for another.
        try #require(flock(descriptor, LOCK_EX) == 0)
        let error = try #require(throws: FileSystemError.self) { try write("new") }
        #expect(error.description == "cannot write '\(path)': another kb is writing it; try again when that has ended")
        #expect(try folder.read("file") == "old")
        #expect(try folder.read(".file.kb-tmp") == "theirs")
    }

    @Test func `Where the folder is missing, the sentence names the file`() throws {
        let missing = folder.path + "/none/file"
        let error = try #require(throws: FileSystemError.self) { try write("new", to: missing) }
        #expect(error.description == "cannot write '\(missing)': there is no such file or folder")
    }

    @Test func `A folder is not replaced by a file`() throws {
        try folder.write("", to: "file/inside")
        let error = try #require(throws: FileSystemError.self) { try write("new") }
        #expect(error.description.hasPrefix("cannot write '\(path)': "))
        #expect(try names() == ["file"])
    }

    @Test func `A folder that takes no files gives a sentence`() throws {
        // Not even root may create files there.
        let error = try #require(throws: FileSystemError.self) { try write("new", to: "/sys/kernel/kb-test") }
        #expect([EACCES, EPERM, EROFS].contains(error.code))
        #expect(error.description.hasPrefix("cannot write '/sys/kernel/kb-test': "))
    }

    @Test func `Writers at the same time leave one whole text`() async throws {
        let texts = (0..<8).map { String(repeating: "\($0)", count: 20_000 + $0) }
        await withTaskGroup(of: Void.self) { group in
            for text in texts {
                group.addTask { for _ in 0..<20 { try? write(text) } }
            }
        }
        #expect(texts.contains(try folder.read("file")))
        #expect(try names() == ["file"])
    }
}
