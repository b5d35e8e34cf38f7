import Content
import Diagnostics
package import GoldenQuestions
package import Presentation
import Time

/// A golden question as programs read it: the form of `schemas/output/test.schema.json`, version 1.
package struct QuestionRecord: Sendable {
    package static let version = 1

    private let played: PlayedQuestion
    private let zone: TimeZoneRules

    package init(_ played: PlayedQuestion, in report: GoldenReport) {
        self.played = played
        zone = report.zone
    }

    package var json: JSONValue {
        let question = played.question
        let context = question.context.map { JSONValue.Member($0.field.value, .string($0.value.value)) }
        return [
            "kind": "question", "path": .string(question.path), "line": .integer(played.position.line),
            "column": .integer(played.position.column), "question": .string(question.ask.value),
            "audience": question.audience.map { .string($0.value) },
            "context": context.isEmpty ? nil : .object(context),
            "at": .string(zone.offsetText(played.now)), "outcome": .string(name(played.outcome)),
            "expected": expected, "rank": played.outcome.rank.map { .integer($0) },
            "failures": played.failureRecords, "found": found(played.outcome),
            "answer": played.outcome.shown.map(answer), "change": played.change.map { .string($0.rawValue) },
            "before": played.before.map(before),
        ]
    }

    private func name(_ outcome: Outcome) -> String { outcome.isPassed ? "passed" : "failed" }

    private func before(_ outcome: Outcome) -> JSONValue {
        [
            "outcome": .string(name(outcome)), "rank": outcome.rank.map { .integer($0) }, "found": found(outcome),
            "answer": outcome.shown.map(answer),
        ]
    }

    /// As the test has it; what may be one or a list is a list.
    private var expected: JSONValue {
        var members: [JSONValue.Member] = []
        func add(_ name: String, _ value: JSONValue) {
            if let last = members.indices.last, members[last].name == name,
                case .array(let values) = members[last].value
            {
                members[last].value = .array(values + [value])
            } else {
                members.append(.init(name, .array([value])))
            }
        }
        for expectation in played.question.expected {
            switch expectation {
            case .first(let id): members.append(.init("first", .string(id.value)))
            case .nothing: members.append(.init("nothing", true))
            case .within(let id, let n): add("within", ["id": .string(id.value), "n": .integer(n)])
            case .absent(let id, let n): add("absent", ["id": .string(id.value), "n": n.map { .integer($0) }])
            case .says(let text), .fact(let text), .alert(let text): add(expectation.name, .string(text.value))
            }
        }
        return .object(members)
    }

    private func found(_ outcome: Outcome) -> JSONValue {
        .array(
            outcome.found.enumerated().map { index, item in
                [
                    "rank": .integer(index + 1), "id": .string(item.id), "kind": .string(item.kind),
                    "title": .string(item.title), "path": .string(item.path), "line": .integer(item.line),
                ]
            })
    }

    private func answer(_ shown: ShownAnswer) -> JSONValue {
        let alerts = shown.alerts.map { alert -> JSONValue in
            ["id": .string(alert.id), "message": .string(alert.message), "say": alert.say.map { .string($0) }]
        }
        return [
            "id": .string(shown.id), "answer": shown.answer.map { .string($0) },
            "say": shown.say.map { .string($0) }, "passage": shown.passage.map { .string($0) }, "alerts": .list(alerts),
        ]
    }
}

extension PlayedTest {
    /// Nil where everything holds.
    var failureRecords: JSONValue? {
        .list(
            failures.map { failure in
                let position = position(of: failure)
                return [
                    "expectation": .string(failure.expectation), "expected": .string(failure.expected),
                    "reason": .string(failure.reason.rawValue), "message": .string(failure.message),
                    "line": .integer(position.line), "column": .integer(position.column),
                ]
            })
    }
}
