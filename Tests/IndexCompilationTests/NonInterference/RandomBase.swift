import SeededRandom

/// A random knowledge base in which what some readers may see and what they may not stand side by side, and the same
/// without the latter.
struct RandomBase {
    let readers: [String]
    private(set) var full: [String: String] = [:]
    private(set) var cut: [String: String] = [:]

    private let plan: RandomPlan
    private var words: RandomWords

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        plan = RandomPlan(&random)
        readers = plan.readers
        words = RandomWords(plan, random)
        addSettings()
        addItems()
        addSearchAids()
        addFacts()
    }

    private mutating func add(_ path: String, _ text: TwoSides) {
        full[path] = text.full
        if !text.cut.isEmpty { cut[path] = text.cut }
    }

    private mutating func addSettings() {
        var text = TwoSides(
            """
            kb: 1
            name: Example
            timezone: America/New_York
            languages: [en, es]
            context:
              payer: {type: choice, values: {medicare: Medicare, commercial: Commercial}}
              urgency: {type: choice, values: {routine: Routine, urgent: Urgent}}
            review: {every: 365d}

            """)
        let team = words.reference(["directory"]).wrapped(", team: ")
        text += "requirements: {referral: {label: Signed referral" + team + "}, authorisation: {label: Number}}\n"
        text += "audiences:\n"
        for name in RandomPlan.audiences {
            let line = "  \(name): {includes: [\((plan.includes[name] ?? []).joined(separator: ", "))]}\n"
            text += plan.readable.contains(name) ? TwoSides(line) : .hidden(line)
        }
        add("kb.yaml", text)
    }

    private mutating func addItems() {
        var hubs = TwoSides()
        for (number, item) in plan.items.enumerated() {
            func shown(_ text: TwoSides) -> TwoSides { item.isShown ? text : text.hiddenOnly }
            let name = "\(item.id)-\(number)"
            switch item.kind {
            case "article": add("articles/\(name).md", shown(words.article(item)))
            case "workflow": add("workflows/\(name).yaml", shown(words.workflow(item)))
            case "alert": add("alerts/\(name).yaml", shown(words.alert(item)))
            case "directory": add("directory/\(name).yaml", shown(words.directory(item)))
            case "quiz": add("quizzes/\(name).yaml", shown(words.quiz(item)))
            default: hubs += shown(words.hub(item))
            }
        }
        var navigation = TwoSides("categories:\n")
        for category in RandomPlan.categories {
            let line = "  \(category): {title: \(words.unique("Category"))}\n"
            navigation += plan.isKnown(category: category) ? TwoSides(line) : .hidden(line)
        }
        add("navigation/main.yaml", navigation + hubs.wrapped("hubs:\n"))
        let people = """
            people: [{id: editor-1, name: One}, {id: editor-2, name: Two}]
            groups: [{id: editors, members: [editor-1]}, {id: secret-group, members: [editor-2]}]

            """
        let kept = cut.values.contains { $0.contains("owner: secret-group") || $0.contains("owner: editor-2") }
        add("people.yaml", TwoSides(people, cut: kept ? people : "people: [{id: editor-1, name: One}]\n"))
    }

    private mutating func addSearchAids() {
        var synonyms = TwoSides()
        var pins = TwoSides()
        for _ in 0..<Int.random(in: 1...6, using: &words.random) {
            let set = TwoSides("  - {words: [scan, \(words.unique("mri"))]")
            synonyms += withAudience(set)
            let item = words.name(["article", "workflow"])
            let pin = withAudience(TwoSides("  - {questions: [\(words.quoted())], item: \(item), owner: editors"))
            pins += plan.isKnown(item) ? pin : pin.hiddenOnly
        }
        add("synonyms/main.yaml", synonyms.wrapped("synonyms:\n") + pins.wrapped("pins:\n"))
    }

    /// Ends an entry, with an audience or without.
    private mutating func withAudience(_ entry: TwoSides) -> TwoSides {
        guard words.chance(2) else { return entry + "}\n" }
        let audience = plan.audience(&words.random)
        let text = entry + ", audience: " + plan.list(audience) + "}\n"
        return plan.isReadable(audience) ? text : text.hiddenOnly
    }

    /// Those that no text names any more are gone without the hidden parts.
    private mutating func addFacts() {
        let texts = cut.filter { !$0.key.hasPrefix("synonyms/") }.map(\.value)
        var facts = TwoSides()
        for name in RandomWords.facts {
            let line = "  \(name): {label: L, owner: editors, values: [{value: \(words.unique("value"))}]}\n"
            facts += texts.contains { $0.contains("{{fact:\(name)}}") } ? TwoSides(line) : .hidden(line)
        }
        add("facts/main.yaml", facts.wrapped("facts:\n"))
    }
}
