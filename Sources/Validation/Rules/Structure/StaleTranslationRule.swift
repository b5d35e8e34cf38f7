import Content
import Diagnostics

/// KB114
struct StaleTranslationRule: BaseRule {
    static let id = RuleID("KB114", "stale-translation")
    static let severity = Severity.warning
    static let summary = "A translation was made from its source as it is now."
    static let why = """
        A caller who speaks Spanish must hear the same rule as one who speaks English. The translation notes the hash of the \
        source it was made from; when the source changes, the note no longer fits and the translation is due.
        """
    static let examples = RuleExamples(
        valid: [.article()],
        invalid: [
            RuleExample([
                "articles/parking.md": RuleExample.articleText(),
                "articles/parking.es.md": RuleExample.articleText(
                    "language: es\ntranslation: {of: parking, hash: ↓\(String(repeating: "0", count: 64))}"),
            ]),
            RuleExample([
                "articles/parking.md": RuleExample.articleText(),
                "articles/parking.es.md": RuleExample.articleText("language: es\ntranslation: {of: ↓parking}"),
            ]),
        ])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        var hashes = ItemHashes(base)
        for item in base.items where !item.isRetired {
            guard let translation = item.translation, let source = source(of: translation, for: item, base),
                let hash = hashes.hash(of: source)
            else { continue }
            guard let noted = translation.hash else {
                report.add(.noHash(hash), in: item, at: translation.source.range)
                continue
            }
            guard noted.value != hash else { continue }
            report.add(
                .stale(translation.source.value, hash), in: item, at: noted.range,
                related: [.init(source.location, "its source")])
        }
    }

    /// The edition that a translation is made from: the same effective range in the language of the source.
    private func source(of translation: Translation, for item: ItemRecord, _ base: KnowledgeBase) -> ItemRecord? {
        let editions = base.resolve(translation.source.value).map { base.editions(of: $0) } ?? []
        let sources = editions.filter { $0.translation == nil && $0.path != item.path }
        return sources.first { base.effectiveRange($0) == base.effectiveRange(item) } ?? sources.first
    }
}

extension Message {
    fileprivate static func stale(_ id: String, _ hash: String) -> Message {
        Message(
            "'\(id)' has changed since this translation was made",
            help: "bring the translation up to date, then write 'hash: \(hash)'")
    }

    fileprivate static func noHash(_ hash: String) -> Message {
        Message(
            "the translation does not say which text it was made from",
            help: "compare the two, then add 'hash: \(hash)'")
    }
}
