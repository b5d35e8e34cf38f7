import CommandLine
import Content
import Diagnostics
import FileSystem
import Glibc
import IndexCompilation
import Presentation
import SearchIndex
import Time
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
    /// Whether it may leave and find something in the user's cache.
    var usesCache = true
    var isJSON = false
    var color = ColorChoice.auto

    func run(_ console: Console) async throws -> ExitStatus {
        let revisions = try revision.map { _ in try RevisionSource(workspace) }
        let source = try ListedSource(try revision.map { try revisions!.content(at: $0) } ?? workspace.tree)
        let zone = try workspace.zone(of: source)
        let now = try MomentArgument(at).instant(in: zone)
        let cache = try usesCache && !allowsErrors ? self.cache(source, zone, now, console) : nil
        let build = IndexBuild(
            workspace: workspace, source: source, audiences: audiences, now: now, allowsErrors: allowsErrors,
            cache: cache, console: console)
        switch try await build.run() {
        case .refused(let errors, let result):
            refuse(errors, result, console)
            return .findings
        case .made(var made):
            let path = try output ?? usualPlace()
            // In its usual place nobody else's file lies, but perhaps what became of a damaged index.
            if output != nil { try ReplacedFile.check(path, is: "index", reading: 64) { Index.begins($0) } }
            if let slash = path.lastIndex(of: "/") { try DurableFile.createFolder(String(path[..<slash])) }
            try DurableFile.write(made.parts, to: path)
            if isJSON {
                console.write(json(made, at: path, commit: try revision.map { try revisions!.commitID(of: $0) }))
            } else {
                report(made, at: path, console)
            }
            cache?.keep(&made.parts, made.memory)
            return .clean
        }
    }

    private func cache(
        _ source: ListedSource, _ zone: TimeZoneRules, _ now: Instant, _ console: Console
    ) throws -> BuildCache? {
        let kind = revision == nil ? "files" : "revision"
        let place = ([workspace.root, kind] + Set(audiences).sorted()).joined(separator: "\0")
        let settings = try BuildSettings.bytes(of: source, audiences: audiences, zone: zone)
        return BuildCache(
            console.surroundings.variables, for: place, root: workspace.root, settings: settings, now: now)
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

    private func refuse(_ errors: [Diagnostic], _ result: Validator.Result, _ console: Console) {
        let listing = ErrorListing(errors: errors, result: result, color: color)
        listing.write(console)
        console.note(
            "Nothing was built, because the knowledge base has \(listing.count). Resolve what is listed above, or leave the "
                + "faulty items out with --allow-errors.")
    }

    private func report(_ built: MadeIndex, at path: String, _ console: Console) {
        let kinds = Item.Kind.allCases.compactMap { kind in
            built.kinds[kind.rawValue].map { "\($0) \(kind.noun($0))" }
        }
        console.output.write("Built \(path): \(kinds.joined(separator: ", ")); \(ByteCount(built.size)).\n")
        for item in built.leftOut { console.note("Left out: \(item.path) (\(item.codes.joined(separator: ", ")))") }
    }

    private func json(_ built: MadeIndex, at path: String, commit: String?) -> JSONValue {
        let item: JSONValue = [
            "path": .string(path), "items": .integer(built.kinds.values.reduce(0, +)),
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
