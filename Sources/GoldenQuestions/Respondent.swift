package import Content
import Decisions
package import SearchIndex
package import Time

/// One build of a knowledge base for one audience, of which golden questions are asked as its readers would.
package struct Respondent {
    private let index: Index
    private let base: KnowledgeBase
    private let current: KnowledgeBase
    /// So many results are looked at for an item that is not among the first.
    private static let mostResults = 1000

    /// - Parameters:
    ///   - base: What the index was made of.
    ///   - current: The knowledge base by whose ids items are called; an earlier build may know them by others.
    package init(_ index: Index, of base: KnowledgeBase, namedAs current: KnowledgeBase) {
        self.index = index
        self.base = base
        self.current = current
    }

    package func outcome(of question: GoldenQuestion, at now: Instant) throws(IndexError) -> Outcome {
        let reader = try Reader(index, at: now, caller: caller(question.context))
        let results = try results(of: question, reader)
        let ranking = results.map { currentID($0.document.id) }
        var outcome = Outcome()
        outcome.found = results.prefix(Outcome.shownCount).map { found($0.document, reader) }
        let item = question.expectedItem.map(currentID)
        let place = item.flatMap { ranking.firstIndex(of: $0) }
        outcome.rank = place.map { $0 + 1 }
        outcome.shown = (place ?? results.indices.first).map { shown(results[$0], reader) }
        var evidence = Evidence(ranking: ranking)
        evidence.namesItem = item != nil
        evidence.subject = item != nil && place == nil ? nil : outcome.shown
        evidence.announcements = reader.announcements().map { currentID($0.id) }
        evidence.fact = { name in value(ofFact: name, reader) }
        let documents = try documents(namedBy: question, reader)
        evidence.absence = { id in absence(of: id, documents[id] ?? [], reader) }
        outcome.failures = Judge(evidence: evidence).failures(question.expected.map(named))
        return outcome
    }

    /// Looks further down the ranking only where an expectation is not decided by its beginning.
    private func results(of question: GoldenQuestion, _ reader: Reader) throws(IndexError) -> [Search.Result] {
        let search = Search(reader)
        let limit = max(Outcome.shownCount, question.expected.compactMap(\.count).max() ?? 0)
        let first = try search.answer(question.ask.value, limit: limit).results
        let ids = Set(first.map { currentID($0.document.id) })
        let isDecided = question.expected.allSatisfy { expectation in
            switch expectation {
            case .first(let id), .within(let id, _): ids.contains(currentID(id.value))
            case .absent(_, let n): n != nil
            case .nothing, .says, .fact, .alert: true
            }
        }
        if isDecided || first.count < limit { return first }
        return try search.answer(question.ask.value, limit: Respondent.mostResults).results
    }

    /// A field or a value that this build does not have is not known of its callers.
    private func caller(_ context: [TestContextEntry]) -> CallerContext {
        var caller: CallerContext = [:]
        for entry in context {
            let field = index.context.first { $0.name == entry.field.value }
            caller[entry.field.value] = field?.value(entry.value.value)
        }
        return caller
    }

    private func currentID(_ id: String) -> String { current.resolve(id) ?? id }

    /// An expectation with the current id of the item it names.
    private func named(_ expectation: GoldenQuestion.Expectation) -> GoldenQuestion.Expectation {
        func current(_ id: Located<String>) -> Located<String> { Located(currentID(id.value), range: id.range) }
        switch expectation {
        case .first(let id): return .first(current(id))
        case .within(let id, let n): return .within(current(id), n)
        case .absent(let id, let n): return .absent(current(id), n)
        case .alert(let id): return .alert(current(id))
        case .nothing, .says, .fact: return expectation
        }
    }

    private func found(_ document: IndexDocument, _ reader: Reader) -> Outcome.Found {
        Outcome.Found(
            id: currentID(document.id), kind: document.kind, title: reader.filled(document.title), path: document.path,
            line: document.line)
    }

    private func shown(_ result: Search.Result, _ reader: Reader) -> ShownAnswer {
        let document = result.document
        var shown = ShownAnswer(id: currentID(document.id))
        shown.answer = (document.answer ?? document.alert?.message).map { reader.filled($0) }
        shown.say = document.say.map { reader.filled($0) }
        shown.passage = result.passage?.text
        shown.alerts = result.alerts.map { alert in
            ShownAnswer.Alert(
                id: currentID(alert.id), message: reader.filled(alert.alert?.message ?? ""),
                say: alert.say.map { reader.filled($0) })
        }
        return shown
    }

    private func value(ofFact name: String, _ reader: Reader) -> String? {
        let value = reader.filled("{{fact:\(name)}}")
        return value.hasPrefix("[no value of") ? nil : value
    }
}

extension Respondent {
    /// What the index holds of the items that a question names, by their current ids.
    private func documents(
        namedBy question: GoldenQuestion, _ reader: Reader
    ) throws(IndexError) -> [String: [IndexDocument]] {
        var documents: [String: [IndexDocument]] = [:]
        for expectation in question.expected {
            guard let id = expectation.item.map(currentID) else { continue }
            for name in names(of: id) where documents[id, default: []].isEmpty {
                documents[id] = try index.documents(named: name)
            }
        }
        return documents
    }

    /// The ids by which this build may know an item.
    private func names(of id: String) -> [String] { [id] + current.editions(of: id).flatMap(\.aliases).map(\.value) }

    /// Of several editions, the one that is nearest to being found says why.
    private func absence(of id: String, _ documents: [IndexDocument], _ reader: Reader) -> Absence {
        guard !documents.isEmpty else {
            let editions = names(of: id).lazy.map { base.editions(of: $0) }.first { !$0.isEmpty } ?? []
            return editions.isEmpty ? .missing : .notForAudience(editions[0].audience)
        }
        var absences: [Absence] = []
        for document in documents {
            let range = document.alert.map { InstantRange(from: $0.from, until: $0.until) } ?? document.effective
            switch reader.state(document) {
            case .review:
                if reader.isWithheld(document) { return .withheld }
                return reader.verdict(document.applies) == .fails ? .hidden(hidingFields(document, reader)) : .notFound
            case .future: absences.insert(.notYetInForce(from: range.from.map(index.zone.readable) ?? ""), at: 0)
            case .expired: absences.append(.expired(at: range.until.map(index.zone.readable) ?? ""))
            case .retired: absences.append(.retired)
            }
        }
        return absences[0]
    }

    private func hidingFields(_ document: IndexDocument, _ reader: Reader) -> String {
        (document.applies?.fields ?? []).sorted().compactMap { field in
            reader.caller[field].map { "\(field)=\($0.text)" }
        }.joined(separator: ", ")
    }
}

extension GoldenQuestion {
    /// The item that must answer, where one is named: what is said of the answer is said of its.
    package var expectedItem: String? {
        var within: [String] = []
        for expectation in expected {
            switch expectation {
            case .first(let id): return id.value
            case .within(let id, _): within.append(id.value)
            default: break
            }
        }
        return within.first
    }
}

extension GoldenQuestion.Expectation {
    /// The id of the item it names.
    package var item: String? {
        switch self {
        case .first(let id), .within(let id, _), .absent(let id, _), .alert(let id): id.value
        case .nothing, .says, .fact: nil
        }
    }

    /// How many results from the top it is about.
    fileprivate var count: Int? {
        switch self {
        case .first: 1
        case .within(_, let n): n
        case .absent(_, let n): n
        case .nothing, .says, .fact, .alert: nil
        }
    }
}
