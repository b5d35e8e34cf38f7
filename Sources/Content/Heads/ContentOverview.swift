package import Diagnostics
package import Time

/// A working tree of which everything is read but the articles, of which there may be very many.
package struct ContentOverview: Sendable {
    package let tree: WorkingTree
    package let configuration: Configuration
    package let people: People
    /// people.yaml, where there is one.
    package let peopleSource: SourceFile?
    /// In order of their paths.
    package let files: [ContentFile]
    private let reader: ContentReader

    private static let kinds: [FileKind] = [.alert, .directory, .facts, .navigation, .quiz, .synonyms, .workflow]

    /// - Parameter timeZone: Finds a time zone's rules by its IANA name.
    package init(
        _ tree: WorkingTree, timeZone: @escaping @Sendable (String) -> TimeZoneRules?
    ) throws(ContentSourceError) {
        self.tree = tree
        let plain = ContentReader(timeZone: timeZone)
        configuration = try ContentOverview.setting(.knowledgeBase, tree, plain)?.configuration ?? Configuration()
        let peopleFile = try ContentOverview.setting(.people, tree, plain)
        people = peopleFile?.people ?? People()
        peopleSource = peopleFile?.source
        reader = ContentReader(configuration: configuration, timeZone: timeZone)
        var files: [ContentFile] = []
        for kind in ContentOverview.kinds {
            for entry in try tree.entries(of: kind) where entry.kind == .file {
                guard FileKind.at(entry.path) == .kind(kind) else { continue }
                files.append(reader.read(SourceFile(path: entry.path, bytes: try tree.read(entry.path)), as: kind))
            }
        }
        self.files = files
    }

    private static func setting(
        _ kind: FileKind, _ tree: WorkingTree, _ reader: ContentReader
    ) throws(ContentSourceError) -> ContentFile? {
        let path = kind.rawValue + ".yaml"
        guard kind == .knowledgeBase || tree.hasFile(path) else { return nil }
        return reader.read(SourceFile(path: path, bytes: try tree.read(path)), as: kind)
    }

    /// The heads of what the files hold, with what their items note of a review.
    package var heads: [ItemHead] {
        files.flatMap { file -> [ItemHead] in
            guard !file.items.isEmpty else { return [] }
            let lines = LineIndex(file.source)
            return file.items.map { ItemHead($0, lines, configuration) }
        }
    }

    /// The ids and aliases of the articles that steps of workflows show.
    package var shownArticles: Set<String> {
        var names: Set<String> = []
        for item in files.flatMap(\.items) where item.kind == .workflow {
            for reference in item.references where reference.role == Reference.Role.stepArticle {
                if case .item(let name, _) = reference.target { names.insert(name) }
            }
        }
        return names
    }

    /// The knowledge base as far as it is read, with some of its articles.
    ///
    /// - Parameter paths: Of articles, in order.
    package func base(withArticles paths: [String]) throws(ContentSourceError) -> KnowledgeBase {
        var gathered = GatheredContent()
        for path in paths {
            let source = SourceFile(path: path, bytes: try tree.read(path))
            gathered.add(reader.read(source, as: .article), ContentDigest(of: source.bytes))
        }
        for file in files { gathered.add(file, ContentDigest(of: file.source.bytes)) }
        return KnowledgeBase(
            configuration: configuration, people: people, gathered, content: tree, entries: try tree.entries(of: .asset)
        )
    }
}
