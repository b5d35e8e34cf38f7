import Content
import Diagnostics

/// KB202
struct RetiredReferenceRule: BaseRule {
    static let id = RuleID("KB202", "retired-reference")
    static let severity = Severity.error
    static let summary = "Content refers to current ids, not to retired ones or aliases."
    static let why = """
        Retired ids and aliases go on working for people who bookmarked them. Content that still names them sends every \
        reader around a corner and hides that the old answer is gone; the fix writes the new id.
        """
    static let examples = RuleExamples(
        valid: [
            .article("related: [arrival]"),
            RuleExample([
                "articles/old.md": RuleExample.articleText("id: old-arrival\nstatus: retired\nreplaced_by: arrival"),
                "tests/visit.yaml": "questions: [{ask: when to arrive, expect: {absent: old-arrival}}]\n",
            ]),
        ],
        invalid: [
            RuleExample([
                "articles/old.md": RuleExample.articleText("id: old-arrival\nstatus: retired\nreplaced_by: arrival"),
                "articles/parking.md": RuleExample.articleText("related: [↓old-arrival]"),
            ]),
            RuleExample([
                "articles/check-in.md": RuleExample.articleText("id: check-in\naliases: [desk]"),
                "articles/parking.md": RuleExample.articleText(body: "See [the desk](↓kb:desk)."),
            ]),
        ])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        for (path, item, reference) in base.allReferences {
            guard let name = reference.target.itemName, let id = base.resolve(name) else { continue }
            let editions = base.editions(of: id)
            let isRetired = editions.allSatisfy(\.isRetired)
            // A translation goes on naming its source, which is retired with it.
            guard isRetired || id != name, item != id || reference.role != "translation" else { continue }
            // A test may hold that it comes up no more.
            guard !isRetired || reference.role != Reference.unwantedAnswer else { continue }
            let replacement = isRetired ? editions.compactMap(\.replacedBy?.value).first : id
            report.add(
                isRetired ? .retired(name, replacement) : .alias(name, id), path: path, range: reference.range,
                item: item, fixes: fixes(name, replacement, path, reference, base))
        }
    }

    private func fixes(
        _ name: String, _ replacement: String?, _ path: String, _ reference: Reference, _ base: KnowledgeBase
    ) -> [Fix] {
        // What replaces an item is for its author to say: a circle of them would be followed round and round.
        guard let replacement, reference.role != "replacement", replacement != name,
            base.resolve(replacement) == replacement, !base.editions(of: replacement).allSatisfy(\.isRetired),
            let source = base.source(path),
            let range = source.firstOccurrence(of: name, in: reference.range)
        else { return [] }
        let edit = TextEdit(Location(path: path, range: range), replacement: replacement)
        return [Fix("replace '\(name)' with '\(replacement)'", edits: [edit])]
    }
}

extension Reference.Target {
    /// The id, where this names an item of whatever kind.
    var itemName: String? {
        switch self {
        case .item(let id, _), .directoryEntry(let id), .workflow(let id): id
        default: nil
        }
    }
}

extension SourceFile {
    /// The first place where a name stands whole within some bytes; letters, digits and hyphens continue a name.
    func firstOccurrence(of name: String, in range: Range<Int>) -> Range<Int>? {
        let target = Array(name.utf8)
        guard !target.isEmpty, range.count >= target.count, range.upperBound <= bytes.count else { return nil }
        for start in range.lowerBound...(range.upperBound - target.count) {
            let end = start + target.count
            guard bytes[start..<end].elementsEqual(target) else { continue }
            let before = start > 0 ? bytes[start - 1] : UInt8(ascii: " ")
            let after = end < bytes.count ? bytes[end] : UInt8(ascii: " ")
            if !SourceFile.continuesName(before), !SourceFile.continuesName(after) { return start..<end }
        }
        return nil
    }

    private static func continuesName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: byte >= 0x80
        }
    }
}

extension Message {
    fileprivate static func retired(_ name: String, _ replacement: String?) -> Message {
        Message(
            "'\(name)' is retired",
            help: replacement.map { "refer to '\($0)', which replaces it" } ?? "remove the reference")
    }

    fileprivate static func alias(_ name: String, _ id: String) -> Message {
        Message("'\(name)' is an old name", help: "refer to '\(id)'")
    }
}
