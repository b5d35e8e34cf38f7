import Content
import Diagnostics

/// KB010
struct PathCollisionRule: BaseRule {
    static let id = RuleID("KB010", "path-collision")
    static let severity = Severity.error
    static let isSafety = true
    static let summary = "No two paths differ only by case or by Unicode normal form."
    static let why = """
        On many desktops such paths are one file: whoever checks the repository out there loses one of the two and \
        commits the loss without noticing.
        """
    static let examples = RuleExamples(
        valid: [.article()],
        invalid: [
            RuleExample([
                "articles/Parking.md": "↓" + RuleExample.articleText("id: parking-garage"),
                "articles/parking.md": RuleExample.articleText(),
            ])
        ])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        // Strings compare by canonical equivalence, so the lower-case forms meet across normal forms too.
        // Their hashes are kept, and not the forms: those would be as many texts again.
        let hashes = base.entries.map { $0.path.lowercased().hashValue }
        var seen: Set<Int> = []
        seen.reserveCapacity(hashes.count)
        let doubtful = Set(hashes.filter { !seen.insert($0).inserted })
        guard !doubtful.isEmpty else { return }
        var last: [String: String] = [:]
        for (entry, hash) in zip(base.entries, hashes) where doubtful.contains(hash) {
            guard let other = last.updateValue(entry.path, forKey: entry.path.lowercased()) else { continue }
            report.add(.collision(other, entry.path), path: other, range: 0..<0)
        }
    }
}

extension Message {
    fileprivate static func collision(_ path: String, _ other: String) -> Message {
        Message("'\(path)' and '\(other)' are one file on some systems", help: "rename one of them")
    }
}
