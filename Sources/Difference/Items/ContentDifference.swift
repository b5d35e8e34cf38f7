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
    private let versions: (before: ContentVersion, after: ContentVersion)

    /// - Parameters:
    ///   - changed: The paths that one side has alone, or that differ.
    ///   - ids: Only items with these ids or aliases, facts and files with these names; nil: all.
    ///   - jobs: How many files are compared at the same time.
    package init(
        from before: any ContentSource, to after: any ContentSource, changed: [String], ids: Set<String>? = nil,
        jobs: Int = 1, timeZone: @escaping @Sendable (String) -> TimeZoneRules?
    ) async throws(ContentSourceError) {
        versions = (
            try ContentVersion(before, timeZone: timeZone), try ContentVersion(after, timeZone: timeZone)
        )
        let files = try await ContentDifference.compared(changed, versions.before, versions.after, jobs: jobs).get()
        items = files.changes
        formatted = files.formatted
        try compare(files.before, files.after)
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

    /// File by file, in as many tasks as there are jobs; the order of the results is that of the paths.
    private static func compared(
        _ paths: [String], _ before: ContentVersion, _ after: ContentVersion, jobs: Int
    ) async -> Result<FileComparison, ContentSourceError> {
        let size = max(16, paths.count / (max(1, jobs) * 8) + 1)
        let parts = stride(from: 0, to: paths.count, by: size).map { paths[$0..<min($0 + size, paths.count)] }
        return await withTaskGroup(of: (Int, Result<FileComparison, ContentSourceError>).self) { group in
            var next = 0
            func startNext() {
                guard next < parts.count else { return }
                let (index, part) = (next, parts[next])
                next += 1
                group.addTask {
                    do throws(ContentSourceError) {
                        return (index, .success(try FileComparison(part, before, after)))
                    } catch {
                        return (index, .failure(error))
                    }
                }
            }
            for _ in 0..<max(1, jobs) { startNext() }
            var found = [FileComparison?](repeating: nil, count: parts.count)
            var failure: ContentSourceError?
            while let (index, result) = await group.next() {
                switch result {
                case .success(let comparison): found[index] = comparison
                case .failure(let error): failure = failure ?? error
                }
                if failure == nil { startNext() }
            }
            if let failure { return .failure(failure) }
            var all = FileComparison()
            for comparison in found { if let comparison { all.append(comparison) } }
            return .success(all)
        }
    }

    /// What moved from one file to another, came or went. In order of files, so that none is read for each thing in it.
    private mutating func compare(
        _ before: [FileComparison.Loose], _ after: [FileComparison.Loose]
    ) throws(ContentSourceError) {
        var cursors = (before: UnitCursor(versions.before), after: UnitCursor(versions.after))
        let pairs = UnitPairing(before.map(\.name), after.map(\.name)).pairs.sorted { left, right in
            let paths = [left, right].map { pair in
                (
                    pair.before == nil ? 1 : 0, pair.before.map { before[$0].name.path } ?? "",
                    pair.after.map { after[$0].name.path } ?? ""
                )
            }
            return paths[0] < paths[1]
        }
        for pair in pairs {
            let old = try ContentDifference.unit(pair.before.map { before[$0] }, &cursors.before)
            let new = try ContentDifference.unit(pair.after.map { after[$0] }, &cursors.after)
            if let change = UnitDifference(old, new).change { items.append(change) }
        }
    }

    private static func unit(
        _ loose: FileComparison.Loose?, _ cursor: inout UnitCursor
    ) throws(ContentSourceError) -> ContentUnit? {
        guard let loose else { return nil }
        let units = try cursor.units(loose.name.path)
        return units.indices.contains(loose.ordinal) ? units[loose.ordinal] : nil
    }

    /// Finds what tells the facts that changed.
    private mutating func addReach(_ facts: [Int]) throws(ContentSourceError) {
        var cursors = (before: UnitCursor(versions.before), after: UnitCursor(versions.after))
        let names = Set(facts.map { items[$0].id })
        let paths = (
            Set(facts.compactMap { items[$0].before?.path }).sorted(),
            Set(facts.compactMap { items[$0].after?.path }).sorted()
        )
        var units: (before: [String: ContentUnit], after: [String: ContentUnit]) = ([:], [:])
        for path in paths.0 {
            for unit in try cursors.before.units(path) where unit.kind == "fact" && names.contains(unit.id) {
                units.before[unit.id] = unit
            }
        }
        for path in paths.1 {
            for unit in try cursors.after.units(path) where unit.kind == "fact" && names.contains(unit.id) {
                units.after[unit.id] = unit
            }
        }
        var reach = FactReach()
        for name in names { reach.watch(name, before: units.before[name], after: units.after[name]) }
        let reader = versions.after.reader
        for entry in try versions.after.content.entries() where entry.isRead {
            let bytes = try versions.after.content.read(entry.path)
            guard reach.mayTell(bytes) else { continue }
            for unit in reader.units(of: SourceFile(path: entry.path, bytes: bytes)) { reach.look(at: unit) }
        }
        for index in facts {
            let found = reach.found[items[index].id] ?? []
            items[index].reach = Array(found.prefix(FactReach.most))
            items[index].moreReach = max(0, (reach.counts[items[index].id] ?? 0) - items[index].reach.count)
        }
    }
}
