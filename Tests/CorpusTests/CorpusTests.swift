import Foundation
import ParserEntries
import Testing

@Suite("Corpora of the fuzz targets")
struct CorpusTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../Fuzz/Corpus")

    @Test("every input is read or refused, without a trap", arguments: ParserEntry.allCases)
    func inputs(_ entry: ParserEntry) throws {
        let folder = Self.folder.appending(path: entry.rawValue)
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        for file in files { _ = entry.read(Array(try Data(contentsOf: file))) }
    }
}
