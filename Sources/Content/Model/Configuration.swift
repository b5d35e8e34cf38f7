package import Decisions
package import Time

/// What kb.yaml declares for the whole knowledge base.
package struct Configuration: Sendable {
    package struct Requirement: Sendable {
        package var id: Located<String>
        package var label: String?
        package var team: Located<String>?
        package var after: [Located<String>]
        /// By when, in words.
        package var due: String?
    }

    package struct ReviewPolicy: Sendable {
        package var every = Period(hours: 365 * 24)
        package var warn = Period(hours: 14 * 24)
        package var byRisk: [Item.Risk: Period] = [:]
        /// Whether overdue content is withheld from readers, where `overdue` names the risk.
        package var withholdsByRisk: [Item.Risk: Bool] = [:]
        package var withholdsOthers = false
        /// Whether reviews are to be bound to what was reviewed, where `verified` names the risk.
        package var bindsByRisk: [Item.Risk: Bool] = [:]
        package var bindsOthers = false
        /// How many reviews of one owner's items on one day are believed.
        package var mostPerDay = 20

        /// Whether a review of content of this risk is to be bound to what was reviewed.
        package func mustBind(_ risk: Item.Risk) -> Bool { bindsByRisk[risk] ?? bindsOthers }

        package func interval(_ risk: Item.Risk) -> Period { byRisk[risk] ?? every }

        /// Whether overdue content of this risk is withheld from readers.
        package func withholds(_ risk: Item.Risk) -> Bool { withholdsByRisk[risk] ?? withholdsOthers }
    }

    /// Readers who are given the same releases.
    package struct Channel: Hashable, Sendable {
        package var name: String
        /// One index is built for each.
        package var audiences: [String]
        /// The branch that it is published from; nil: any.
        package var branch: String?

        package init(name: String, audiences: [String], branch: String? = nil) {
            self.name = name
            self.audiences = audiences
            self.branch = branch
        }
    }

    package struct Limits: Sendable {
        package var documentBytes = 1 << 20
        package var answerCharacters = 300
        package var sentenceWords = 35
    }

    package var name = "Knowledge base"
    package var zone = TimeZoneRules.utc
    /// The zone's name, where no such zone is known.
    package var unknownZone: Located<String>?
    package var languages: [String] = ["en"]
    /// The age from which an index warns that it is old; nil for none.
    package var maxAge: Period?
    /// The audiences that each audience includes, itself among them.
    package var audiences: [String: Set<String>] = [:]
    package var context: [ContextField] = []
    package var requirements: [Requirement] = []
    package var review = ReviewPolicy()
    /// Who approves which changes; the first that matches decides.
    package var approval: [ApprovalRule] = []
    /// As kb.yaml declares them.
    package var declaredChannels: [Channel] = []
    package var limits = Limits()
    package var references: [Reference] = []

    package init() {}

    /// Where none is declared, each audience is a channel.
    package var channels: [Channel] {
        if !declaredChannels.isEmpty { return declaredChannels }
        return audiences.keys.sorted().map { Channel(name: $0, audiences: [$0]) }
    }

    /// A reader of this audience sees everything of it and of those it includes.
    package func includes(_ reader: String, _ audience: String) -> Bool {
        reader == audience || audiences[reader]?.contains(audience) == true
    }

    /// When an edition is in force; nil where one of its times does not exist.
    package func range(of effective: Effective?) -> InstantRange? {
        range(from: effective?.from?.value, until: effective?.until?.value)
    }

    package func range(from: Moment?, until: Moment?) -> InstantRange? {
        var range = InstantRange()
        do throws(LocalTimeError) {
            range.from = try from?.instant(in: zone)
            range.until = try until?.instant(in: zone)
        } catch {
            return nil
        }
        return range
    }
}

extension Item {
    /// How long a review of this item holds: what it says itself, else the policy for its risk.
    package func reviewInterval(_ policy: Configuration.ReviewPolicy) -> Period {
        review?.every?.value ?? policy.interval(risk)
    }

    /// The day by which its next review is owed; nil when it was never reviewed.
    package func reviewDue(_ policy: Configuration.ReviewPolicy) -> CivilDate? {
        review?.last.map { $0.value.adding(days: reviewInterval(policy).days) }
    }
}
