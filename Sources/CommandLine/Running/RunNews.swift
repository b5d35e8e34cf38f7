import Decisions
import Presentation
import SearchIndex

/// What has to be told on the way that was not told yet: alerts, escalations, what silent steps say.
struct RunNews {
    private var told: Set<String> = []

    init() {}

    mutating func lines(
        at position: RunPosition, _ view: RunText, _ caller: CallerContext
    ) throws(IndexError) -> String {
        var lines = ""
        if isNew("start") {
            for notice in view.text.reader.announcements() { lines += view.text.alert(notice) + "\n" }
            lines += view.heading(view.workflow.edition)
            let known = ContextText(view.workflow.fields).text(caller)
            if !caller.isEmpty { lines += view.text.labelled("Known:", known) }
        }
        lines += alerts(view.workflow.edition.logic, view)
        for passage in position.path { lines += passed(passage, view) }
        for frame in position.stack.dropFirst() { lines += try entered(frame, position, view) }
        lines += try besideArticle(position, view)
        return lines
    }

    private mutating func isNew(_ name: String) -> Bool { told.insert(name).inserted }

    /// Alerts beside an item. One that may count is told again when it does.
    private mutating func alerts(_ document: IndexDocument, _ view: RunText) -> String {
        let reader = view.text.reader
        var lines = ""
        for alert in reader.alerts(beside: document)
        where isNew("alert \(alert.id) \(reader.verdict(alert.applies).rawValue)") {
            lines += "\n" + view.text.alert(alert)
        }
        return lines
    }

    private mutating func escalations(
        of document: IndexDocument, _ view: RunText
    ) throws(IndexError) -> String {
        let reader = view.text.reader
        var lines = ""
        for escalation in reader.escalations(of: document) {
            let verdict = reader.verdict(escalation.condition)
            guard isNew("escalate \(escalation.id) \(verdict.rawValue)") else { continue }
            let desks = try reader.desks(escalation.id, language: view.language)
            guard !desks.isEmpty else { continue }
            lines += "\n"
            if verdict == .mayHold, let condition = escalation.condition {
                lines += view.text.paragraph("If \(view.words.text(condition)):", .note)
            }
            lines += DeskText(text: view.text).lines(desks, "Escalate to", indent: 0)
        }
        return lines
    }

    /// What a step that asked nothing says, or what a workflow that was called came to.
    private mutating func passed(_ passage: RunPosition.Passage, _ view: RunText) -> String {
        let location = passage.location
        guard let step = view.workflow.step(location) else { return "" }
        switch step.kind {
        case .question, .outcome: return ""
        case .branch:
            let advice = view.advice(view.workflow.texts(of: location))
            return !advice.isEmpty && isNew("\(location)") ? "\n" + advice : ""
        case .call(let callee, let continuations):
            guard let ordinal = passage.location.ordinal, continuations.indices.contains(ordinal),
                isNew("\(location)"), let edition = view.workflow.editions[callee]
            else { return "" }
            let texts = edition.texts(of: continuations[ordinal].outcome)
            guard let outcome = texts.outcome else { return "" }
            let title = StyledText(view.text.shown(edition.texts.title) + ": ", .dim)
            return "\n"
                + view.text.paragraph(
                    title + StyledText(view.text.shown(outcome)), hanging: 2) + view.advice(texts)
        }
    }

    /// The beginning of a workflow that another one calls.
    private mutating func entered(
        _ frame: RunPosition.Frame, _ position: RunPosition, _ view: RunText
    ) throws(IndexError) -> String {
        guard let edition = view.workflow.editions[frame.flow] else { return "" }
        guard isNew("enter \(frame.flow)") else { return alerts(edition.logic, view) }
        var lines = "\n" + view.heading(edition)
        if let depth = position.stack.firstIndex(where: { $0.flow == frame.flow }), depth > 0 {
            let caller = position.stack[depth - 1]
            lines += view.advice(view.workflow.texts(of: FlowLocation(flow: caller.flow, step: caller.step)))
        }
        return lines + alerts(edition.logic, view)
    }

    /// Alerts and escalations of the article of the step that is shown next.
    private mutating func besideArticle(_ position: RunPosition, _ view: RunText) throws(IndexError) -> String {
        let reader = view.text.reader
        let article: String?
        switch position.state {
        case .question(let question): article = view.workflow.texts(of: question.location).article
        case .outcome(let arrival): article = arrival.outcome.article
        case .stopped: article = nil
        }
        var documents = view.workflow.editions.values.map(\.logic).filter { edition in
            position.stack.contains { $0.flow == edition.id }
        }.sorted { $0.id < $1.id }
        var lines = ""
        if let article, let document = try reader.current(article, language: view.language) {
            lines += alerts(document, view)
            documents.append(document)
        }
        for document in documents {
            lines += try escalations(of: document, view)
        }
        return lines
    }
}
