import Content
import Decisions
import Diagnostics

/// KB506
struct IncompleteAnswerRule: BaseRule {
    static let id = RuleID("KB506", "incomplete-answer")
    static let severity = Severity.error
    static let summary = "Whatever answers a topic requires of a caller what all else on the topic requires of them."
    static let why = """
        One scheduler asks for the referral, the next for the payer's authorisation, the third explains the preparation. Each \
        is right, and what a caller is told depends on whose article was opened. What is required of a caller is the same \
        wherever an agent looks, and in the order in which it has to be there.
        """
    static let examples = RuleExamples(
        valid: [
            RuleExample([
                "articles/scan.md": article("scan", "[referral, {id: authorisation, if: {payer: commercial}}]"),
                "articles/plans.md": article(
                    "plans", "[referral, {id: authorisation, if: {payer: commercial}}]"),
            ]),
            // Nobody is answered by both.
            RuleExample([
                "articles/scan.md": article("scan", "[referral]", applies: "{payer: medicare}"),
                "articles/plans.md": article(
                    "plans", "[referral, authorisation]", applies: "{payer: commercial}"),
            ]),
        ],
        invalid: [
            RuleExample([
                "articles/scan.md": article("scan", "[↓referral]"),
                "articles/plans.md": article(
                    "plans", "[referral, {id: authorisation, if: {payer: commercial}}]"),
            ]),
            RuleExample([
                "workflows/visit.yaml": WorkflowExample.text().replacing("steps:", with: "topics: [scan]\nsteps:")
                    .replacing("book: {", with: "book: {requires: [referral], ")
                    .replacing("call: {", with: "↓call: {requires: [referral], "),
                "articles/scan.md": article("scan", "[referral, {id: authorisation, if: {urgency: urgent}}]"),
                "articles/plans.md": article(
                    "plans", "[referral, {id: authorisation, if: {urgency: urgent}}]", applies: "{urgency: urgent}"),
            ]),
            RuleExample("articles/scan.md", article("scan", "[↓authorisation, referral]")),
        ])

    private static func article(_ id: String, _ requires: String, applies: String? = nil) -> String {
        RuleExample.articleText(
            "id: \(id)\ntopics: [scan]\nrequires: \(requires)" + (applies.map { "\napplies: \($0)" } ?? ""))
    }

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        let requirements = context.configuration.requirements
        let predecessors = Dictionary(requirements.map { ($0.id.value, $0.after.map(\.value)) }) { first, _ in first }
        var told: Set<Defect> = []
        var pairs = 0
        for topic in TopicEntries.all(of: base) where !topic.entries.isEmpty {
            pairs += topic.entries.count * topic.entries.count
            guard topic.entries.count <= CompleteAnswersText.mostEntries, pairs <= IncompleteAnswerRule.mostPairs
            else {
                undecided(topic, &told, &report)
                continue
            }
            let text = CompleteAnswersText(topic)
            let answers = CompleteAnswers(
                topic.entries, fields: topic.fields, after: predecessors, in: topic.library)
            for omission in answers.omissions {
                let rivals = omission.demandedBy.map { topic.places[$0][0] }
                let related = rivals.prefix(IncompleteAnswerRule.mostRelated).map { rival in
                    let range = rival.requirements[omission.requirement] ?? rival.range
                    return Diagnostic.Related(
                        Location(path: rival.item.path, range: range), "\(rival.name) requires it")
                }
                for place in topic.places[omission.entry]
                where told.insert(Defect(place, omission.requirement)).inserted {
                    report.add(
                        text.omission(omission, of: place, rivals[0]), in: place.item, at: place.range,
                        related: related)
                }
            }
            for misorder in answers.misorders {
                for place in topic.places[misorder.entry]
                where told.insert(Defect(place, misorder.requirement, misorder.prerequisite)).inserted {
                    report.add(
                        text.misorder(misorder), in: place.item,
                        at: place.requirements[misorder.requirement] ?? place.range)
                }
            }
            for (entry, field) in answers.conflicting.sorted(by: { $0.key < $1.key }) {
                for place in topic.places[entry] where told.insert(Defect(place, "", field)).inserted {
                    report.add(.conflict(field, of: place, topic), in: place.item, at: place.range, severity: .warning)
                }
            }
            if answers.isUndecided { undecided(topic, &told, &report) }
        }
    }

    private func undecided(_ topic: TopicEntries, _ told: inout Set<Defect>, _ report: inout Report) {
        let place = topic.places[0][0]
        guard told.insert(Defect(place, "")).inserted else { return }
        report.add(.undecided(topic.topic), in: place.item, at: place.range, severity: .warning)
    }

    /// Over all topics and times.
    private static let mostPairs = 500_000
    /// So many other places are shown beside a finding.
    private static let mostRelated = 3
}

/// One that several editions may have in common.
private struct Defect: Hashable {
    let path: String
    let offset: Int
    let requirement: String
    let prerequisite: String?

    init(_ place: TopicEntries.Place, _ requirement: String, _ prerequisite: String? = nil) {
        path = place.item.path
        offset = place.range.lowerBound
        self.requirement = requirement
        self.prerequisite = prerequisite
    }
}

extension Message {
    fileprivate static func conflict(_ field: String, of place: TopicEntries.Place, _ topic: TopicEntries) -> Message {
        Message(
            "\(place.name) cannot be held against the rest of the topic '\(topic.topic)', where the field '\(field)' is "
                + "declared otherwise",
            help: "give one of the fields another name, or declare it in kb.yaml")
    }

    fileprivate static func undecided(_ topic: String) -> Message {
        Message(
            "it was not decided within the budget whether all that answers the topic '\(topic)' requires the same",
            help: "split the topic, or its workflows with 'call', so that less is held together")
    }
}
