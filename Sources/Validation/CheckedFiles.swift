import Content
import Diagnostics
import YAML

/// What remains of files that were checked one by one. Their bytes and their syntax do not: a knowledge base may be larger
/// than memory.
struct CheckedFiles<Made: Sendable>: Sendable {
    var content = GatheredContent()
    var diagnostics: [Diagnostic] = []
    private(set) var made: [Made] = []
    /// Files that may declare more than could be read of them.
    private(set) var declarers: [Declarer] = []
    /// Of the files that have any, by path.
    private(set) var suppressions: [String: [Suppressions.Comment]] = [:]

    mutating func add(_ file: RememberedFile<Made>) {
        content.add(file.record, file.digest)
        made.append(file.made)
    }

    /// - Parameter make: Is told whether no other file is needed to tell that this one is right by itself.
    mutating func add(_ file: ContentFile, _ found: [Diagnostic], _ make: Validator.Maker<Made>) {
        let digest = ContentDigest(of: file.source.bytes)
        content.add(file, digest)
        let declarer = Declarer(file)
        if let declarer { declarers.append(declarer) }
        let comments = Suppressions.comments(in: file.source)
        if !comments.isEmpty { suppressions[file.path] = comments }
        let isSound =
            declarer == nil && comments.isEmpty && file.extent == .whole && !found.contains { $0.severity == .error }
        made.append(make(file, digest, isSound))
        guard !found.isEmpty else { return }
        let lines = LineIndex(file.source)
        for var diagnostic in found {
            diagnostic.pointer = file.root?.pointer(to: diagnostic.location.range)
            diagnostic.trace = Trace(of: diagnostic, in: file.source, lines)
            diagnostics.append(diagnostic)
        }
    }

    /// Takes over what was found in files after these.
    mutating func append(_ other: consuming CheckedFiles) {
        content.append(other.content)
        diagnostics += other.diagnostics
        made += other.made
        declarers += other.declarers
        suppressions.merge(other.suppressions) { first, _ in first }
    }
}
