import Foundation
import ParserEntries
import Testing

@Suite("Corpora of the fuzz targets")
struct CorpusTests {
    @Test("every input is read or refused, without a trap", arguments: ParserEntry.allCases)
    func inputs(_ entry: ParserEntry) throws {
        let inputs = try Corpus.inputs(entry)
        #expect(!inputs.isEmpty)
        for input in inputs { _ = entry.read(input) }
    }
}

enum Corpus {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../Fuzz/Corpus")

    /// The inputs for a parser, in order of their names.
    static func inputs(_ entry: ParserEntry) throws -> [[UInt8]] {
        let folder = folder.appending(path: entry.rawValue)
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.sorted { $0.lastPathComponent < $1.lastPathComponent }.map { Array(try Data(contentsOf: $0)) }
    }
}
