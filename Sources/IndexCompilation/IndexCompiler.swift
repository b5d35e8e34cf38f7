package import Content
import Decisions
import Diagnostics
package import SearchIndex
import Time

/// Makes of content what an index holds: of each file by itself, and then of all.
package struct IndexCompiler: Sendable {
    private let configuration: Configuration
    let readership: Readership
    private let conditions: ConditionReader

    /// - Parameter audiences: Who will read the index; nil for everything. What none of them may read is left out.
    package init(_ configuration: Configuration, audiences: [String]? = nil) {
        self.configuration = configuration
        readership = Readership(configuration, audiences: audiences)
        conditions = ConditionReader(configuration.context)
    }

    /// The items of a file, with its syntax, that the readers of the index may see. What they name may be hidden yet.
    package func documents(of file: ContentFile) -> [IndexDocument] { items(of: file).map(\.document) }

    func items(of file: ContentFile) -> [CompiledItem] {
        guard !file.items.isEmpty else { return [] }
        let lines = LineIndex(file.source)
        return zip(file.items, file.itemNodes).compactMap { item, node in
            guard let audience = readership.known(item.audience.map(\.value)) else { return nil }
            var document = IndexDocument(
                id: item.id.value, kind: item.kind.rawValue, title: item.title?.value ?? item.id.value,
                path: item.path, line: lines.position(of: item.id.range.lowerBound).line,
                version: IndexDocument.noVersion)
            document.audience = audience
            describe(item, in: &document)
            ItemFields(node, conditions).fill(&document, for: readership)
            var destinations: Set<String> = []
            switch item.details {
            case .article(let article):
                describe(article, in: &document)
                let body = ShownBlocks(article, file, for: readership)
                document.blocks = body.blocks
                destinations = body.destinations
            case .alert(let alert): document.alert = compile(alert)
            case .workflow(let workflow): describe(workflow, in: &document)
            case .directory, .quiz, .hub: break
            }
            return CompiledItem(document, destinations, isForAll: !readership.isLimited)
        }
    }

    /// What an index holds besides documents.
    ///
    /// - Parameters:
    ///   - used: The facts that documents name: one that only left-out text names is for nobody here.
    ///   - excluded: Paths of files to leave out.
    ///   - isKnown: Whether the index has such an item.
    func contents(
        of base: KnowledgeBase, facts used: Set<String>, excluding excluded: Set<String>, isKnown: (String) -> Bool
    ) -> IndexContents {
        var contents = IndexContents(
            name: configuration.name, zone: configuration.zone, languages: configuration.languages,
            warnDays: configuration.review.warn.days,
            withheldRisks: Item.Risk.allCases.filter(configuration.review.withholds).map(\.rawValue),
            audiences: readership.known(configuration.audiences), context: configuration.context,
            facts: base.facts.filter { used.contains($0.name.value) && !excluded.contains($0.path) }.map(compile),
            documents: [])
        contents.maxAge = configuration.maxAge?.hours
        contents.synonyms = base.synonyms.filter { !excluded.contains($0.path) }.compactMap(compile)
        contents.pins = base.pins.filter { !excluded.contains($0.path) && isKnown($0.item.value) }.compactMap(compile)
        return contents
    }

    private func describe(_ item: Item, in document: inout IndexDocument) {
        document.language = item.language?.value ?? configuration.languages.first ?? ""
        document.owner = item.owner?.value
        document.risk = item.risk.rawValue
        document.category = item.category?.value
        document.isRetired = item.isRetired
        document.replacedBy = item.replacedBy?.value
        document.aliases = item.aliases.map(\.value)
        document.effective = configuration.range(of: item.effective) ?? InstantRange()
        document.applies = item.applies
        document.questions = item.questions.map(\.value)
        document.keywords = item.keywords.map(\.value)
        document.topics = item.topics.map(\.value)
        if item.kind != .alert {
            let policy = configuration.review
            document.review = IndexDocument.Review(
                last: item.review?.last?.value, every: item.reviewInterval(policy).days, due: item.reviewDue(policy),
                verified: item.review?.verified?.value)
        }
    }

    private func describe(_ article: Article, in document: inout IndexDocument) {
        document.answer = article.answer?.value
        document.neverSay = article.neverSay.map { .init(text: $0.text.value, instead: $0.instead) }
        document.requires = article.requires.map { use in
            let label = configuration.requirements.first { $0.id.value == use.id.value }?.label
            return .init(id: use.id.value, label: label, condition: use.condition)
        }
        document.sources = article.sources.map(\.cite.value)
    }

    private func describe(_ workflow: Workflow, in document: inout IndexDocument) {
        // Whatever a file names, it is read by: which items there are is not known yet.
        guard let flow = workflow.flow(id: document.id, context: []), flow.isKeepable else { return }
        document.flow = flow
        let used = flow.requirements
        document.requirements = configuration.requirements.filter { used.contains($0.id.value) }.map {
            .init(id: $0.id.value, label: $0.label, team: $0.team?.value, due: $0.due)
        }
    }

    private func compile(_ alert: Alert) -> IndexDocument.Alert {
        let range = configuration.range(from: alert.from?.value, until: alert.until?.value)
        var compiled = IndexDocument.Alert()
        compiled.isAnnouncement = alert.isAnnouncement
        compiled.severity = alert.severity.rawValue
        compiled.from = range?.from
        compiled.until = range?.until
        compiled.message = alert.message?.value ?? ""
        compiled.targetsAll = alert.targetsAll
        compiled.articles = alert.articles.map(\.value)
        compiled.categories = alert.categories.map(\.value)
        compiled.workflows = alert.workflows.map(\.value)
        return compiled
    }

    private func compile(_ fact: Fact) -> IndexContents.Fact {
        IndexContents.Fact(
            name: fact.name.value,
            values: fact.values.compactMap { value in
                guard let range = configuration.range(from: value.from?.value, until: value.until?.value) else {
                    return nil
                }
                return .init(text: value.text.value, range: range, applies: value.applies)
            })
    }

    private func compile(_ set: SynonymSet) -> IndexContents.Synonyms? {
        guard let audience = readership.known(set.audience ?? []) else { return nil }
        var synonyms = IndexContents.Synonyms(words: set.words)
        synonyms.means = set.means
        synonyms.language = set.language
        synonyms.audience = audience
        synonyms.applies = set.applies
        return synonyms
    }

    private func compile(_ pin: Pin) -> IndexContents.PinnedAnswer? {
        guard let audience = readership.known(pin.audience ?? []) else { return nil }
        var compiled = SearchAids.Pin(item: pin.item.value)
        compiled.owner = pin.owner
        compiled.until = configuration.range(from: nil, until: pin.until?.value)?.until
        compiled.audience = audience
        compiled.applies = pin.applies
        return IndexContents.PinnedAnswer(questions: pin.questions, language: pin.language, pin: compiled)
    }
}
