import FileSystem
import Glibc
import TestSupport
import Testing

@Suite struct FileDescriptorTests {
    private let folder = TemporaryFolder()
    private var path: String { folder.path + "/file" }

    private func read(limit: Int) throws(FileSystemError) -> [UInt8] {
        try FileDescriptor(opening: path, O_RDONLY, to: "read").readAll(limit: limit)
    }

    @Test(arguments: [0, 1, 4095, 4096, 65_536, 300_000])
    func `A file is read to its end`(_ count: Int) throws {
        let text = String(repeating: "x", count: count)
        try folder.write(text, to: "file")
        #expect(try read(limit: count).count == count)
    }

    @Test func `A file over the limit is refused`() throws {
        try folder.write("12345", to: "file")
        let error = try #require(throws: FileSystemError.self) { try read(limit: 4) }
        #expect(error.description == "cannot read '\(path)': it is too large")
    }

    @Test func `A file whose size is not told is read all the same`() throws {
        let bytes = try FileDescriptor(opening: "/proc/self/status", O_RDONLY, to: "read").readAll(limit: 1 << 20)
        #expect(bytes.starts(with: "Name:".utf8))
        #expect(throws: FileSystemError.self) {
            _ = try FileDescriptor(opening: "/proc/self/status", O_RDONLY, to: "read").readAll(limit: 16)
        }
    }

    @Test(arguments: [(0..<2, "01"), (3..<5, "34"), (4..<9, "4"), (7..<9, ""), (2..<2, "")])
    func `A part is read, or what there is of it`(_ range: Range<Int>, _ text: String) throws {
        try folder.write("01234", to: "file")
        let bytes = try FileDescriptor(opening: path, O_RDONLY, to: "read").read(range)
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }

    @Test func `A link that must not be followed is said to be one`() throws {
        try #require(symlink("elsewhere", path) == 0)
        let error = try #require(throws: FileSystemError.self) {
            _ = try FileDescriptor(opening: path, O_RDONLY | O_NOFOLLOW, to: "read")
        }
        #expect(error.description == "cannot read '\(path)': it is a symbolic link")
    }

    @Test func `A folder is not read as a file`() throws {
        let error = try #require(throws: FileSystemError.self) {
            _ = try FileDescriptor(opening: folder.path, O_RDONLY, to: "read").readAll(limit: 10)
        }
        #expect(error.code == EISDIR || error.code == EFBIG)
    }

    @Test func `A program that is started does not inherit an open file`() throws {
        try folder.write("x", to: "file")
        let file = try FileDescriptor(opening: path, O_RDONLY, to: "read")
        let listed = try Program("/bin/ls", ["-l", "/proc/self/fd"]).run().output
        #expect(!listed.contains(path))
        _ = try file.status()
    }
}
