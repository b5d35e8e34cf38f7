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

    func version(_ entry: TreeChange.Entry?, _ path: String) throws(GitError) -> Change.Version? {
        guard let entry else { return nil }
        let bytes: [UInt8]
        do throws(GitError) {
            bytes = try place.bytes(entry, path)
        } catch {
            guard case .missingObject = error, let name = purged.name(ofBlob: entry.id.description) else { throw error }
            return Change.Version(content: name, kind: FileVersions.kind(path))
        }
        let content = ContentName(blob: entry.id.description, digest: ContentDigest(of: bytes).hexadecimal(32))
        guard entry.kind == .file, case .kind(let kind) = FileKind.at(path) else {
            return Change.Version(content: content, kind: FileVersions.kind(path))
        }
        var version = Change.Version(content: content, kind: kind.rawValue, risk: risks[path])
        guard kind.hasSchema else { return version }
        let items = reader.read(SourceFile(path: path, bytes: bytes), as: kind).items
        version.id = items.first?.id.value
        version.title = items.count == 1 ? items[0].title?.value : nil
        var risks = items.map(\.risk) + [version.risk].compactMap(\.self)
        // Another edition or a translation is as much of a risk as those that are there.
        if let editions, !items.isEmpty, risks.allSatisfy({ $0 != Item.Risk.allCases.last }) {
            let known = try editions.risks.all(in: editions.base, reader, purged)
            let ids = items.flatMap { [$0.id.value] + [$0.translation?.source.value].compactMap(\.self) }
            risks += ids.compactMap { known[$0] }
        }
        version.risk = Item.Risk.allCases.last { risks.contains($0) }
        return version
    }

    private static func kind(_ path: String) -> String {
        if case .kind(let kind) = FileKind.at(path) { kind.rawValue } else { Change.otherKind }
    }
}
