package import Decisions
package import Time

/// What became of a workflow between two versions of a knowledge base, in a time in which no edition changes.
package struct WorkflowChange: Sendable {
    package enum Kind: Sendable {
        case added
        case removed
        /// Both versions have it: who is asked other questions or told something else.
        case compared(BehaviouralDifference)
    }

    /// What changed of all that the workflow uses.
    package enum Cause: Hashable, Sendable {
        /// A workflow's file: its own, or one that it calls.
        case file(String)
        case fact(String)
        /// What kb.yaml declares of a field.
        case field(String)
    }

    /// A question that is asked in other words; a fact in it may have another value.
    package struct Rewording: Sendable {
        package let step: String
        package let before: String
        package let after: String
    }

    package let id: String
    /// The file of the later version, or else of the earlier one.
    package let path: String
    package let line: Int
    package let range: InstantRange
    package let kind: Kind
    package let causes: [Cause]
    package let rewordings: [Rewording]
    /// The fields of both versions, for words.
    package let fields: [ContextField]

    /// Whether some caller may get something else.
    package var affectsCallers: Bool {
        switch kind {
        case .added, .removed: true
        case .compared(let difference): difference.verdict != .noCallerAffected
        }
    }

    /// `2026-07-01 to 2027-01-01`; empty where it is always so.
    package func rangeText(in zone: TimeZoneRules) -> String {
        func text(_ instant: Instant) -> String {
            let local = zone.local(instant)
            return local.secondOfDay == 0 ? local.date.description : local.description
        }
        switch (range.from, range.until) {
        case (nil, nil): return ""
        case (let from?, nil): return "from \(text(from))"
        case (nil, let until?): return "until \(text(until))"
        case (let from?, let until?): return "\(text(from)) to \(text(until))"
        }
    }
}
