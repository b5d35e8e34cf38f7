import CommandLine
import Content
import Diagnostics
import FileSystem
import IndexCompilation
import SearchIndex
import Time
import Validation

/// Makes the index of a knowledge base, of which it reads what has changed since the last build.
struct IndexBuild {
    enum Outcome {
        /// Errors forbid an index.
        case refused([Diagnostic], Validator.Result)
        case made(MadeIndex)
    }

    let workspace: Workspace
    let source: ListedSource
    let audiences: [String]
    let now: Instant
    let allowsErrors: Bool
    let cache: BuildCache?
    let console: Console

    func run() async throws -> Outcome {
        guard let earlier = cache?.earlier() else { return try await run(nil) }
        MappedFileGuard.install("kb: the cache of builds was cut short while it was read; build again\n")
        do {
            return try await run(earlier)
        } catch is IndexError {
            // The index of the earlier build is damaged.
            return try await run(nil)
        }
    }

    private func run(_ earlier: BuildCache.Earlier?) async throws -> Outcome {
        let comparison =
            cache == nil
            ? FileComparison(forgetting: source.entries())
            : try await FileComparison(
                source.entries(), in: source, with: earlier?.memory, jobs: Workspace.jobs)
        if let earlier, let made = try await update(earlier, comparison) { return .made(made) }
        // The knowledge base itself is let go of before its index takes room.
        switch try await prepare(comparison, earlier) {
        case .refused(let errors, let result):
            try result.base.checkReading()
            return .refused(errors, result)
        case .prepared(let prepared): return .made(try await finish(prepared, comparison, earlier))
        }
    }

    /// The quick way, where nothing has changed but the text of some articles; nil where it does not lead there.
    private func update(_ earlier: BuildCache.Earlier, _ comparison: FileComparison) async throws -> MadeIndex? {
        guard let update = ArticleUpdate(earlier.memory, comparison) else { return nil }
        let scratch = try ScratchFile(in: scratchFolder)
        let rerun = try await workspace.validator(source, at: now).rerun(
            articles: update.entries, others: update.digest, making: making(scratch))
        guard let (base, made) = rerun else { return nil }
        let compiled = try made.map { try $0.get() }
        guard
            let (parts, memory) = try update.file(
                compiled, by: compiler(base.configuration), of: base, earlier.index)
        else { return nil }
        let seal = Index.seal(of: parts)
        return MadeIndex(kinds: earlier.memory.kinds, parts: parts, leftOut: []) {
            try memory(.init(key: $0, moment: $1, seal: seal))
        }
    }

    private var scratchFolder: String { console.surroundings.variables["TMPDIR"] ?? "/tmp" }

    private func making(
        _ scratch: ScratchFile
    ) -> (Configuration) -> Validator.Maker<Result<CompiledFile, FileSystemError>> {
        { configuration in
            // What no build to come will use is not written down.
            { [compiler = compiler(configuration), keeps = cache != nil] in
                compiler.compile($0, $1, isSound: keeps && $2, scratch)
            }
        }
    }

    private struct Prepared {
        var kinds: [String: Int]
        var assembly: IndexAssembly
        var kept: [KeptFile]
        var leftOut: [LeftOutItem]
    }

    private enum Preparation {
        case refused([Diagnostic], Validator.Result)
        case prepared(Prepared)
    }

    /// Validates, and compiles each file while it is at hand: whether it goes into the index is known at the end.
    private func check(
        _ comparison: FileComparison, _ earlier: BuildCache.Earlier?
    ) async throws -> (result: Validator.Result, compiled: [CompiledFile]) {
        let scratch = try ScratchFile(in: scratchFolder)
        let line = ProgressLine("Reading", console.surroundings)
        defer { line.end() }
        let numbers = comparison.unchanged
        let (result, made) = try await workspace.validator(source, at: now) { line.show($0, of: $1) }.run(
            making: making(scratch),
            remembering: { path in
                guard let number = numbers[path], let file = earlier?.memory.file(number) else { return nil }
                return RememberedFile(file.record, file.digest, made: .success(file.compiled))
            })
        return (result, try made.map { try $0.get() })
    }

    private func prepare(_ comparison: FileComparison, _ earlier: BuildCache.Earlier?) async throws -> Preparation {
        let (result, compiled) = try await check(comparison, earlier)
        let errors = result.diagnostics.filter { $0.severity == .error }
        let isUnusable = errors.contains { ["kb.yaml", "people.yaml"].contains($0.location.path) }
        if !errors.isEmpty && (!allowsErrors || isUnusable) { return .refused(errors, result) }
        try checkAudiences(result.base.configuration)
        let faulty = Set(errors.map(\.location.path))
        let documents = compiled.flatMap(\.documents).filter { faulty.isEmpty || !faulty.contains($0.path) }
        let assembly = try IndexAssembly(
            documents, by: compiler(result.base.configuration), of: result.base, excluding: faulty,
            previous: earlier?.index)
        let kinds = documents.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
        return .prepared(
            Prepared(kinds: kinds, assembly: assembly, kept: compiled.map(\.kept), leftOut: LeftOutItem.all(errors)))
    }

    private func finish(
        _ prepared: Prepared, _ comparison: FileComparison, _ earlier: BuildCache.Earlier?
    ) async throws -> MadeIndex {
        let line = ProgressLine("Indexing", console.surroundings)
        defer { line.end() }
        let parts = try await prepared.assembly.file(jobs: Workspace.jobs) { line.show($0, of: $1) }
        let seal = Index.seal(of: parts)
        return MadeIndex(kinds: prepared.kinds, parts: parts, leftOut: prepared.leftOut) { key, moment in
            try BuildMemory.bytes(
                .init(key: key, moment: moment, seal: seal), comparison, prepared.kept, prepared.assembly,
                earlier: earlier?.memory)
        }
    }

    private func compiler(_ configuration: Configuration) -> IndexCompiler {
        IndexCompiler(configuration, audiences: audiences.isEmpty ? nil : audiences)
    }

    private func checkAudiences(_ configuration: Configuration) throws {
        for audience in audiences where configuration.audiences[audience] == nil {
            let known = configuration.audiences.keys.sorted().joined(separator: ", ")
            throw CommandFailure("kb.yaml declares no audience '\(audience)'; it has \(known)")
        }
    }
}

/// An index that was made and is yet to be written.
struct MadeIndex {
    /// How many items of each kind.
    let kinds: [String: Int]
    var parts: [[UInt8]]
    let leftOut: [LeftOutItem]
    /// The bytes of a `BuildMemory` for a key and a moment.
    let memory: (ContentDigest, Instant) throws -> [UInt8]

    /// In bytes.
    var size: Int { parts.reduce(0) { $0 + $1.count } }
}

/// An item that is not in an index because of its errors.
struct LeftOutItem {
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
