import Decisions
package import Diagnostics
import Markdown
package import Time
import YAML

/// Turns the bytes of one file into its model. Reads every file alike, whatever the source; never fails.
package struct ContentReader: Sendable {
    package let configuration: Configuration
    private let conditions: ConditionReader
    private let timeZone: @Sendable (String) -> TimeZoneRules?

    /// - Parameters:
    ///   - configuration: What kb.yaml says; the default reads kb.yaml itself.
    ///   - timeZone: Finds a time zone's rules by its IANA name.
    package init(
        configuration: Configuration = Configuration(), timeZone: @escaping @Sendable (String) -> TimeZoneRules?
    ) {
        self.configuration = configuration
        self.timeZone = timeZone
        conditions = ConditionReader(configuration.context)
    }

    package func read(_ source: SourceFile, as kind: FileKind) -> ContentFile { read(source, as: kind, whole: true) }

    /// The front matter of an article, without its text.
    package func readHead(_ source: SourceFile) -> ContentFile { read(source, as: .article, whole: false) }

    private func read(_ source: SourceFile, as kind: FileKind, whole: Bool) -> ContentFile {
        var file = ContentFile(source: source, kind: kind)
        let findings = Findings()
        read(&file, findings, whole: whole)
        file.problems = findings.problems
        // What the items name was given to them; the rest is the file's.
        if file.items.isEmpty { file.references = findings.references }
        return file
    }

    private func read(_ file: inout ContentFile, _ findings: Findings, whole: Bool) {
        guard file.kind != .asset else { return }
        let bytes = file.source.bytes
        if let (defect, range) = TextEncoding.defect(in: bytes) {
            findings.report(.encoding(defect), range)
            return
        }
        guard file.kind != .schema else { return }
        var body: Range<Int>?
        if file.kind == .article || file.kind == .template {
            guard let parts = FrontMatter(bytes, findings) else { return }
            file.frontMatter = parts.yaml
            body = whole ? parts.body : parts.body.upperBound..<parts.body.upperBound
        }
        file.root = document(bytes, file.frontMatter ?? 0..<bytes.count, findings)
        guard let root = file.root else { return }
        model(root, body: body, of: &file, findings)
        guard whole else { return }
        let facts = FactPlaceholder.all(in: bytes).map { Reference(.fact($0.name), role: "fact", range: $0.range) }
        guard !file.items.isEmpty else {
            findings.references += facts
            return
        }
        // Of several in one file, the last that begins before it.
        var index = 0
        for fact in facts {
            while index + 1 < file.items.count,
                file.itemNodes[index + 1].range.lowerBound <= fact.range.lowerBound
            {
                index += 1
            }
            file.items[index].references.append(fact)
        }
    }

    private var limits: YAMLParser.Limits {
        var limits = YAMLParser.Limits()
        limits.bytes = configuration.limits.documentBytes
        return limits
    }

    private func document(_ bytes: [UInt8], _ range: Range<Int>, _ findings: Findings) -> Node? {
        do throws(YAMLError) {
            guard let root = try YAMLParser.parse(bytes[range], limits: limits) else {
                findings.report(.emptyDocument, range.lowerBound..<range.lowerBound)
                return nil
            }
            return root
        } catch {
            findings.report(.yaml(error.reason), error.range)
            return nil
        }
    }

    private func model(_ root: Node, body: Range<Int>?, of file: inout ContentFile, _ findings: Findings) {
        let path = file.path
        let reader = ItemReader(path: path, configuration: configuration, conditions: conditions, findings: findings)
        switch file.kind {
        case .knowledgeBase: file.configuration = Configuration.read(root, timeZone: timeZone, findings)
        case .people: file.people = People.read(root, findings)
        case .article: article(root, body: body ?? 0..<0, of: &file, reader)
        case .workflow: file.add(reader.workflow(root), root)
        case .alert: file.add(reader.alert(root), root)
        case .directory: file.add(reader.directoryEntry(root), root)
        case .quiz: file.add(reader.quiz(root), root)
        case .facts: file.facts = Fact.read(root, path: path, conditions: conditions, findings)
        case .navigation:
            for node in root["hubs"]?.sequence ?? [] { file.add(reader.hub(node), node) }
            file.categories = Category.read(root, path: path, findings)
        case .synonyms:
            file.synonyms = SynonymSet.read(root, path: path, conditions: conditions, findings)
            file.pins = Pin.read(root, path: path, conditions: conditions, findings)
        case .template:
            let headings = parts(body ?? 0..<0, of: &file, findings).flatMap(\.headings)
            file.template = Template.read(root, path: path, headings: headings, findings)
        case .tests: file.tests = TestFile.read(root, path: path, findings)
        case .schema, .asset: break
        }
    }

    private func article(_ root: Node, body: Range<Int>, of file: inout ContentFile, _ reader: ItemReader) {
        let firstReference = reader.findings.references.count
        let blocks = parts(body, of: &file, reader.findings)
        let blockReferences = reader.findings.references[firstReference...]
        let bodyReferences = BodyReferences(file.markdown, blocks: blocks, path: file.path).references
        let item = reader.item(.article, root) { fields in
            var article = Article(type: fields.text("type"))
            article.answer = fields.text("answer")
            article.say = fields.text("say")
            article.neverSay = fields.children("never_say").compactMap { ban in
                ban.text("text").map { Article.Ban(text: $0, instead: ban.text("instead")?.value) }
            }
            article.sources = fields.children("sources").compactMap { source in
                source.text("cite").map { Article.Citation(cite: $0, checked: source.date("checked")) }
            }
            article.requires = reader.requirements(fields.node["requires"])
            article.blocks = blocks
            return .article(article)
        }
        guard var item else { return }
        item.references += blockReferences + bodyReferences
        file.add(item, root)
    }

    /// Splits a body at its section blocks and parses the Markdown of each part.
    private func parts(_ body: Range<Int>, of file: inout ContentFile, _ findings: Findings) -> [Article.Block] {
        let bytes = file.source.bytes
        var anchors = AnchorMaker()
        var blocks: [Article.Block] = []
        for part in SectionBlocks(bytes, body: body, limits: limits, findings).parts {
            let options = FieldReader(part.options, findings)
            var block = Article.Block(
                range: part.range, applies: options?.condition("applies", conditions),
                audience: options?.audience("audience"))
            do throws(MarkdownError) {
                let document = try MarkdownDocument(parsing: bytes[part.range])
                block.headings = document.headings.map { heading in
                    Article.Heading(
                        level: heading.level, text: heading.text, anchor: anchors.anchor(for: heading.text),
                        range: heading.range)
                }
                file.markdown.append(document)
                blocks.append(block)
            } catch {
                findings.report(.markdown(error), error.range)
            }
        }
        return blocks
    }
}

extension ContentFile {
    fileprivate mutating func add(_ item: Item?, _ node: Node) {
        guard let item else { return }
        items.append(item)
        itemNodes.append(node)
    }
}
