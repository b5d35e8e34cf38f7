import Content
import Diagnostics
import FileSystem
import Glibc
import IndexCompilation
import SearchIndex
import Testing
import Time

/// An index for some readers is the same as if there were nothing but what they may read.
@Suite struct NonInterferenceTests {
    /// `KB_BASES` sets how many knowledge bases are made.
    private static let count = getenv("KB_BASES").flatMap { Int(String(cString: $0)) } ?? 100

    @Test func `What an audience may not read leaves no trace in its index`() async throws {
        let jobs = 4
        let different = try await withThrowingTaskGroup(of: [UInt64].self) { group in
            for job in 0..<jobs {
                group.addTask {
                    try stride(from: job, to: Self.count, by: jobs).map(UInt64.init).filter { seed in
                        let base = RandomBase(seed: seed)
                        return try Self.index(base.full, base.readers) != Self.index(base.cut, base.readers)
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }.sorted()
        }
        print("non-interference: \(Self.count - different.count) of \(Self.count)")
        let difference = try different.first.map(Self.difference) ?? ""
        #expect(different == [], "the seeds of those that differ; of the first: \(difference)")
    }

    @Test func `An index through a scratch file and several jobs is that in memory`() async throws {
        for seed in 0..<UInt64(10) {
            let files = RandomBase(seed: seed).full
            let readers = RandomBase(seed: seed).readers
            let base = try Self.base(files)
            let compiler = IndexCompiler(base.configuration, audiences: readers)
            let scratch = try ScratchFile(in: "/tmp")
            let documents = try base.entries.reversed().flatMap { entry -> [CompiledDocument] in
                guard case .kind(let kind) = FileKind.at(entry.path), entry.path != "kb.yaml",
                    let source = base.source(entry.path)
                else { return [] }
                let reader = ContentReader(configuration: base.configuration, timeZone: { _ in nil })
                let file = reader.read(source, as: kind)
                return try compiler.compile(file, ContentDigest(of: source.bytes), isSound: true, scratch).get()
                    .documents
            }
            let parts = try await IndexAssembly(documents, by: compiler, of: base).file(jobs: 2)
            #expect(try parts.flatMap(\.self) == MemoryIndex.bytes(of: base, audiences: readers))
        }
    }

    @Test func `Whole knowledge bases differ where their parts for others do`() throws {
        let different = try (0..<20).map(UInt64.init).filter { seed in
            let base = RandomBase(seed: seed)
            return try Self.index(base.full, nil) != Self.index(base.cut, nil)
        }
        #expect(different.count > 15, "the hidden parts are few")
    }

    /// Where the first documents differ, for whoever looks for the leak.
    private static func difference(_ seed: UInt64) throws -> String {
        let base = RandomBase(seed: seed)
        let texts = try [base.full, base.cut].map { files in
            let index = try Index(index(files, base.readers))
            return try (0..<index.documentCount).map { number in
                var document = try index.document(number)
                document.version = IndexDocument.noVersion
                return Array("\(document)".unicodeScalars)
            }
        }
        guard let pair = zip(texts[0], texts[1]).first(where: { $0 != $1 }) else {
            return "\(texts[0].count) and \(texts[1].count) documents, of which the first are the same"
        }
        let same = zip(pair.0, pair.1).prefix { $0 == $1 }.count
        func excerpt(_ text: [Unicode.Scalar]) -> String {
            String(String.UnicodeScalarView(text[max(0, same - 80)..<min(text.count, same + 120)]))
        }
        return String(String.UnicodeScalarView(pair.0.prefix(60))) + "\n" + excerpt(pair.0) + "\n" + excerpt(pair.1)
    }

    private static func index(_ files: [String: String], _ readers: [String]?) throws -> [UInt8] {
        try MemoryIndex.bytes(of: base(files), audiences: readers)
    }

    /// The knowledge base as it is read, whatever a validation would say of it: its hidden links are errors.
    private static func base(_ files: [String: String]) throws -> KnowledgeBase {
        let source = MemorySource(files)
        let settings = ContentReader(timeZone: { TimeZoneDatabase.rules($0) })
            .read(SourceFile(path: "kb.yaml", text: files["kb.yaml"] ?? ""), as: .knowledgeBase)
        let configuration = try #require(settings.configuration)
        let reader = ContentReader(configuration: configuration, timeZone: { _ in nil })
        var gathered = GatheredContent()
        for entry in source.entries() where entry.path != "kb.yaml" {
            guard case .kind(let kind) = FileKind.at(entry.path) else { continue }
            let file = reader.read(SourceFile(path: entry.path, bytes: try source.read(entry.path)), as: kind)
            #expect(file.problems.isEmpty, "\(entry.path): \(file.problems)")
            gathered.add(file, ContentDigest(of: file.source.bytes))
        }
        return KnowledgeBase(
            configuration: configuration, people: People(), gathered, content: source, entries: source.entries())
    }
}
