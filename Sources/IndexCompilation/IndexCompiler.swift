package import Content
import Decisions
import Diagnostics
import Markdown
package import SearchIndex
import Time

/// Makes of content what an index holds: of each file by itself, and then of all.
package struct IndexCompiler: Sendable {
    private let configuration: Configuration
    private let audiences: [String]?
    private let conditions: ConditionReader

    /// - Parameter audiences: Who will read the index; nil for everything. What none of them may read is left out.
    package init(_ configuration: Configuration, audiences: [String]? = nil) {
        self.configuration = configuration
        self.audiences = audiences
        conditions = ConditionReader(configuration.context)
    }

    /// The items of a file, with its syntax, that the readers of the index may see.
    package func documents(of file: ContentFile) -> [IndexDocument] {
        guard !file.items.isEmpty else { return [] }
        let lines = LineIndex(file.source)
        let versions = ContentHash.hashes(of: file)
        return file.items.indices.compactMap { index in
            let item = file.items[index]
            guard isReadable(item.audience.map(\.value)) else { return nil }
            var document = IndexDocument(
                id: item.id.value, kind: item.kind.rawValue, title: item.title?.value ?? item.id.value,
                path: item.path, line: lines.position(of: item.id.range.lowerBound).line,
                version: String(versions[index].prefix(2 * IndexDocument.versionSize)))
            describe(item, in: &document)
            ItemFields(file.itemNodes[index], conditions).fill(&document, isReadable: isReadable)
            switch item.details {
            case .article(let article): describe(article, file, in: &document)
            case .alert(let alert): document.alert = compile(alert)
            case .workflow, .directory, .quiz, .hub: break
            }
            return document
        }
    }

    /// What an index holds besides documents.
    ///
    /// - Parameters:
    ///   - used: The facts that documents name: one that only left-out text names is for nobody here.
    ///   - excluded: Paths of files to leave out.
    package func contents(of base: KnowledgeBase, facts used: Set<String>, excluding excluded: Set<String> = [])
        -> IndexContents
    {
        var contents = IndexContents(
            name: configuration.name, zone: configuration.zone, languages: configuration.languages,
            warnDays: configuration.review.warn.days,
            withheldRisks: Item.Risk.allCases.filter(configuration.review.withholds).map(\.rawValue),
            audiences: configuration.audiences, context: configuration.context,
            facts: base.facts.filter { used.contains($0.name.value) && !excluded.contains($0.path) }.map(compile),
            documents: [])
        contents.synonyms = base.synonyms.filter { isReadable($0.audience ?? []) && !excluded.contains($0.path) }
            .map(compile)
        contents.pins = base.pins.filter { isReadable($0.audience ?? []) && !excluded.contains($0.path) }.map(compile)
        return contents
    }

    private func isReadable(_ audience: [String]) -> Bool {
        guard let audiences, !audience.isEmpty else { return true }
        return audiences.contains { reader in audience.contains { configuration.includes(reader, $0) } }
    }

    private func describe(_ item: Item, in document: inout IndexDocument) {
        document.language = item.language?.value ?? configuration.languages.first ?? ""
        document.owner = item.owner?.value
        document.audience = item.audience.map(\.value)
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

    private func describe(_ article: Article, _ file: ContentFile, in document: inout IndexDocument) {
        document.answer = article.answer?.value
        document.neverSay = article.neverSay.map { .init(text: $0.text.value, instead: $0.instead) }
        document.requires = article.requires.map { use in
            let label = configuration.requirements.first { $0.id.value == use.id.value }?.label
            return .init(id: use.id.value, label: label, condition: use.condition)
        }
        document.sources = article.sources.map(\.cite.value)
        document.blocks = zip(article.blocks, file.markdown).compactMap { block, markdown in
            guard isReadable(block.audience ?? []) else { return nil }
            let text = shown(block.range, markdown, file)
            guard !text.utf8.allSatisfy({ $0 <= 0x20 }) else { return nil }
            var compiled = IndexDocument.Block(markdown: text)
            compiled.applies = block.applies
            compiled.audience = block.audience ?? []
            compiled.sections = BodySections(markdown, anchors: block.headings.map(\.anchor)).sections
            return compiled
        }
    }

    /// The Markdown without its HTML and comments: those are for authors, and for nobody's eyes else.
    private func shown(_ range: Range<Int>, _ markdown: MarkdownDocument, _ file: ContentFile) -> String {
        var bytes: [UInt8] = []
        var offset = range.lowerBound
        for html in markdown.rawHTML.sorted(by: { $0.lowerBound < $1.lowerBound }) where html.lowerBound >= offset {
            bytes += file.source.bytes[offset..<html.lowerBound]
            offset = html.upperBound
        }
        return String(decoding: bytes + file.source.bytes[offset..<max(offset, range.upperBound)], as: UTF8.self)
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

    private func compile(_ set: SynonymSet) -> IndexContents.Synonyms {
        var synonyms = IndexContents.Synonyms(words: set.words)
        synonyms.means = set.means
        synonyms.language = set.language
        synonyms.audience = set.audience ?? []
        synonyms.applies = set.applies
        return synonyms
    }

    private func compile(_ pin: Pin) -> IndexContents.PinnedAnswer {
        var compiled = SearchAids.Pin(item: pin.item.value)
        compiled.owner = pin.owner
        compiled.until = configuration.range(from: nil, until: pin.until?.value)?.until
        compiled.audience = pin.audience ?? []
        compiled.applies = pin.applies
        return IndexContents.PinnedAnswer(questions: pin.questions, language: pin.language, pin: compiled)
    }
}
