import Glibc
import TestSupport
import Testing

/// The pictures in docs/pictures/ are those that `kb graph` draws now; `make docs` draws them again.
@Suite struct PictureFilesTests {
    private static let folders = [
        "patient-access": "patient-access", "public-guidance": "public-guidance", "mri-story": "mri-story/complete",
        "broken": "broken",
    ]

    private static var pictures: [String] {
        get throws {
            let files = try FolderState(of: TestFile.package() + "/docs/pictures").files
            return files.keys.filter { $0.hasSuffix(".svg") }.sorted()
        }
    }

    @Test(arguments: try pictures)
    func `A picture of the examples is up to date`(_ path: String) throws {
        let parts = path.split(separator: "/")
        let example = try #require(Self.folders[String(parts[0])])
        let id = String(parts[1].dropLast(4))
        let outcome = try Program.kb([
            "graph", id, "--root", TestFile.package() + "/examples/" + example, "--at", "2026-11-24",
        ]).run()
        #expect(outcome.status == 0, "\(outcome.error)")
        let known = String(decoding: try TestFile.read(TestFile.package() + "/docs/pictures/" + path), as: UTF8.self)
        #expect(outcome.output == known, "'make docs' draws it again")
    }

    @Test func `Every workflow of the examples has one`() throws {
        for (folder, example) in Self.folders where folder != "broken" {
            let state = try FolderState(of: TestFile.package() + "/examples/\(example)/workflows")
            let drawn = try Self.pictures.count { $0.hasPrefix(folder + "/") }
            #expect(drawn == state.files.keys.count { $0.hasSuffix(".yaml") }, "\(folder)")
        }
    }
}
