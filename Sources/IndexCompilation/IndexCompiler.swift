package import Content
import Decisions
import Diagnostics
import Markdown
package import SearchIndex
import Time

/// Makes of a knowledge base what an index holds.
package struct IndexCompiler {
    private let base: KnowledgeBase
    private let audiences: [String]?
    private let excluded: Set<String>
    private let reader: ContentReader

    /// - Parameters:
    ///   - audiences: Who will read the index; nil for everything. What none of them may read is left out.
    ///   - excluded: Paths of files to leave out.
    package init(_ base: KnowledgeBase, audiences: [String]? = nil, excluding excluded: Set<String> = []) {
        self.base = base
        self.audiences = audiences
        self.excluded = excluded
        reader = ContentReader(configuration: base.configuration, timeZone: { _ in nil })
    }

    package func contents() -> IndexContents {
        let configuration = base.configuration
        let included = base.items.filter { item in
            !excluded.contains(item.path) && isReadable(item.audience.map(\.value))
        }
        // Files are read again one at a time: the whole knowledge base need not stand in memory.
        var documents: [IndexDocument] = []
        var start = 0
        while start < included.count {
            let path = included[start].path
            let end = included[start...].firstIndex { $0.path != path } ?? included.count
            documents += compile(included[start..<end], path: path)
            start = end
        }
        // Of the documents as they are: a fact that only left-out text names is for nobody here.
        let used = documents.reduce(into: Set<String>()) { $0.formUnion($1.factNames) }
        return IndexContents(
            name: configuration.name, zone: configuration.zone, languages: configuration.languages,
            warnDays: configuration.review.warn.days,
            withheldRisks: Item.Risk.allCases.filter(configuration.review.withholds).map(\.rawValue),
            audiences: configuration.audiences, context: configuration.context,
            facts: base.facts.filter { used.contains($0.name.value) && !excluded.contains($0.path) }.map(compile),
            documents: documents)
    }

    private func isReadable(_ audience: [String]) -> Bool {
        guard let audiences, !audience.isEmpty else { return true }
        return audiences.contains { reader in audience.contains { base.configuration.includes(reader, $0) } }
    }

    private func compile(_ items: ArraySlice<Item>, path: String) -> [IndexDocument] {
        guard let source = base.source(path), case .kind(let kind) = FileKind.at(path) else { return [] }
        let file = reader.read(source, as: kind)
        let lines = LineIndex(source)
        return items.map { item in
            var document = IndexDocument(
                id: item.id.value, kind: item.kind.rawValue, title: item.title?.value ?? item.id.value, path: path,
                line: lines.position(of: item.id.range.lowerBound).line,
                version: String((ContentHash.hash(of: item, in: base) ?? "").prefix(2 * IndexDocument.versionSize)))
            describe(item, in: &document)
            ItemFields(file.node(of: item), base.configuration).fill(&document, isReadable: isReadable)
            switch item.details {
            case .article(let article): describe(article, file, in: &document)
            case .alert(let alert): document.alert = compile(alert)
            case .workflow, .directory, .quiz, .hub: break
            }
            return document
        }
    }

    private func describe(_ item: Item, in document: inout IndexDocument) {
        document.language = item.language?.value ?? base.configuration.languages.first ?? ""
        document.owner = item.owner?.value
        document.audience = item.audience.map(\.value)
        document.risk = item.risk.rawValue
        document.category = item.category?.value
        document.isRetired = item.isRetired
        document.replacedBy = item.replacedBy?.value
        document.aliases = item.aliases.map(\.value)
        document.effective = base.effectiveRange(item) ?? InstantRange()
        document.applies = item.applies
        document.questions = item.questions.map(\.value)
        document.keywords = item.keywords.map(\.value)
        document.topics = item.topics.map(\.value)
        if item.kind != .alert {
            let policy = base.configuration.review
            document.review = IndexDocument.Review(
                last: item.review?.last?.value, every: item.reviewInterval(policy).days, due: item.reviewDue(policy),
                verified: item.review?.verified?.value)
        }
    }

    private func describe(_ article: Article, _ file: ContentFile, in document: inout IndexDocument) {
        document.answer = article.answer?.value
        document.neverSay = article.neverSay.map { .init(text: $0.text.value, instead: $0.instead) }
        document.requires = article.requires.map { use in
            let label = base.configuration.requirements.first { $0.id.value == use.id.value }?.label
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
        let range = base.range(from: alert.from?.value, until: alert.until?.value)
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
                guard let range = base.range(from: value.from?.value, until: value.until?.value) else { return nil }
                return .init(text: value.text.value, range: range, applies: value.applies)
            })
    }
}
