import SeededRandom

/// Writes the small parts of random content: words, names of other items, links.
struct RandomWords {
    let plan: RandomPlan
    var random: SeededGenerator
    private var count = 0

    static let facts = ["scan.hours", "scan.price", "bill.days", "staff.code", "staff.line"]

    init(_ plan: RandomPlan, _ random: SeededGenerator) {
        self.plan = plan
        self.random = random
    }

    mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

    mutating func unique(_ word: String) -> String {
        count += 1
        return "\(word)\(count)"
    }

    /// Some words, and now and then a fact.
    mutating func sentence() -> String {
        let words = ["bring", "the", "form", "before", "scan", "call", "desk", "pay", "bill", unique("word")]
        let fact = chance(4) ? " {{fact:\(random.pick(RandomWords.facts))}}" : ""
        return words.shuffled(using: &random).prefix(5).joined(separator: " ") + fact
    }

    /// A sentence as a value of YAML.
    mutating func quoted() -> String { "\"\(sentence())\"" }

    /// Of an item of some kinds, shown or hidden, or of none at all.
    mutating func name(_ kinds: [String]) -> String {
        let names = plan.items.filter { kinds.contains($0.kind) }.flatMap(\.names)
        return chance(12) || names.isEmpty ? "nowhere-\(Int.random(in: 0..<9, using: &random))" : random.pick(names)
    }

    /// The name, which only who can follow it gets to see.
    mutating func reference(_ kinds: [String]) -> TwoSides {
        let name = name(kinds)
        return TwoSides(name, cut: plan.isKnown(name) ? name : "")
    }

    mutating func references(_ kinds: [String], most: Int = 3) -> [TwoSides] {
        (0..<Int.random(in: 0...most, using: &random)).map { _ in reference(kinds) }
    }

    mutating func field(_ name: String, _ kinds: [String]) -> TwoSides { references(kinds).field(name) }

    /// A definition that nothing uses: no reader sees it, but it names an item.
    mutating func unusedDefinition() -> TwoSides {
        let name = name(["article", "workflow"])
        let text = "[\(unique("unused"))]: kb:\(name)"
        return TwoSides(text, cut: plan.isKnown(name) ? text : "")
    }

    /// A link in one of the forms of Markdown, and the definition that it needs.
    mutating func link(from id: String) -> (link: TwoSides, definition: TwoSides?) {
        let text = random.pick(["this", "*that*", "`code`", "**the [page]**", unique("link")])
        let name = name(["article", "workflow", "directory"])
        let anchor = chance(2) ? random.pick(["costs", "costs-1", "costs-2", "steps", "before-the-scan", "no"]) : ""
        if chance(8), !anchor.isEmpty {
            return (
                TwoSides("[\(text)](#\(anchor))", cut: plan.hasAnchor(anchor, id) ? "[\(text)](#\(anchor))" : text), nil
            )
        }
        let fullAddress = "kb:\(name)" + (anchor.isEmpty ? "" : "#\(anchor)")
        let cutAddress =
            plan.isKnown(name) ? "kb:\(name)" + (plan.hasAnchor(anchor, name) ? "#\(anchor)" : "") : nil
        func both(_ form: (String) -> String, without: String) -> TwoSides {
            TwoSides(form(fullAddress), cut: cutAddress.map(form) ?? without)
        }
        switch Int.random(in: 0..<7, using: &random) {
        case 0: return (both({ "[\(text)](<\($0)>)" }, without: text), nil)
        case 1:
            let title = sentence()
            return (both({ "[\(text)](\($0) \"\(title)\")" }, without: text), nil)
        case 2: return (both({ "<\($0)>" }, without: ""), nil)
        case 3, 4:
            let label = unique("ref")
            let use = random.pick(["[\(label)]", "[]", ""])
            let shown = use == "[\(label)]" ? text : label
            let title = chance(2) ? " '\(sentence())'" : ""
            return (
                TwoSides("[\(shown)]\(use)", cut: cutAddress == nil ? shown : "[\(shown)]\(use)"),
                both({ "[\(label)]: \($0)\(title)" }, without: "")
            )
        default: return (both({ "[\(text)](\($0))" }, without: text), nil)
        }
    }
}
