import Decisions
import Governance
import Presentation
import SearchIndex
import Time

/// The answer of `kb show --format json`.
struct ShowJSON {
    let reader: Reader

    func answer(_ documents: [IndexDocument]) -> JSONValue {
        [
            "version": 1, "items": .array(documents.map(item)),
            "at": .string(ItemJSON(reader: reader).moment(reader.now)),
        ]
    }

    func item(_ document: IndexDocument) -> JSONValue {
        let json = ItemJSON(reader: reader)
        let isWithheld = reader.isWithheld(document)
        return .object(
            json.place(document) + head(document, json)
                + (isWithheld ? [] : content(document, json) + details(document, json)))
    }

    private func head(_ document: IndexDocument, _ json: ItemJSON) -> [JSONValue.Member] {
        json.members([
            ("version", .string(document.version)), ("state", .string(reader.state(document).name)),
            ("type", document.type.map { .string($0) }), ("owner", document.owner.map { .string($0) }),
            ("audience", json.texts(document.audience)), ("risk", .string(document.risk)),
            ("status", .string(document.isRetired ? "retired" : "active")),
            ("replaced_by", document.replacedBy.map { .string($0) }), ("aliases", json.texts(document.aliases)),
            ("language", .string(document.language)), ("effective", effective(document.effective, json)),
            ("review", document.review.map { review($0, document) }),
            ("category", document.category.map { .string($0) }), ("topics", json.texts(document.topics)),
            ("applies", document.applies.map(json.condition)),
            ("alerts", .list(reader.alerts(beside: document).map(json.alert))),
        ])
    }

    private func content(_ document: IndexDocument, _ json: ItemJSON) -> [JSONValue.Member] {
        let body = reader.blocks(of: document).map { reader.filled($0.markdown, under: $0.applies) }
            .joined(separator: "\n\n")
        let bans = document.neverSay.map { ban -> JSONValue in
            ["text": .string(ban.text), "instead": json.filled(ban.instead)]
        }
        return json.members([
            ("answer", json.filled(document.answer)), ("say", json.filled(document.say)), ("never_say", .list(bans)),
            ("body", body.isEmpty ? nil : .string(body)), ("questions", json.texts(document.questions)),
            ("keywords", json.texts(document.keywords)), ("requires", conditional(document.requires, "id", json)),
            ("escalate", conditional(document.escalate, "to", json)),
            ("sources", .list(document.sources.map { ["cite": .string($0)] })),
            ("related", json.texts(document.related)),
            ("attachments", .list(reader.attachments(of: document).map { ["file": .string($0)] })),
        ])
    }

    private func details(_ document: IndexDocument, _ json: ItemJSON) -> [JSONValue.Member] {
        let own = document.details.map { JSONValue.Member($0.name, JSONValue($0.value, reader)) }
        guard let alert = document.alert else { return own }
        return own
            + json.members([
                ("severity", .string(alert.severity)), ("message", json.filled(alert.message)),
                ("from", alert.from.map { .string(json.moment($0)) }),
                ("until", alert.until.map { .string(json.moment($0)) }),
            ])
    }

    private func conditional(
        _ values: [IndexDocument.Conditional], _ name: String, _ json: ItemJSON
    ) -> JSONValue? {
        .list(
            values.filter { reader.verdict($0.condition) != .fails }.map { value in
                .object(json.members([(name, .string(value.id)), ("if", value.condition.map(json.condition))]))
            })
    }

    private func effective(_ range: InstantRange, _ json: ItemJSON) -> JSONValue? {
        guard range != InstantRange() else { return nil }
        return [
            "from": range.from.map { .string(json.moment($0)) }, "until": range.until.map { .string(json.moment($0)) },
        ]
    }

    private func review(_ review: IndexDocument.Review, _ document: IndexDocument) -> JSONValue {
        [
            "state": .string(reader.reviewState(document).rawValue),
            "last": review.last.map { .string($0.description) },
            "every": .string("\(review.every)d"), "due": review.due.map { .string($0.description) },
            "verified": review.verified.map { .string($0) },
        ]
    }
}
