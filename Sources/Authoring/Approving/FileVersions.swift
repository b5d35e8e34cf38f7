import Approvals
import Content
import Diagnostics
import Git

/// What the policy asks about versions of files, read from their bytes.
struct FileVersions {
    private let place: ReviewedRepository
    private let reader: ContentReader
    /// The highest risk of what tells the facts of a file that changed.
    private let risks: [String: Item.Risk]
    private let purged: PurgedContent
    /// Of the items of the base, by id.
    private let editions: (risks: EditionRisks, base: ObjectID)?

    init(
        _ place: ReviewedRepository, _ configuration: Configuration, risks: [String: Item.Risk] = [:],
        purged: PurgedContent = PurgedContent(), editions: (risks: EditionRisks, base: ObjectID)? = nil
    ) {
        self.editions = editions
        self.place = place
        self.risks = risks
        self.purged = purged
        reader = ContentReader(configuration: configuration, timeZone: TimeZoneDatabase.rules)
    }

    /// A version, and the ids that its items have or are translations of.
    private struct Read {
        var version: Change.Version
        var names: Set<String> = []
    }

    /// What a file was, and what it becomes.
    func versions(_ change: TreeChange) throws(GitError) -> (before: Change.Version?, after: Change.Version?) {
        let before = try read(change.before, change.path)
        guard var after = try read(change.after, change.path) else { return (before?.version, nil) }
        // Another edition or a translation is as much of a risk as those that are there. Only what a file newly names is looked
        // for among all that the base has: what it named already was judged so when it came.
        if let editions, !after.names.isSubset(of: before?.names ?? []), after.version.risk != Item.Risk.allCases.last {
            let known = try editions.risks.all(in: editions.base, reader, purged)
            let risks = after.names.compactMap { known[$0] } + [after.version.risk].compactMap(\.self)
            after.version.risk = Item.Risk.allCases.last { risks.contains($0) }
        }
        return (before?.version, after.version)
    }

    private func read(_ entry: TreeChange.Entry?, _ path: String) throws(GitError) -> Read? {
        guard let entry else { return nil }
        let bytes: [UInt8]
        do throws(GitError) {
            bytes = try place.bytes(entry, path)
        } catch {
            guard case .missingObject = error, let name = purged.name(ofBlob: entry.id.description) else { throw error }
            return Read(version: Change.Version(content: name, kind: FileVersions.kind(path)))
        }
        let content = ContentName(blob: entry.id.description, digest: ContentDigest(of: bytes).hexadecimal(32))
        guard entry.kind == .file, case .kind(let kind) = FileKind.at(path) else {
            return Read(version: Change.Version(content: content, kind: FileVersions.kind(path)))
        }
        var version = Change.Version(content: content, kind: kind.rawValue, risk: risks[path])
        guard kind.hasSchema else { return Read(version: version) }
        let items = reader.read(SourceFile(path: path, bytes: bytes), as: kind).items
        version.id = items.first?.id.value
        version.title = items.count == 1 ? items[0].title?.value : nil
        let risks = items.map(\.risk) + [version.risk].compactMap(\.self)
        version.risk = Item.Risk.allCases.last { risks.contains($0) }
        let names = items.flatMap { [$0.id.value] + [$0.translation?.source.value].compactMap(\.self) }
        return Read(version: version, names: Set(names))
    }

    private static func kind(_ path: String) -> String {
        if case .kind(let kind) = FileKind.at(path) { kind.rawValue } else { Change.otherKind }
    }
}
