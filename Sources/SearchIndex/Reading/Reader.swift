package import Decisions
package import Governance
package import Time

/// Who reads an index, and when: judges at this moment what is in force, active, due and for whom.
package struct Reader {
    package let index: Index
    /// The moment at which everything is judged.
    package let now: Instant
    /// What is known of the caller.
    package let caller: CallerContext
    /// The audiences the reader belongs to; nil: whoever may read any of the index.
    package let audiences: [String]?
    private let alerts: [IndexDocument]
    private let facts: FactValues

    package init(
        _ index: Index, at now: Instant, caller: CallerContext = [:], audiences: [String]? = nil
    ) throws(IndexError) {
        self.index = index
        self.now = now
        self.caller = index.context.deriving(caller, today: index.zone.local(now).date)
        self.audiences = audiences
        alerts = try index.alerts(at: now)
        facts = FactValues(index, at: now, for: self.caller)
    }

    /// The same reader with another caller.
    package func with(_ caller: CallerContext) throws(IndexError) -> Reader {
        try Reader(index, at: now, caller: caller, audiences: audiences)
    }

    package var clock: ItemClock { ItemClock(now: now, zone: index.zone, warnDays: index.warnDays) }

    /// Everything that this reader may see, in the order of the index.
    package func documents() throws(IndexError) -> [IndexDocument] {
        var documents: [IndexDocument] = []
        for number in 0..<index.documentCount {
            let document = try index.document(number)
            if mayRead(document.audience) { documents.append(document) }
        }
        return documents
    }

    /// The ids and aliases of all that this reader may see, in order.
    package func names() throws(IndexError) -> [String] {
        var known: [Bool?] = Array(repeating: nil, count: index.facetCount)
        return try index.names { (document) throws(IndexError) in
            let number = try index.facetNumber(of: document)
            if let answer = known[number] { return answer }
            let answer = mayRead(try index.facets(number).audience)
            known[number] = answer
            return answer
        }
    }

    /// The files of an item that the reader may open.
    package func attachments(of document: IndexDocument) -> [String] {
        document.attachments.filter { mayRead($0.audience) }.map(\.file)
    }

    package func mayRead(_ audience: [String]) -> Bool {
        guard let audiences, !audience.isEmpty else { return true }
        return audiences.contains { reader in
            audience.contains { $0 == reader || index.audiences[reader]?.contains($0) == true }
        }
    }

    package func verdict(_ condition: Condition?) -> Verdict { condition?.verdict(for: caller) ?? .holds }

    /// Where an item stands at this moment.
    package func state(_ document: IndexDocument) -> ItemState { clock.state(document) }

    package func reviewState(_ document: IndexDocument) -> ReviewState { clock.reviewState(document) }

    /// Policy says that nobody is given this until its review is done.
    package func isWithheld(_ document: IndexDocument) -> Bool { isWithheld(Facets(document)) }

    func isWithheld(_ facets: Facets) -> Bool {
        facets.review != nil && index.settings.withheldRisks.contains(facets.risk)
            && clock.reviewState(facets.review) == .overdue
    }

    /// The alerts that stand beside an item now, the most severe first.
    package func alerts(beside document: IndexDocument) -> [IndexDocument] {
        alerts.filter { isActive($0) && targets($0, document) }.sorted(by: moreSevere)
    }

    /// All that is active now for this reader and caller, the most severe first.
    package func activeAlerts() -> [IndexDocument] { alerts.filter { isActive($0) }.sorted(by: moreSevere) }

    /// The notices to everyone that are active now, the most severe first.
    package func announcements() -> [IndexDocument] {
        alerts.filter { $0.alert?.isAnnouncement == true && isActive($0) }.sorted(by: moreSevere)
    }

    /// A text with its facts as they are now.
    ///
    /// - Parameter condition: What holds for every caller who is shown the text.
    package func filled(_ text: String, under condition: Condition? = nil) -> String {
        FactText.replacing(in: text) { facts.value(of: $0, under: condition) }
    }

    /// - Throws: What kept a fact from being read, or makes doubtful what was, so that such an answer is not given.
    package func check() throws(IndexError) {
        try index.check()
        if let failure = facts.failure { throw failure }
    }

    /// The blocks that are for this reader and may be for this caller.
    package func blocks(of document: IndexDocument) -> [IndexDocument.Block] {
        document.blocks.filter { mayRead($0.audience) && verdict($0.applies) != .fails }
    }

    private func isActive(_ alert: IndexDocument) -> Bool {
        mayRead(alert.audience) && state(alert) == .review(.current) && verdict(alert.applies) != .fails
    }

    private func targets(_ notice: IndexDocument, _ document: IndexDocument) -> Bool {
        guard let alert = notice.alert, !alert.isAnnouncement, document.alert == nil else { return false }
        if alert.targetsAll || alert.articles.contains(document.id) || alert.workflows.contains(document.id) {
            return true
        }
        guard let category = document.category else { return false }
        return alert.categories.contains { category == $0 || category.hasPrefix($0 + "/") }
    }

    private func moreSevere(_ left: IndexDocument, _ right: IndexDocument) -> Bool {
        let order = ["critical", "warning", "info"]
        func rank(_ document: IndexDocument) -> Int { order.firstIndex(of: document.alert?.severity ?? "") ?? 3 }
        return (rank(left), left.id) < (rank(right), right.id)
    }
}
