package import Diagnostics
package import Time

/// What the head of a file says of an item, without its text: enough to say when and by whom it is reviewed.
package struct ItemHead: Sendable {
    package var kind: Item.Kind
    package var path: String
    /// Of its id, from 1.
    package var line: Int
    package var id: String
    package var aliases: [String] = []
    package var title: String?
    package var owner: String?
    package var audience: [String] = []
    package var language: String?
    package var category: String?
    /// The template of an article.
    package var type: String?
    package var topics: [String] = []
    package var risk: Item.Risk = .normal
    package var isRetired = false
    /// When the edition is in force; nil where one of its times does not exist.
    package var effective: InstantRange? = InstantRange()
    package var last: CivilDate?
    package var every: Period?
    package var verified: String?

    init(kind: Item.Kind, path: String, line: Int, id: String) {
        self.kind = kind
        self.path = path
        self.line = line
        self.id = id
    }

    /// - Parameter lines: Of the item's file.
    package init(_ item: Item, _ lines: LineIndex, _ configuration: Configuration) {
        self.init(
            kind: item.kind, path: item.path, line: lines.position(of: item.id.range.lowerBound).line, id: item.id.value
        )
        aliases = item.aliases.map(\.value)
        title = item.title?.value
        owner = item.owner?.value
        audience = item.audience.map(\.value)
        language = item.language?.value
        category = item.category?.value
        if case .article(let article) = item.details { type = article.type?.value }
        topics = item.topics.map(\.value)
        risk = item.risk
        isRetired = item.isRetired
        effective = configuration.range(of: item.effective)
        last = item.review?.last?.value
        every = item.review?.every?.value
        verified = item.review?.verified?.value
    }

    /// How long a review of it holds.
    package func reviewInterval(_ policy: Configuration.ReviewPolicy) -> Period { every ?? policy.interval(risk) }

    /// The day by which its next review is owed; nil when it was never reviewed.
    package func reviewDue(_ policy: Configuration.ReviewPolicy) -> CivilDate? {
        last.map { $0.adding(days: reviewInterval(policy).days) }
    }
}
