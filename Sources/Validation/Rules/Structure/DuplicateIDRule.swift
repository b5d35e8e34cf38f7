import Content
import Diagnostics
import Time

/// KB112
struct DuplicateIDRule: BaseRule {
    static let id = RuleID("KB112", "duplicate-id")
    static let severity = Severity.error
    static let summary = "An id names one item; only its editions share it."
    static let why = """
        A link by id must lead to one place. Two files may share an id only as editions: another language, or an effective \
        range that does not overlap. Otherwise a caller hears one of two answers, by chance.
        """
    static let examples = RuleExamples(
        valid: [
            RuleExample([
                "articles/parking.md": RuleExample.articleText("effective: {until: 2027-01-01}"),
                "articles/parking-2027.md": RuleExample.articleText("effective: {from: 2027-01-01}"),
            ])
        ],
        invalid: [
            RuleExample([
                "articles/a.md": RuleExample.articleText(),
                "articles/parking.md": RuleExample.articleText().replacingID("parking"),
            ]),
            RuleExample([
                "articles/parking.md": RuleExample.articleText(),
                "directory/parking.yaml":
                    "id: ↓parking\ntype: location\ntitle: Garage\nowner: editors\naudience: [agents]\ncategory: visit\n"
                    + "review: {last: 2026-08-01}\n",
            ]),
            RuleExample([
                "articles/parking.md": RuleExample.articleText("aliases: [↓arrival]")
            ]),
            RuleExample([
                "facts/zz.yaml":
                    "facts:\n  ↓visit.arrive-early: {label: Early, owner: editors, values: [{value: 20}]}\n"
            ]),
        ])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        for id in base.ids.sorted() {
            let editions = base.editions(of: id)
            var seen: [String?: [ItemRecord]] = [:]
            for item in editions {
                let language = item.language?.value ?? base.configuration.languages.first
                defer { seen[language, default: []].append(item) }
                let others = (item.kind == editions[0].kind ? [] : [editions[0]]) + (seen[language] ?? [])
                for other in others {
                    guard let message = conflict(item, other, base) else { continue }
                    report.add(message, in: item, related: [.init(other.location, "the other one is here")])
                    break
                }
            }
        }
        checkAliases(base, &report)
        checkOwners(base.people, &report)
        checkFacts(base.facts, &report)
    }

    private func checkFacts(_ facts: [Fact], _ report: inout Report) {
        var seen: [String: Fact] = [:]
        for fact in facts {
            if let other = seen[fact.name.value] {
                report.add(
                    .fact(fact.name.value, other), path: fact.path, range: fact.name.range,
                    related: [.init(Location(path: other.path, range: other.name.range), "the other one is here")])
            } else {
                seen[fact.name.value] = fact
            }
        }
    }

    private func conflict(_ item: ItemRecord, _ other: ItemRecord, _ base: KnowledgeBase) -> Message? {
        if item.kind != other.kind { return .kinds(item.id.value, other) }
        let languages = base.configuration.languages
        if (item.language?.value ?? languages.first) != (other.language?.value ?? languages.first) { return nil }
        guard let range = base.effectiveRange(item), let otherRange = base.effectiveRange(other) else { return nil }
        // A range that is empty is reported as that.
        guard range.overlaps(otherRange) else { return nil }
        return item.effective == nil && other.effective == nil
            ? .duplicate(item.id.value, other) : .overlap(item.id.value, other)
    }

    private func checkAliases(_ base: KnowledgeBase, _ report: inout Report) {
        var seen: [String: ItemRecord] = [:]
        for item in base.items {
            for alias in item.aliases {
                if let other = base.editions(of: alias.value).first {
                    report.add(
                        .alias(alias.value), in: item, at: alias.range,
                        related: [.init(other.location, "it is used here")])
                } else if let other = seen[alias.value], other.id.value != item.id.value {
                    report.add(
                        .alias(alias.value), in: item, at: alias.range,
                        related: [.init(other.location, "it is used here")])
                }
                seen[alias.value] = item
            }
        }
    }

    private func checkOwners(_ people: People, _ report: inout Report) {
        var seen: Set<String> = []
        for id in people.persons.map(\.id) + people.groups.map(\.id) where !seen.insert(id.value).inserted {
            report.add(.owner(id.value), path: "people.yaml", range: id.range)
        }
    }
}

extension ItemRecord {
    var location: Location { Location(path: path, range: id.range) }
}

extension String {
    fileprivate func replacingID(_ id: String) -> String {
        split(separator: "id: \(id)\n", maxSplits: 1, omittingEmptySubsequences: false).joined(
            separator: "id: ↓\(id)\n")
    }
}

extension Message {
    fileprivate static func fact(_ name: String, _ other: Fact) -> Message {
        Message("the fact '\(name)' is declared in '\(other.path)' too", help: "keep one of the two")
    }

    fileprivate static func duplicate(_ id: String, _ other: ItemRecord) -> Message {
        Message(
            "the id '\(id)' is already that of \(other.path)",
            help: "choose another id, or give both files 'effective' ranges that do not overlap")
    }

    fileprivate static func kinds(_ id: String, _ other: ItemRecord) -> Message {
        Message("the id '\(id)' is already that of \(other.kind.withArticle), \(other.path)", help: "choose another id")
    }

    fileprivate static func overlap(_ id: String, _ other: ItemRecord) -> Message {
        Message(
            "this edition of '\(id)' is in force at the same time as \(other.path)",
            help: "end one range with 'until' where the other begins with 'from'")
    }

    fileprivate static func alias(_ name: String) -> Message {
        Message("the alias '\(name)' already names another item", help: "remove it here, or rename the other item")
    }

    fileprivate static func owner(_ id: String) -> Message {
        Message("'\(id)' is declared twice among people and groups", help: "give one of them another id")
    }
}
