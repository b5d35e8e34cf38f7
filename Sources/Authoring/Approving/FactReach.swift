import Approvals
import Content
import Diagnostics
import Git

/// What tells the facts that a change touches: how many items, and the highest risk among them, for each file of facts.
struct FactReach {
    private(set) var risks: [String: Item.Risk] = [:]
    private(set) var counts: [String: Int] = [:]

    /// Reads every file of content in `head`, unless no file of facts differs.
    init(
        _ place: ReviewedRepository, _ changes: [TreeChange], head: ObjectID, _ configuration: Configuration
    ) throws {
        let reader = ContentReader(configuration: configuration, timeZone: TimeZoneDatabase.rules)
        var pathsByFact: [String: Set<String>] = [:]
        for change in changes where FileKind.at(change.path) == .kind(.facts) {
            let versions = try [change.before, change.after].map { entry in
                try entry.map {
                    reader.read(
                        SourceFile(path: change.path, bytes: try place.bytes($0, change.path)), as: .facts)
                }
            }
            for name in FactReach.changed(versions[0], versions[1]) {
                pathsByFact[name, default: []].insert(change.path)
            }
        }
        guard !pathsByFact.isEmpty else { return }
        let source = try TreeSource(place.repository, commit: head, folder: place.folder)
        for entry in source.entries() where entry.kind == .file {
            guard case .kind(let kind) = FileKind.at(entry.path), kind.hasSchema, kind != .facts else { continue }
            let bytes = try source.read(entry.path)
            guard bytes.firstOffset(of: FactReach.opening) != nil else { continue }
            let paths = FactPlaceholder.all(in: bytes).reduce(into: Set<String>()) {
                $0.formUnion(pathsByFact[$1.name] ?? [])
            }
            guard !paths.isEmpty else { continue }
            let items = reader.read(SourceFile(path: entry.path, bytes: bytes), as: kind).items
            for path in paths {
                counts[path, default: 0] += max(1, items.count)
                let known = items.map(\.risk) + [risks[path]].compactMap(\.self)
                risks[path] = Item.Risk.allCases.last { known.contains($0) }
            }
        }
    }

    private static let opening = Array("{{fact:".utf8)

    /// The facts whose declaration differs.
    private static func changed(_ before: ContentFile?, _ after: ContentFile?) -> Set<String> {
        let old = declarations(before)
        let new = declarations(after)
        return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
    }

    private static func declarations(_ file: ContentFile?) -> [String: String] {
        var texts: [String: String] = [:]
        for fact in file?.facts ?? [] {
            let values = fact.values.map { value in
                [
                    value.text.value, "\(value.from.map { "\($0.value)" } ?? "")",
                    "\(value.until.map { "\($0.value)" } ?? "")",
                ]
                .joined(separator: "\u{1}") + "\(String(describing: value.applies))"
            }
            texts[fact.name.value] = ([fact.label ?? "", fact.unit ?? ""] + values).joined(separator: "\u{2}")
        }
        return texts
    }
}
