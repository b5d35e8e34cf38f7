import Content

/// Compares files that both versions have, or one, and notes what has no partner in its own file.
struct FileComparison: Sendable {
    /// A unit that has no partner in its own file; it is read again when it has one.
    struct Loose: Sendable {
        let name: UnitPairing.Name
        let ordinal: Int
    }

    private(set) var changes: [ContentChange] = []
    private(set) var formatted: [String] = []
    private(set) var before: [Loose] = []
    private(set) var after: [Loose] = []

    init() {}

    init(
        _ paths: ArraySlice<String>, _ old: ContentVersion, _ new: ContentVersion
    ) throws(ContentSourceError) {
        var cursors = (before: UnitCursor(old), after: UnitCursor(new))
        for path in paths { compare(try cursors.before.unitsIfThere(path), try cursors.after.unitsIfThere(path)) }
    }

    mutating func append(_ other: FileComparison) {
        changes += other.changes
        formatted += other.formatted
        before += other.before
        after += other.after
    }

    private mutating func compare(_ old: [ContentUnit]?, _ new: [ContentUnit]?) {
        let pairing = UnitPairing((old ?? []).map { .init($0) }, (new ?? []).map { .init($0) })
        var isSame = old != nil && new != nil
        for pair in pairing.pairs {
            let earlier = pair.before.flatMap { old?[$0] }
            let later = pair.after.flatMap { new?[$0] }
            if let earlier, let later {
                guard let change = UnitDifference(earlier, later).change else { continue }
                changes.append(change)
            } else if let earlier, let index = pair.before {
                before.append(Loose(name: .init(earlier), ordinal: index))
            } else if let later, let index = pair.after {
                after.append(Loose(name: .init(later), ordinal: index))
            }
            isSame = false
        }
        if isSame, let path = new?.first?.path ?? old?.first?.path { formatted.append(path) }
    }
}
