import Content
import Decisions
import Diagnostics
import Markdown
import Time
import YAML

/// Takes a file apart into what it holds.
struct UnitReader {
    let configuration: Configuration
    private let reader: ContentReader
    private let conditions: ConditionText
    private let values: ValueText

    init(_ configuration: Configuration, timeZone: @escaping @Sendable (String) -> TimeZoneRules?) {
        self.configuration = configuration
        reader = ContentReader(configuration: configuration, timeZone: timeZone)
        conditions = ConditionText(configuration.context)
        values = ValueText(configuration.context)
    }

    /// - Returns: Nothing for what is no content.
    func units(of source: SourceFile) -> [ContentUnit] {
        let lines = LineIndex(source)
        func whole(_ kind: String) -> ContentUnit {
            ContentUnit(kind: kind, id: source.path, source: source, lines: lines, values: values)
        }
        guard case .kind(let kind) = FileKind.at(source.path) else {
            var unit = whole("file")
            unit.isUnread = true
            return [unit]
        }
        switch kind {
        case .asset: return [whole("asset")]
        case .schema:
            var unit = whole("schema")
            unit.node = try? JSONReader.read(source.bytes)
            unit.isUnread = unit.node == nil
            return [unit]
        default: break
        }
        let file = reader.read(source, as: kind)
        guard file.extent != .nothing, let root = file.root else {
            var unit = whole(kind.rawValue)
            unit.isUnread = true
            return [unit]
        }
        var units = zip(file.items, file.itemNodes).map { unit($0, $1, file, lines) }
        switch kind {
        case .facts:
            units += declared(in: root["facts"], titled: "label", whole("fact"))
            units += others(of: root, leavingOut: "facts", whole("facts"))
        case .navigation:
            units += declared(in: root["categories"], titled: "title", whole("category"))
        case .template:
            var unit = whole("template")
            unit.id = file.template?.type.value ?? source.path
            unit.title = file.template?.title
            unit.node = root
            unit.parts = file.markdown.map { ($0, nil) }
            unit.body = (file.frontMatter?.upperBound ?? 0)..<source.bytes.count
            units.append(unit)
        case .knowledgeBase, .people, .synonyms, .tests:
            var unit = whole(kind.rawValue)
            unit.node = root
            units.append(unit)
        default:
            // An item without an id.
            if units.isEmpty {
                var unit = whole(kind.rawValue)
                unit.node = root
                units.append(unit)
            }
        }
        return units
    }

    /// What a mapping declares by name.
    private func declared(in node: Node?, titled title: String, _ whole: ContentUnit) -> [ContentUnit] {
        (node?.mapping?.entries ?? []).map { entry in
            var unit = whole
            unit.id = entry.key.text
            unit.title = entry.value[title]?.text
            unit.offset = entry.keyRange.lowerBound
            unit.node = entry.value
            return unit
        }
    }

    /// What a file of facts declares beside them.
    private func others(of root: Node, leavingOut name: String, _ unit: ContentUnit) -> [ContentUnit] {
        guard let mapping = root.mapping, mapping.entries.contains(where: { $0.key.text != name }) else { return [] }
        var unit = unit
        let rest = mapping.entries.filter { $0.key.text != name }
        unit.node = Node(.mapping(Mapping(entries: rest)), range: root.range)
        return [unit]
    }

    private func unit(_ item: Item, _ node: Node, _ file: ContentFile, _ lines: LineIndex) -> ContentUnit {
        var fields = configuration.context
        if case .workflow(let workflow) = item.details { fields += workflow.fields }
        var unit = ContentUnit(
            kind: item.kind.rawValue, id: item.id.value, source: file.source, lines: lines,
            values: fields.count == configuration.context.count ? values : ValueText(fields))
        unit.title = item.title?.value
        unit.offset = item.id.range.lowerBound
        unit.node = node
        unit.language = item.language?.value
        unit.from = node["effective"]?["from"]?.text
        unit.until = node["effective"]?["until"]?.text
        unit.aliases = item.aliases.map(\.value)
        unit.isRetired = item.isRetired
        if case .article(let article) = item.details {
            unit.body = (file.frontMatter?.upperBound ?? 0)..<file.source.bytes.count
            // A part that cannot be read leaves no block.
            if file.extent == .whole, article.blocks.count == file.markdown.count {
                unit.parts = zip(file.markdown, article.blocks).map { ($0, readers($1)) }
            }
        }
        return unit
    }

    private func readers(_ block: Article.Block) -> String? {
        let audience = block.audience.map { "the audience \($0.joined(separator: ", "))" }
        let condition = block.applies.map { "callers where \(conditions.text($0))" }
        let parts = [audience, condition].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
