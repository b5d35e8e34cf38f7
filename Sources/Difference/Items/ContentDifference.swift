package import Content
import Decisions
import Diagnostics
package import Time

/// What changed between two versions of a knowledge base, item by item. Only files that differ are read, and where a fact
/// changed those that tell it.
package struct ContentDifference: Sendable {
    /// What a reader would see change first.
    package private(set) var items: [ContentChange] = []
    /// Files in which only layout, quotes or comments differ.
    package private(set) var formatted: [String] = []
    private let versions: (before: Version, after: Version)

    /// One side.
    private struct Version: Sendable {
        let content: any ContentSource
        let reader: UnitReader
    }

    /// A unit that has no partner in its own file; it is read again when it has one.
    private struct Loose {
        let name: UnitPairing.Name
        let ordinal: Int
    }

    /// - Parameters:
    ///   - changed: The paths that one side has alone, or that differ.
    ///   - ids: Only items with these ids or aliases, facts and files with these names; nil: all.
    package init(
        from before: any ContentSource, to after: any ContentSource, changed: [String], ids: Set<String>? = nil,
        timeZone: @escaping @Sendable (String) -> TimeZoneRules?
    ) throws(ContentSourceError) {
        versions = (
            Version(content: before, reader: try ContentDifference.reader(before, timeZone)),
            Version(content: after, reader: try ContentDifference.reader(after, timeZone))
        )
        let sides = (try ContentDifference.files(before), try ContentDifference.files(after))
        var loose: (before: [Loose], after: [Loose]) = ([], [])
        for path in changed {
            let old = sides.0.contains(path) ? try units(path, versions.before) : nil
            let new = sides.1.contains(path) ? try units(path, versions.after) : nil
            compare(old, new, &loose)
        }
        try compare(loose)
        if let ids {
            items = items.filter { change in
                [change.before, change.after].contains { version in
                    version.map { ids.contains($0.id) || ids.contains($0.path) } ?? false
                }
            }
        }
        items = items.sorted { left, right in
            left.weight == right.weight ? left.path.byteOrder(right.path) < 0 : left.weight < right.weight
        }
        let facts = items.indices.filter { items[$0].kind == "fact" && items[$0].after != nil }
        if !facts.isEmpty { try addReach(facts) }
    }

    private static func files(_ content: any ContentSource) throws(ContentSourceError) -> Set<String> {
        Set(try content.entries().lazy.filter { $0.kind == .file }.map(\.path))
    }

    private static func reader(
        _ content: any ContentSource, _ timeZone: @escaping @Sendable (String) -> TimeZoneRules?
    ) throws(ContentSourceError) -> UnitReader {
        var configuration = Configuration()
        if try content.entries().contains(where: { $0.path == "kb.yaml" && $0.kind == .file }) {
            let source = SourceFile(path: "kb.yaml", bytes: try content.read("kb.yaml"))
            let file = ContentReader(timeZone: timeZone).read(source, as: .knowledgeBase)
            configuration = file.configuration ?? configuration
        }
        return UnitReader(configuration, timeZone: timeZone)
    }

    private func units(_ path: String, _ version: Version) throws(ContentSourceError) -> [ContentUnit] {
        version.reader.units(of: SourceFile(path: path, bytes: try version.content.read(path)))
    }

    /// What a file has on both sides is compared at once, so that no more than one is held.
    private mutating func compare(
        _ before: [ContentUnit]?, _ after: [ContentUnit]?, _ loose: inout (before: [Loose], after: [Loose])
    ) {
        let pairing = UnitPairing((before ?? []).map { .init($0) }, (after ?? []).map { .init($0) })
        var isSame = before != nil && after != nil
        for pair in pairing.pairs {
            let old = pair.before.flatMap { before?[$0] }
            let new = pair.after.flatMap { after?[$0] }
            if let old, let new {
                guard let change = UnitDifference(old, new).change else { continue }
                items.append(change)
            } else if let old, let index = pair.before {
                loose.before.append(Loose(name: .init(old), ordinal: index))
            } else if let new, let index = pair.after {
                loose.after.append(Loose(name: .init(new), ordinal: index))
            }
            isSame = false
        }
        if isSame, let path = after?.first?.path ?? before?.first?.path { formatted.append(path) }
    }

    private mutating func compare(_ loose: (before: [Loose], after: [Loose])) throws(ContentSourceError) {
        for pair in UnitPairing(loose.before.map(\.name), loose.after.map(\.name)).pairs {
            let old = try unit(pair.before.map { loose.before[$0] }, versions.before)
            let new = try unit(pair.after.map { loose.after[$0] }, versions.after)
            if let change = UnitDifference(old, new).change { items.append(change) }
        }
    }

    private func unit(_ loose: Loose?, _ version: Version) throws(ContentSourceError) -> ContentUnit? {
        guard let loose else { return nil }
        let units = try units(loose.name.path, version)
        return units.indices.contains(loose.ordinal) ? units[loose.ordinal] : nil
    }

    /// Finds what tells the facts that changed.
    private mutating func addReach(_ facts: [Int]) throws(ContentSourceError) {
        var reach = FactReach()
        for index in facts {
            let change = items[index]
            let old =
                try change.before.map { (version) throws(ContentSourceError) in
                    try units(version.path, versions.before).first { $0.kind == "fact" && $0.id == version.id }
                } ?? nil
            let new =
                try change.after.map { (version) throws(ContentSourceError) in
                    try units(version.path, versions.after).first { $0.kind == "fact" && $0.id == version.id }
                } ?? nil
            reach.watch(change.id, before: old, after: new)
        }
        for entry in try versions.after.content.entries() where entry.isRead {
            let bytes = try versions.after.content.read(entry.path)
            guard reach.mayTell(bytes) else { continue }
            for unit in versions.after.reader.units(of: SourceFile(path: entry.path, bytes: bytes)) {
                reach.look(at: unit)
            }
        }
        for index in facts {
            let found = reach.found[items[index].id] ?? []
            items[index].reach = Array(found.prefix(FactReach.most))
            items[index].moreReach = max(0, (reach.counts[items[index].id] ?? 0) - items[index].reach.count)
        }
    }
}
