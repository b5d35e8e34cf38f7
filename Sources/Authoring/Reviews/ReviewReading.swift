import CommandLine
import Content
import Governance
import SearchIndex
import Time

/// Reads what there is to review, from the heads of files alone where those say enough.
struct ReviewReading {
    /// Which items are asked for.
    struct Wanted {
        var query: ItemQuery
        /// A person, with the groups they are in, or a group; nil: everybody.
        var owner: String?
        /// Ids; empty: all.
        var ids: Set<String> = []
        /// How long before it is owed a review is listed; nil: as kb.yaml says.
        var within: Period?
        /// Also what is not to be reviewed yet.
        var isEverything = false
        /// The content of these is read as well, for `ReviewHashes`.
        var needsContent = false
    }

    struct List {
        /// In order of their paths.
        var entries: [ReviewEntry]
        /// Of all items that are reviewed, whoever's they are.
        var total: Int
        /// What was read: of articles, those whose content matters.
        var base: KnowledgeBase?
        var overview: ContentOverview
        var today: CivilDate
        var now: Instant
        var owners: Set<String>?
    }

    let workspace: Workspace
    let at: String?

    func read(_ wanted: Wanted) async throws -> List {
        let overview = try ContentOverview(workspace.tree, timeZone: TimeZoneDatabase.rules)
        let configuration = overview.configuration
        let now = try MomentArgument(at).instant(in: configuration.zone)
        let today = configuration.zone.local(now).date
        let latest = today.dayNumber + (wanted.within ?? configuration.review.warn).days
        var selection = ArticleHeads.Selection { glance in
            wanted.isEverything || glance.isVerified || glance.due.map { $0 <= latest } ?? true
        }
        var heads = overview.heads.filter { $0.kind != .alert }
        let isContentNeeded = wanted.needsContent || heads.contains { $0.verified != nil }
        if isContentNeeded { selection.names = overview.shownArticles }
        if !wanted.ids.isEmpty {
            selection.isWanted = { _ in false }
            selection.names.formUnion(wanted.ids)
        }
        let articles = try await ArticleHeads(workspace.tree, configuration).read(selection, jobs: Workspace.jobs)
        let total = articles.count + heads.count
        let owners = try wanted.owner.map { try OwnerNames(overview.people).owners(namedBy: $0) }
        let clock = ItemClock(now: now, zone: configuration.zone, warnDays: configuration.review.warn.days)
        func isAsked(_ head: ItemHead) -> Bool {
            guard !head.isRetired, head.effective?.until.map({ $0 > now }) ?? true,
                owners.map({ head.owner.map($0.contains) ?? false }) ?? true,
                wanted.ids.isEmpty || wanted.ids.contains(head.id) || head.aliases.contains(where: wanted.ids.contains)
            else { return false }
            let document = head.document(configuration)
            return wanted.query.matches(document, clock.state(document))
        }
        let read = articles.heads.filter { head in
            head.verified != nil || selection.names.contains(head.id)
                || head.aliases.contains(where: selection.names.contains)
                || wanted.needsContent && isAsked(head)
        }
        heads = articles.heads.filter(isAsked) + heads.filter(isAsked)
        let base = isContentNeeded || !read.isEmpty ? try overview.base(withArticles: read.map(\.path)) : nil
        var verifier = ReviewVerifier(base)
        var entries: [ReviewEntry] = []
        for head in heads {
            let entry = ReviewEntry(
                head, try verifier.verification(of: head), configuration, warn: wanted.within, today: today)
            if wanted.isEverything || entry.standing != .current { entries.append(entry) }
        }
        try base?.checkReading()
        return List(
            entries: entries, total: total, base: base, overview: overview, today: today, now: now, owners: owners)
    }

}

extension ReviewEntry {
    fileprivate init(
        _ head: ItemHead, _ verification: Verification, _ configuration: Configuration, warn: Period?, today: CivilDate
    ) {
        self.init(
            id: head.id, kind: head.kind.rawValue, title: head.title ?? head.id, path: head.path, line: head.line,
            owner: head.owner, risk: head.risk.rawValue, language: head.language, from: head.effective?.from,
            last: head.last, every: head.reviewInterval(configuration.review), verification: verification,
            warn: warn ?? configuration.review.warn, today: today)
    }
}

extension ItemHead {
    /// As queries look at it.
    fileprivate func document(_ configuration: Configuration) -> IndexDocument {
        var document = IndexDocument(
            id: id, kind: kind.rawValue, title: title ?? id, path: path, line: line, version: "")
        document.owner = owner
        document.audience = audience
        document.category = category
        document.risk = risk.rawValue
        document.language = language ?? configuration.languages.first ?? ""
        document.type = type
        document.topics = topics
        document.effective = effective ?? InstantRange()
        document.review = IndexDocument.Review(
            last: last, every: reviewInterval(configuration.review).days, due: reviewDue(configuration.review),
            verified: verified)
        return document
    }
}
