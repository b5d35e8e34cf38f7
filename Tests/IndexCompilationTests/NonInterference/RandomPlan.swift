import SeededRandom

/// What stands in a random knowledge base and who may see it; the words come later.
struct RandomPlan {
    struct Section {
        /// Empty: for all who may read the article.
        var audience: [String] = []
        var applies: String?
        var headings: [String] = []
        var isShown = true

        var isForAll: Bool { audience.isEmpty && applies == nil }
    }

    struct Item {
        var kind: String
        var id: String
        var language = "en"
        var aliases: [String] = []
        var audience: [String]
        var category: String
        var isShown: Bool
        var sections: [Section] = []

        var names: [String] { [id] + aliases }
    }

    static let audiences = ["public", "agents", "billing"]
    static let categories = ["visit", "visit/scan", "visit/scan/mri", "money", "money/bills"]
    private static let words = ["scan", "scan-prep", "bill", "bill-scan"]
    private static let headings = ["Costs", "Steps", "Before the scan", "Costs"]
    private static let conditions = ["{payer: medicare}", "{urgency: urgent}"]

    private(set) var includes: [String: [String]] = [:]
    private(set) var readers: [String]
    /// The audiences whose content the readers may read.
    private(set) var readable: Set<String> = []
    private(set) var items: [Item] = []

    init(_ random: inout SeededGenerator) {
        includes = ["agents": Bool.random(using: &random) ? ["public"] : []]
        includes["billing"] = RandomPlan.audiences.prefix(2).filter { _ in Bool.random(using: &random) }
        readers = Array(RandomPlan.audiences.shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random)))
        var open = readers
        while let name = open.popLast() {
            readable.insert(name)
            open += includes[name] ?? []
        }
        let kinds = ["article", "article", "article", "workflow", "alert", "directory", "quiz", "hub"]
        for number in 0..<Int.random(in: 6...16, using: &random) {
            items.append(item(random.pick(kinds), number, &random))
            // An edition in another language, for readers of its own.
            if items.last?.kind == "article", Int.random(in: 0..<5, using: &random) == 0 {
                var edition = item("article", number, &random)
                edition.id = items[items.count - 1].id
                edition.aliases = []
                edition.language = "es"
                items.append(edition)
            }
        }
    }

    private func item(_ kind: String, _ number: Int, _ random: inout SeededGenerator) -> Item {
        let audience = audience(&random)
        var item = Item(
            kind: kind, id: "\(random.pick(RandomPlan.words))-\(number)", audience: audience,
            category: random.pick(RandomPlan.categories), isShown: isReadable(audience))
        if Int.random(in: 0..<3, using: &random) == 0 { item.aliases = ["old-\(item.id)", "\(item.id)-x"] }
        if kind == "article" {
            item.sections = (0..<Int.random(in: 1...5, using: &random)).map { _ in section(&random) }
        }
        return item
    }

    private func section(_ random: inout SeededGenerator) -> Section {
        var section = Section()
        if Bool.random(using: &random) {
            section.audience = audience(&random)
            section.isShown = isReadable(section.audience)
        }
        if Int.random(in: 0..<4, using: &random) == 0 { section.applies = random.pick(RandomPlan.conditions) }
        section.headings = (0..<Int.random(in: 0...2, using: &random)).map { _ in random.pick(RandomPlan.headings) }
        return section
    }

    func audience(_ random: inout SeededGenerator) -> [String] {
        Array(RandomPlan.audiences.shuffled(using: &random).prefix(random.pick([1, 1, 1, 2, 2, 3])))
    }

    func isReadable(_ audience: [String]) -> Bool { audience.contains(where: readable.contains) }

    /// An audience as it is written, and with the names that the readers know.
    func list(_ audience: [String]) -> TwoSides {
        TwoSides(
            "[\(audience.joined(separator: ", "))]",
            cut: "[\(audience.filter(readable.contains).joined(separator: ", "))]")
    }

    // MARK: What the readers can reach

    func isKnown(_ name: String) -> Bool { items.contains { $0.isShown && $0.names.contains(name) } }

    func isKnown(category: String) -> Bool {
        items.contains { $0.isShown && ($0.category == category || $0.category.hasPrefix(category + "/")) }
    }

    func hasAnchor(_ anchor: String, _ name: String) -> Bool {
        items.contains { $0.isShown && $0.names.contains(name) && RandomPlan.anchors(of: $0).contains(anchor) }
    }

    /// Those of the headings that the readers are shown, numbered as if there were no others.
    private static func anchors(of item: Item) -> Set<String> {
        var counts: [String: Int] = [:]
        var anchors: Set<String> = []
        for heading in item.sections.filter(\.isShown).flatMap(\.headings) {
            let plain = heading.lowercased().replacing(" ", with: "-")
            let count = counts[plain, default: 0]
            anchors.insert(count == 0 ? plain : "\(plain)-\(count)")
            counts[plain] = count + 1
        }
        return anchors
    }
}
