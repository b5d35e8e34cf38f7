import Diagnostics
import YAML

/// What a step of a workflow shows of an article: its title, whom it is for, its answer, and a section where it names one.
struct ArticlePart {
    let fields: [(name: String, value: Node)]
    /// From its heading to the next of its level or above.
    let section: [UInt8]?

    init(_ file: ContentFile, section anchor: String?) {
        fields = ["title", "applies", "answer"].compactMap { name in file.root?[name].map { (name, $0) } }
        section = anchor.flatMap { ArticlePart.range(of: $0, in: file) }.map { Array(file.source.bytes[$0]) }
    }

    /// The facts that it tells.
    var facts: [String] {
        let texts = fields.compactMap(\.value.text).map { Array($0.utf8) } + (section.map { [$0] } ?? [])
        return texts.flatMap { FactPlaceholder.all(in: $0).map(\.name) }
    }

    private static func range(of anchor: String, in file: ContentFile) -> Range<Int>? {
        guard case .article(let article)? = file.items.first?.details else { return nil }
        let headings = article.headings
        guard let first = headings.firstIndex(where: { $0.anchor == anchor }) else { return nil }
        let next = headings[(first + 1)...].first { $0.level <= headings[first].level }
        let end = next?.range.lowerBound ?? file.source.bytes.count
        let start = headings[first].range.lowerBound
        return start..<max(start, end)
    }
}
