import CommandLine
import Content
import Diagnostics
import FileSystem
import Glibc
import IndexCompilation
import Presentation
import SearchIndex
import Validation

/// Compiles a knowledge base into an index file.
struct BuildAction: Action {
    var workspace: Workspace
    /// Nil: `.kb/index` in the knowledge base.
    var output: String?
    var audiences: [String] = []
    var revision: String?
    var at: String?
    var allowsErrors = false
    var isJSON = false
    var color = ColorChoice.auto

    func run(_ console: Console) async throws -> ExitStatus {
        let revisions = try revision.map { _ in try RevisionSource(workspace) }
        let source: any ContentSource = try revision.map { try revisions!.content(at: $0) } ?? workspace.tree
        let scratch = try ScratchFile(in: console.surroundings.variables["TMPDIR"] ?? "/tmp")
        // The knowledge base itself is let go of before its index takes room.
        guard let prepared = try await prepare(source, scratch, console) else { return .findings }
        let parts = try await assemble(prepared.assembly, console)
        let path = try output ?? usualPlace()
        try ReplacedFile.check(path, is: "index", reading: 64) { Index.begins($0) }
        if let slash = path.lastIndex(of: "/") { try DurableFile.createFolder(String(path[..<slash])) }
        try DurableFile.write(parts, to: path)
        let built = BuiltIndex(path: path, kinds: prepared.kinds, parts: parts, leftOut: prepared.leftOut)
        if isJSON {
            console.write(json(built, commit: try revision.map { try revisions!.commitID(of: $0) }))
        } else {
            report(built, console)
        }
        return .clean
    }

    /// - Returns: What goes into the index; nil when the errors, which were listed, forbid one.
    private func prepare(
        _ source: any ContentSource, _ scratch: ScratchFile, _ console: Console
    ) async throws -> PreparedIndex? {
        let (result, compiled) = try await check(source, scratch, console)
        let errors = result.diagnostics.filter { $0.severity == .error }
        let isUnusable = errors.contains { ["kb.yaml", "people.yaml"].contains($0.location.path) }
        if !errors.isEmpty && (!allowsErrors || isUnusable) {
            refuse(errors, result, console)
            try result.base.checkReading()
            return nil
        }
        try checkAudiences(result.base.configuration)
        let faulty = Set(errors.map(\.location.path))
        let documents = faulty.isEmpty ? compiled : compiled.filter { !faulty.contains($0.path) }
        let assembly = try IndexAssembly(
            documents, by: compiler(result.base.configuration), of: result.base, excluding: faulty)
        let kinds = documents.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
        return PreparedIndex(kinds: kinds, assembly: assembly, leftOut: LeftOutItem.all(errors))
    }

    private func assemble(_ assembly: IndexAssembly, _ console: Console) async throws -> [[UInt8]] {
        let line = ProgressLine("Indexing", console.surroundings)
        defer { line.end() }
        return try await assembly.file(jobs: Workspace.jobs) { line.show($0, of: $1) }
    }

    /// The index in the knowledge base. A link there may have come with the content and lead anywhere.
    private func usualPlace() throws -> String {
        let path = workspace.root + "/.kb/index"
        for place in [workspace.root + "/.kb", path] {
            var status = stat()
            guard lstat(place, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { continue }
            throw CommandFailure("'\(place)' is a symbolic link; to write through it, name the file with --output")
        }
        return path
    }

    private func compiler(_ configuration: Configuration) -> IndexCompiler {
        IndexCompiler(configuration, audiences: audiences.isEmpty ? nil : audiences)
    }

    /// Validates, and compiles each file while it is at hand: whether it goes into the index is known at the end.
    private func check(
        _ source: any ContentSource, _ scratch: ScratchFile, _ console: Console
    ) async throws -> (result: Validator.Result, compiled: [CompiledDocument]) {
        let now = try MomentArgument(at).instant(in: workspace.zone(of: source))
        let line = ProgressLine("Reading", console.surroundings)
        defer { line.end() }
        let (result, made) = try await workspace.validator(source, at: now) { line.show($0, of: $1) }
            .run { configuration in { [compiler = compiler(configuration)] in compiler.compile($0, scratch) } }
        return (result, try made.flatMap { try $0.get() })
    }

    private func refuse(_ errors: [Diagnostic], _ result: Validator.Result, _ console: Console) {
        let listing = ErrorListing(errors: errors, result: result, color: color)
        listing.write(console)
        console.note(
            "Nothing was built, because the knowledge base has \(listing.count). Resolve what is listed above, or leave the "
                + "faulty items out with --allow-errors.")
    }

    private func checkAudiences(_ configuration: Configuration) throws {
        for audience in audiences where configuration.audiences[audience] == nil {
            let known = configuration.audiences.keys.sorted().joined(separator: ", ")
            throw CommandFailure("kb.yaml declares no audience '\(audience)'; it has \(known)")
        }
    }

    private func report(_ built: BuiltIndex, _ console: Console) {
        let kinds = Item.Kind.allCases.compactMap { kind in
            built.kinds[kind.rawValue].map { "\($0) \(kind.noun($0))" }
        }
        console.output.write("Built \(built.path): \(kinds.joined(separator: ", ")); \(ByteCount(built.size)).\n")
        for item in built.leftOut { console.note("Left out: \(item.path) (\(item.codes.joined(separator: ", ")))") }
    }

    private func json(_ built: BuiltIndex, commit: String?) -> JSONValue {
        let item: JSONValue = [
            "path": .string(built.path), "items": .integer(built.kinds.values.reduce(0, +)),
            "bytes": .integer(built.size),
            "hash": .string(ContentHash.hash(of: built.parts)), "audience": .list(audiences.map { .string($0) }),
            "commit": commit.map { .string($0) },
            "left_out": .array(
                built.leftOut.map { item in
                    [
                        "id": item.id.map { .string($0) }, "path": .string(item.path),
                        "codes": .array(item.codes.map { .string($0) }),
                    ]
                }),
        ]
        return ["version": 1, "items": [item]]
    }
}

/// What a build is to make.
private struct PreparedIndex {
    /// How many items of each kind.
    var kinds: [String: Int]
    var assembly: IndexAssembly
    var leftOut: [LeftOutItem]
}

/// What a build made.
private struct BuiltIndex {
    var path: String
    /// How many items of each kind.
    var kinds: [String: Int]
    var parts: [[UInt8]]
    var leftOut: [LeftOutItem]

    /// In bytes.
    var size: Int { parts.reduce(0) { $0 + $1.count } }
}

/// An item that is not in an index because of its errors.
private struct LeftOutItem {
    var id: String?
    var path: String
    var codes: [String]

    static func all(_ errors: [Diagnostic]) -> [LeftOutItem] {
        Dictionary(grouping: errors) { $0.location.path }.sorted { $0.key < $1.key }.map { path, errors in
            LeftOutItem(
                id: errors.compactMap(\.item).first, path: path, codes: Set(errors.map { $0.rule.code }).sorted())
        }
    }
}

/// A size as people read it.
struct ByteCount: CustomStringConvertible {
    let bytes: Int

    init(_ bytes: Int) {
        self.bytes = bytes
    }

    var description: String {
        if bytes < 1000 { return "\(bytes) bytes" }
        if bytes < 1_000_000 { return "\((bytes + 500) / 1000) kB" }
        return "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
    }
}

extension Item.Kind {
    fileprivate func noun(_ count: Int) -> String {
        let (one, many): (String, String) =
            switch self {
            case .article: ("article", "articles")
            case .workflow: ("workflow", "workflows")
            case .alert: ("alert", "alerts")
            case .directory: ("directory entry", "directory entries")
            case .quiz: ("quiz", "quizzes")
            case .hub: ("hub", "hubs")
            }
        return count == 1 ? one : many
    }
}
