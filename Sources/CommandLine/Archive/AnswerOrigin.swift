import Presentation
package import Time

/// Where an answer of earlier times comes from.
package struct AnswerOrigin: Sendable {
    /// The moment that was asked about; nil of a revision.
    package var moment: Instant?
    package var channel: String?
    /// As people name it; nil where none was made.
    package var release: String?
    package var published: Instant?
    /// 40 hexadecimal digits.
    package var commit: String
    package var committed: Instant
    package var approvals: [String]
    /// What else must be known of it, a sentence each.
    package var remarks: [String]
    package var zone: TimeZoneRules

    package init(commit: String, committed: Instant, zone: TimeZoneRules) {
        self.commit = commit
        self.committed = committed
        self.zone = zone
        approvals = []
        remarks = []
    }

    /// For people; each line ends with a line break.
    func lines(width: Int) -> String {
        var parts: [String] = []
        if let moment { parts.append("As of \(zone.local(moment))") }
        if let release, let published {
            parts.append("release \(release) of \(zone.local(published))")
        } else if let channel {
            parts.append("channel \(channel)")
        }
        parts.append("commit \(commit.prefix(10)) of \(zone.local(committed))")
        let head = parts.joined(separator: ", ") + "."
        var sentences = [head.prefix(1).uppercased() + head.dropFirst()]
        if !approvals.isEmpty { sentences.append("Approved: " + approvals.joined(separator: "; ") + ".") }
        return (sentences + remarks).flatMap { TextWrap.lines(of: $0, width: max(width, 40), hanging: 2) }
            .map { $0 + "\n" }.joined()
    }

    /// The member `as_of` of a JSON answer.
    var member: JSONValue.Member {
        .init(
            "as_of",
            [
                "moment": moment.map { .string(zone.offsetText($0)) }, "channel": channel.map { .string($0) },
                "release": release.map { .string($0) }, "published": published.map { .string(zone.offsetText($0)) },
                "commit": .string(commit), "committed": .string(zone.offsetText(committed)),
                "approvals": .array(approvals.map { .string($0) }), "remarks": .list(remarks.map { .string($0) }),
            ])
    }
}
