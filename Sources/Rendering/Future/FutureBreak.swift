package import Content
package import Time

/// A test, a proof or a topic that holds up to a moment, and from then on does not.
package struct FutureBreak: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case question, scenario, proof
        /// What answers to one topic require of a caller.
        case answers
        /// What time alone makes wrong, such as the key of a quiz.
        case content

        var noun: String {
            switch self {
            case .question: "golden question"
            case .scenario: "scenario"
            case .proof: "proof"
            case .answers: "topic"
            case .content: "finding"
            }
        }
    }

    package let kind: Kind
    /// Of the item that is expected or that it is about, or a topic.
    package let id: String
    /// The question, or who calls; what it is called.
    package let title: String
    package let path: String
    package let line: Int
    /// The first moment looked at at which it does not hold; nil: it does not hold now.
    package let at: Instant?
    /// What does not hold, a sentence each.
    package let messages: [String]
    /// What changes by itself at that moment.
    package let because: [ComingChange]

    package init(
        _ kind: Kind, id: String, title: String, path: String, line: Int, at: Instant?, messages: [String],
        because: [ComingChange]
    ) {
        self.kind = kind
        self.id = id
        self.title = title
        self.path = path
        self.line = line
        self.at = at
        self.messages = messages
        self.because = because
    }
}

/// What will break by itself within a time.
package struct FutureReport: Sendable {
    /// What does not hold now, then the others in order of time.
    package let breaks: [FutureBreak]
    package let now: Instant
    /// Up to when it was looked.
    package let until: Instant
    package let zone: TimeZoneRules
    /// How many moments were looked at.
    package let moments: Int
    /// So many more were not.
    package let momentsLeftOut: Int
    /// How many tests, proofs and topics were held against them.
    package let count: Int
    /// So many tests name a moment of their own, at which 'kb test' plays them.
    package let fixedCount: Int

    package init(
        _ breaks: [FutureBreak], now: Instant, until: Instant, zone: TimeZoneRules, moments: Int, momentsLeftOut: Int,
        count: Int, fixedCount: Int
    ) {
        self.breaks = breaks.sorted { left, right in
            (left.at?.seconds ?? .min, left.path, left.line, left.kind.rawValue, left.id)
                < (right.at?.seconds ?? .min, right.path, right.line, right.kind.rawValue, right.id)
        }
        self.now = now
        self.until = until
        self.zone = zone
        self.moments = moments
        self.momentsLeftOut = momentsLeftOut
        self.count = count
        self.fixedCount = fixedCount
    }

    /// One sentence without a full stop.
    package var summary: String {
        let total = "\(count) tests, proofs and topics"
        let time = "\(zone.local(until))"
        let looked =
            "\(CountText.of(moments, "moment")) looked at"
            + (momentsLeftOut == 0 ? "" : ", \(momentsLeftOut) later ones left out")
            + (fixedCount == 0
                ? "" : "; \(CountText.of(fixedCount, "test")) with a moment of their own left to 'kb test'")
        let now = breaks.count { $0.at == nil }
        guard let first = breaks.compactMap(\.at).first else {
            return (now == 0 ? "nothing of \(total) breaks" : "\(now) of \(total) do not hold now, and no other breaks")
                + " until \(time); \(looked)"
        }
        return "\(breaks.count) of \(total) break until \(time), the first on \(zone.local(first))"
            + (now == 0 ? "" : ", and \(now) do not hold now") + "; \(looked)"
    }
}
