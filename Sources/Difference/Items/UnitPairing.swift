/// Which units of two versions are the same thing: by id, whatever their files are called, edition by edition.
struct UnitPairing {
    /// By index; nil on one side for what only the other has.
    private(set) var pairs: [(before: Int?, after: Int?)] = []

    /// What a unit is known by.
    struct Name: Sendable {
        let kind: String
        let id: String
        let aliases: [String]
        let language: String?
        let from: String?
        let until: String?
        let path: String
        let isUnread: Bool

        init(_ unit: ContentUnit) {
            (kind, id, aliases) = (unit.kind, unit.id, unit.aliases)
            (language, from, until) = (unit.language, unit.from, unit.until)
            (path, isUnread) = (unit.path, unit.isUnread)
        }

        var key: String { kind + "\u{0}" + id }
    }

    /// From the surest sign that two editions are one to the weakest.
    private enum Likeness: CaseIterable {
        case all, edition, beginning, languageInFile, beginningInFile, language

        func key(_ name: Name) -> String {
            let parts =
                switch self {
                case .all: [name.language, name.from, name.until, name.path]
                case .edition: [name.language, name.from, name.until]
                case .beginning: [name.language, name.from]
                case .languageInFile: [name.language, name.path]
                case .beginningInFile: [name.from, name.path]
                case .language: [name.language]
                }
            return ([name.key] + parts.map { $0 ?? "" }).joined(separator: "\u{0}")
        }
    }

    init(_ before: [Name], _ after: [Name]) {
        var open = (Set(before.indices), Set(after.indices))
        func take(_ old: (Name) -> String?, _ new: (Name) -> [String]) {
            var byKey: [String: [Int]] = [:]
            for index in open.0.sorted(by: >) {
                if let key = old(before[index]) { byKey[key, default: []].append(index) }
            }
            for index in open.1.sorted() {
                for key in new(after[index]) {
                    guard let found = byKey[key]?.popLast() else { continue }
                    pairs.append((found, index))
                    open.0.remove(found)
                    open.1.remove(index)
                    break
                }
            }
        }
        for likeness in Likeness.allCases { take({ likeness.key($0) }, { [likeness.key($0)] }) }
        // An id that was renamed stays behind as an alias.
        take({ $0.key }, { name in name.aliases.map { name.kind + "\u{0}" + $0 } })
        // The same file, of which one version cannot be read.
        take({ $0.path }, { $0.isUnread ? [$0.path] : [] })
        take({ $0.isUnread ? $0.path : nil }, { [$0.path] })
        pairs += open.0.sorted().map { ($0, nil) } + open.1.sorted().map { (nil, $0) }
    }
}
