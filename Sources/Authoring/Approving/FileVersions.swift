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

    init(
        _ place: ReviewedRepository, _ configuration: Configuration, risks: [String: Item.Risk] = [:],
        purged: PurgedContent = PurgedContent()
    ) {
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
        for item in items {
            if let risk = Item.Risk.allCases.last(where: { $0 == item.risk || $0 == version.risk }) {
                version.risk = risk
            }
        }
        return version
    }

    private static func kind(_ path: String) -> String {
        if case .kind(let kind) = FileKind.at(path) { kind.rawValue } else { Change.otherKind }
    }
}
