package import Decisions
package import Time

/// All that answers one topic, as it is in force together.
package struct TopicEntries: Sendable {
    /// An article that requires something, or an outcome of a workflow.
    package struct Place: Sendable {
        package let item: ItemRecord
        /// The name of the outcome step; nil for an article.
        package let step: String?
        /// Where what it requires stands, or else the outcome.
        package let range: Range<Int>
        /// Where each requirement stands, by id.
        package let requirements: [String: Range<Int>]
    }

    package let topic: String
    package let range: InstantRange
    /// Articles that answer the same callers and require the same are one.
    package let entries: [EntryPoint]
    /// In the same order; of each entry all places, of which there is one at least.
    package let places: [[Place]]
    package let library: FlowLibrary
    /// All that a caller's context may hold.
    package let fields: [ContextField]

    /// The entries of every topic, for each time in which none of them changes.
    package static func all(of base: KnowledgeBase) -> [TopicEntries] {
        let flows = FlowEditions(base)
        var topics: [String: [Source]] = [:]
        var order: [String] = []
        for item in base.items where item.translation == nil && !item.isRetired {
            guard let demands = item.demands, let range = base.effectiveRange(item) else { continue }
            for topic in demands.topics {
                if topics[topic] == nil { order.append(topic) }
                topics[topic, default: []].append(Source(item: item, demands: demands, range: range))
            }
        }
        var known: [String: [FlowEditions.Edition]] = [:]
        return order.flatMap { topic -> [TopicEntries] in
            let sources = topics[topic]!
            // Where one article alone answers and requires one thing, nothing can be left out or in the wrong order.
            let isDull = sources.count == 1 && !sources[0].item.isWorkflow && sources[0].demands.requires.count < 2
            if isDull { return [] }
            for source in sources where source.item.isWorkflow && known[source.item.id.value] == nil {
                known[source.item.id.value] = flows.editions(of: source.item.id.value)
            }
            return parts(sources, known).map { TopicEntries(topic, sources, known, $0, base) }
        }
    }

    private struct Source {
        let item: ItemRecord
        let demands: ItemRecord.Demands
        let range: InstantRange
    }

    /// All time, cut where something that answers the topic begins or ends.
    private static func parts(_ sources: [Source], _ known: [String: [FlowEditions.Edition]]) -> [InstantRange] {
        var cuts: Set<Instant> = []
        let editions = Set(sources.map(\.item.id.value)).sorted().flatMap { known[$0] ?? [] }
        for range in sources.map(\.range) + editions.map(\.range) {
            for moment in [range.from, range.until] { if let moment { cuts.insert(moment) } }
        }
        let borders: [Instant?] = [nil] + cuts.sorted().map { $0 } + [nil]
        return zip(borders, borders.dropFirst()).map { InstantRange(from: $0, until: $1) }
    }

    private init(
        _ topic: String, _ sources: [Source], _ known: [String: [FlowEditions.Edition]], _ range: InstantRange,
        _ base: KnowledgeBase
    ) {
        var entries: [EntryPoint] = []
        var places: [[Place]] = []
        var articles: [ArticleDemands: Int] = [:]
        var flows: [DecisionFlow] = []
        for source in sources where source.range.overlaps(range) {
            let item = source.item
            guard item.isWorkflow else {
                let requirements = source.demands.requires
                let demands = ArticleDemands(source.demands)
                if let entry = articles[demands] {
                    places[entry].append(Place(item, requirements))
                    continue
                }
                articles[demands] = entries.count
                entries.append(
                    EntryPoint(
                        id: item.id.value, applies: demands.applies,
                        source: .article(requirements: demands.requirements)))
                places.append([Place(item, requirements)])
                continue
            }
            let edition = known[item.id.value]?.first { $0.item === item && $0.range.overlaps(range) }
            guard let edition else { continue }
            flows += edition.items.compactMap { edition.library[$0.id.value] }
            for step in edition.workflow.steps {
                guard case .outcome(let ending) = step.kind else { continue }
                entries.append(
                    EntryPoint(
                        id: item.id.value, applies: source.demands.applies,
                        source: .outcome(edition.flow, step: step.name.value)))
                places.append([Place(item, ending.requires, step: step.name)])
            }
        }
        self.topic = topic
        self.range = range
        self.entries = entries
        self.places = places
        library = FlowLibrary(flows)
        var fields = base.configuration.context
        for field in flows.flatMap(\.fields) where !fields.contains(where: { $0.name == field.name }) {
            fields.append(field)
        }
        self.fields = fields
    }
}

/// What an article demands, and of whom.
private struct ArticleDemands: Hashable {
    let applies: Condition?
    let requirements: [Outcome.Requirement]

    init(_ demands: ItemRecord.Demands) {
        applies = demands.applies
        requirements = demands.requires.map { .init($0.id.value, if: $0.condition) }
    }
}

extension TopicEntries.Place {
    fileprivate init(_ item: ItemRecord, _ requirements: [RequirementUse], step: Located<String>? = nil) {
        self.item = item
        self.step = step?.value
        range = step?.range ?? requirements.first?.id.range ?? item.id.range
        self.requirements = Dictionary(requirements.map { ($0.id.value, $0.id.range) }) { first, _ in first }
    }
}

extension ItemRecord {
    fileprivate var isWorkflow: Bool { kind == .workflow }
}
