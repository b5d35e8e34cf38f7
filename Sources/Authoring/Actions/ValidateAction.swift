import CommandLine
import Content
import Diagnostics
import Editing
import FileSystem
import Glibc
import Presentation
import Rendering
import Validation

/// Validates a knowledge base and writes what it found.
struct ValidateAction: Action {
    var workspace: Workspace
    /// Only findings in these files and folders, relative to the knowledge base; empty: all.
    var paths: [String] = []
    var revision: String?
    var base: String?
    var at: String?
    var format = FindingFormat.text
    var fixes = false
    var baseline: String?
    var newBaseline: String?
    var exitsZero = false
    var color = ColorChoice.auto

    func run(_ console: Console) async throws -> ExitStatus {
        let revisions = revision != nil || base != nil ? try RevisionSource(workspace) : nil
        let source: any ContentSource = try revision.map { try revisions!.content(at: $0) } ?? workspace.tree
        var result = try await check(source, console)
        if fixes { result = try await fix(result, source, console) }
        var set = try findings(result)
        if let base, let revisions {
            let before = try await check(revisions.mergeBase(of: base, and: revision ?? "HEAD"), console)
            let known = Set(try findings(before).active.map(\.fingerprint))
            set.markNew { !known.contains($0.fingerprint) }
        }
        if let baseline {
            let known = try BaselineFile(baseline).read()
            set.markNew { $0.isNew != false && !known.contains($0) }
        }
        if let newBaseline { try BaselineFile(newBaseline).write(Baseline(of: set)) }
        write(set, console)
        try result.base.checkReading()
        let fails = set.active.contains { $0.isNew != false && $0.diagnostic.severity == .error }
        return fails && !exitsZero && newBaseline == nil ? .findings : .clean
    }

    private func check(_ source: any ContentSource, _ console: Console) async throws -> Validator.Result {
        let now = try MomentArgument(at).instant(in: workspace.zone(of: source))
        let line = ProgressLine("Checking", console.surroundings)
        defer { line.end() }
        return try await workspace.validate(source, at: now) { line.show($0, of: $1) }
    }

    private func findings(_ result: Validator.Result) throws -> FindingSet {
        let set = FindingSet(
            result.diagnostics.filter(isWanted), suppressed: result.suppressed.filter(isWanted),
            fileCount: result.fileCount, at: at, revision: revision, base: base,
            source: { result.base.source($0) }, documentation: Documentation.url)
        try result.base.checkReading()
        return set
    }

    private func isWanted(_ diagnostic: Diagnostic) -> Bool {
        paths.isEmpty
            || paths.contains {
                $0.isEmpty || diagnostic.location.path == $0 || diagnostic.location.path.hasPrefix($0 + "/")
            }
    }

    /// Applies the first fix of each finding. A fix may uncover another, so this goes on while it helps.
    private func fix(
        _ first: Validator.Result, _ source: any ContentSource, _ console: Console
    ) async throws -> Validator.Result {
        var result = first
        var count = 0
        for _ in 0..<5 {
            let fixable = result.diagnostics.filter(isWanted).filter { !$0.fixes.isEmpty }
            let edits = Dictionary(grouping: fixable.compactMap(\.fixes.first).flatMap(\.edits)) { $0.location.path }
            let changes = try edits.sorted { $0.key < $1.key }.map { path, edits in
                let source = result.base.source(path)
                try result.base.checkReading()
                guard let source else { throw EditingError.unreadableFile(path) }
                return FileChange(source, edits: edits)
            }
            guard changes.contains(where: { $0.old != $0.new }) else { break }
            let now = try MomentArgument(at).instant(in: workspace.zone(of: source))
            let rehearsal = try await Rehearsal(changes, in: workspace, at: now)
            // Two fixes may be right each and wrong together, such as two keys that are renamed to the same.
            let spoilt = Set(rehearsal.spoilt(changes))
            let good = changes.filter { !spoilt.contains($0.path) }
            try ChangeWriter(root: workspace.root).write(good)
            count += fixable.filter { !spoilt.contains($0.location.path) }.count
            if !spoilt.isEmpty {
                console.note("Left as they are, because the fixes do not go together:")
                for path in spoilt.sorted() { console.error.write("  \(VisibleText.of(path))\n") }
                result = try await check(source, console)
                break
            }
            result = rehearsal.result
        }
        console.note(count == 0 ? "Nothing to fix." : "Fixed \(count) \(count == 1 ? "finding" : "findings").")
        return result
    }

    private func write(_ set: FindingSet, _ console: Console) {
        let width = console.surroundings.columns(otherwise: TextRenderer.standardWidth)
        var output = console.output
        format.renderer(tool: Documentation.tool, width: width, palette: console.palette(color))
            .render(set, to: &output)
        if format == .text { console.note(FindingSummary(set).text) }
    }
}

/// A baseline on disk.
struct BaselineFile {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    func read() throws -> Baseline {
        guard access(path, F_OK) == 0 else {
            throw CommandFailure(
                "there is no baseline '\(path)'; write one with 'kb validate --write-baseline \(path)'")
        }
        return try read(try FileDescriptor(opening: path, O_RDONLY, to: "read").readAll(limit: 64 << 20))
    }

    /// - Parameter bytes: What the file holds.
    func read(_ bytes: [UInt8]) throws -> Baseline {
        do throws(Baseline.Error) {
            return try Baseline(reading: bytes)
        } catch {
            let place = LineIndex(SourceFile(path: path, bytes: bytes)).position(of: error.offset)
            throw CommandFailure("\(path):\(place.line):\(place.column): \(error.message)")
        }
    }

    func write(_ baseline: Baseline) throws {
        var text = ""
        baseline.write(to: &text)
        try ReplacedFile.check(path, is: "baseline") { (try? Baseline(reading: $0)) != nil }
        try DurableFile.write(Array(text.utf8), to: path)
    }
}
