import FileSystem
import Glibc
import TestSupport
import Testing

@Suite struct FolderCreationTests {
    private let folder = TemporaryFolder()

    @Test(arguments: ["a", "a/b/c", "a/", "a//b"])
    func `A folder is made with those above it, and again`(_ name: String) throws {
        for _ in 0..<2 { try DurableFile.createFolder(folder.path + "/" + name) }
        try folder.write("x", to: name + "/file")
        #expect(try folder.read(name + "/file") == "x")
    }

    @Test func `A file in the way is said`() throws {
        try folder.write("x", to: "a")
        for name in ["a", "a/b"] {
            let error = try #require(throws: FileSystemError.self) {
                try DurableFile.createFolder(folder.path + "/" + name)
            }
            #expect(error.description.hasPrefix("cannot create '\(folder.path)/\(name)': "))
        }
    }
}
