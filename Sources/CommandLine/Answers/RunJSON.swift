import Decisions
import Presentation
import SearchIndex
import Time

/// The answer of `kb run --format json`: the steps up to the next question, the outcome or the place where no way leads on.
struct RunJSON {
    let session: RunSession
    let reader: Reader
    let language: String?
    let position: RunPosition
    private let item: ItemJSON
    private let words: StepWords

    private var workflow: GuidedWorkflow { session.workflow }

    /// - Parameter reader: Of the session's caller.
    init(_ session: RunSession, _ reader: Reader, language: String?) {
        self.session = session
        self.reader = reader
        self.language = language
        position = session.position
        item = ItemJSON(reader: reader)
        words = StepWords(workflow: session.workflow)
    }

    /// Where there is no workflow to run.
    static func nothing(_ reader: Reader) -> JSONValue {
        ["version": 1, "steps": [], "at": .string(ItemJSON(reader: reader).moment(reader.now))]
    }

    func answer() throws(IndexError) -> JSONValue {
        let edition = workflow.edition
        let caller = session.caller
        let known = workflow.fields.compactMap { field in
            caller[field.name].map { JSONValue.Member(field.name, item.value($0)) }
        }
        let ending = try ending()
        let note = ending.map { CallNote(session: session, position: position, ending: $0, reader: reader) }
        return [
            "version": 1, "steps": .array(try steps()),
            "workflow": .object(place(edition) + [JSONValue.Member("version", .string(edition.logic.version))]),
            "at": .string(item.moment(reader.now)), "context": .object(known),
            "asked": .array(position.asked.map { .string($0) }),
            "announcements": .list(reader.announcements().map(item.alert)),
            "summary": note.map { .string($0.lines.joined(separator: "\n")) },
        ]
    }

    func steps() throws(IndexError) -> [JSONValue] {
        position.path.map { .object(passed($0)) } + [.object(try last())]
    }

    private func ending() throws(IndexError) -> RunEnding? {
        guard case .outcome(let arrival) = position.state else { return nil }
        return try RunEnding(arrival, workflow, reader, language: language)
    }

    private func place(_ edition: GuidedWorkflow.Edition) -> [JSONValue.Member] {
        var place = item.place(edition.logic)
        if let title = place.firstIndex(where: { $0.name == "title" }) {
            place[title].value = .string(reader.filled(edition.texts.title))
        }
        return place
    }

    /// The workflow and the step in it, and how far the run has come there.
    private func head(_ location: FlowLocation, _ type: String, _ state: String) -> [JSONValue.Member] {
        (workflow.editions[location.flow].map { place($0) } ?? [])
            + item.members([("step", .string(location.step)), ("type", .string(type)), ("state", .string(state))])
    }

    private func texts(_ texts: StepTexts) -> [JSONValue.Member] {
        item.members([("say", item.filled(texts.say)), ("help", item.filled(texts.help))])
    }

    private func passed(_ passage: RunPosition.Passage) -> [JSONValue.Member] {
        let location = passage.location
        let texts = workflow.texts(of: location)
        switch workflow.step(location)?.kind {
        case .question(let name, _):
            let value = session.caller[name]
            let field = workflow.field(name)
            return head(location, "question", "passed")
                + item.members([
                    ("ask", item.filled(texts.ask)), ("field", .string(name)),
                    ("answer", value.flatMap { value in field.map { answer(value, $0) } }),
                    ("asked", .bool(passage.asks != nil)),
                ])
        case .call(let callee, let continuations):
            let outcome = passage.location.ordinal.flatMap { ordinal in
                continuations.indices.contains(ordinal) ? continuations[ordinal].outcome : nil
            }
            let called = workflow.editions[callee]
            return head(location, "call", "passed") + self.texts(texts)
                + item.members([
                    ("called", .string("\(callee)@\(called?.logic.version.prefix(12) ?? "")")),
                    ("outcome_step", outcome.map { .string($0) }),
                    ("outcome", item.filled(outcome.flatMap { called?.texts(of: $0).outcome })),
                ])
        default: return head(location, "branch", "passed") + self.texts(texts)
        }
    }

    private func last() throws(IndexError) -> [JSONValue.Member] {
        switch position.state {
        case .question(let question):
            let texts = workflow.texts(of: question.location)
            let reasons = words.reasons(for: question, at: position, session.caller)
            return head(question.location, "question", "open")
                + item.members([
                    ("ask", item.filled(words.ask(question.field, at: question.location))),
                    ("field", .string(question.field.name)),
                ]) + domain(question.field) + self.texts(texts)
                + item.members([("why", item.texts(reasons.map { reader.filled($0) }))])
                + (try surroundings(texts.article, texts.section))
        case .outcome: return try outcome()
        case .stopped(let stop, let location):
            return head(location, "stop", "stopped")
                + item.members([("reason", .string(stop.name)), ("message", .string(stop.sentence(at: location)))])
        }
    }

    private func answer(_ value: ContextValue, _ field: ContextField) -> JSONValue {
        ["value": item.value(value), "label": .string(field.words(of: value))]
    }

    /// What can be answered.
    private func domain(_ field: ContextField) -> [JSONValue.Member] {
        let typed = TypedAnswer(field: field, source: nil, today: reader.index.zone.local(reader.now).date)
        let values = typed.listed + (field.allowsUnknown ? [.unknown] : [])
        var bounds: [JSONValue.Member] = []
        let type: String
        switch field.domain {
        case .choice: type = "choice"
        case .boolean: type = "boolean"
        case .integer(let range):
            type = "integer"
            bounds = [.init("min", .integer(range.lowerBound)), .init("max", .integer(range.upperBound))]
        case .date(let range):
            type = "date"
            bounds = [
                .init("min", item.value(.date(range.lowerBound))), .init("max", item.value(.date(range.upperBound))),
            ]
        }
        return [.init("field_type", .string(type))] + bounds
            + item.members([
                ("answers", .list(values.map { answer($0, field) })),
                ("days_until", field.daysUntil.map { .string($0) }),
            ])
    }

    private func outcome() throws(IndexError) -> [JSONValue.Member] {
        guard let ending = try ending() else { return [] }
        let handoff = ending.handoff
        return head(ending.arrival.location, "outcome", "reached")
            + item.members([("outcome", .string(reader.filled(ending.text)))]) + texts(ending.texts)
            + item.members([
                ("requires", .list(ending.required.map { .object(requirement($0)) })),
                (
                    "may_require",
                    .list(
                        ending.open.map { .object(requirement($0) + [.init("if", item.condition($1))]) })
                ),
                (
                    "handoff",
                    handoff.map { handoff in
                        [
                            "to": .string(handoff.to),
                            "with": .list(
                                ending.handedOver.map { ["id": .string($0.id), "label": .string($0.label)] }),
                            "desks": .list(ending.desks.map { DeskJSON(item: item).desk($0) }),
                        ]
                    }
                ),
            ]) + (try surroundings(ending.arrival.outcome.article, ending.texts.section))
    }

    private func requirement(_ requirement: RunEnding.Requirement) -> [JSONValue.Member] {
        item.members([
            ("id", .string(requirement.id)), ("label", .string(requirement.label)),
            ("team", requirement.teamID.map { .string($0) }), ("due", requirement.due.map { .string($0) }),
        ])
    }

    /// What stands beside a step: its article, alerts and escalations.
    private func surroundings(_ name: String?, _ section: String?) throws(IndexError) -> [JSONValue.Member] {
        let json = DeskJSON(item: item)
        var documents = position.stack.compactMap { workflow.editions[$0.flow]?.logic }
        var article: JSONValue?
        if let name, let document = try reader.current(name, language: language) {
            documents.append(document)
            article = json.article(document, section)
        }
        var seen: Set<String> = []
        var alerts: [JSONValue] = []
        var escalations: [JSONValue] = []
        for document in documents {
            for alert in reader.alerts(beside: document) where seen.insert("alert \(alert.id)").inserted {
                alerts.append(item.alert(alert))
            }
            for escalation in reader.escalations(of: document)
            where seen.insert("desk \(escalation.id)").inserted {
                let desks = try reader.desks(escalation.id, language: language)
                if !desks.isEmpty { escalations.append(json.escalation(escalation, desks)) }
            }
        }
        return item.members([("article", article), ("alerts", .list(alerts)), ("escalate", .list(escalations))])
    }
}
