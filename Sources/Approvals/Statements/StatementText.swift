import Content
import Time

extension Statement {
    private static let title = "kb statement 1"
    private static let mostEntries = 100_000

    /// The lines that are signed. Each is a name and a value, and no value holds a line end.
    package var text: String {
        var lines = [
            Statement.title, "kind \(kind.rawValue)", "by \(by)", "time \(TimeZoneRules.utc.offsetText(time))",
        ]
        lines.append("policy \(policy)")
        if let account { lines.append("account \(account)") }
        if let evidence { lines.append("evidence \(evidence)") }
        for entry in entries {
            lines += ["\(entry.action.rawValue) \(entry.path)"]
            if let from = entry.from { lines.append("from \(from)") }
            lines.append("before \(entry.before?.description ?? "nothing")")
            lines.append("after \(entry.after?.description ?? "nothing")")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// - Returns: nil unless this is the text of a statement, to the byte.
    package init?(text: String) {
        var lines = StatementLines(text)
        guard lines.take("kb") == "statement 1", let kind = lines.take("kind").flatMap(Kind.init),
            let by = lines.take("by"),
            let written = lines.take("time"), let moment = Moment(written), moment.offset == 0,
            let policy = lines.take("policy"), Statement.isHex(policy, 64)
        else { return nil }
        self.init(
            kind: kind, by: by, time: Instant(seconds: moment.local.epochSeconds), policy: policy,
            account: lines.take("account"), evidence: lines.take("evidence"), entries: [])
        while !lines.isAtEnd {
            guard entries.count < Statement.mostEntries, let entry = Statement.entry(&lines) else { return nil }
            entries.append(entry)
        }
        guard !entries.isEmpty, text.utf8.elementsEqual(self.text.utf8) else { return nil }
    }

    private static func entry(_ lines: inout StatementLines) -> Entry? {
        for action in Change.Action.allCases {
            guard let path = lines.take(action.rawValue) else { continue }
            let from = lines.take("from")
            guard let before = lines.take("before"), let after = lines.take("after"),
                let beforeName = name(before), let afterName = name(after)
            else { return nil }
            return Entry(action: action, path: path, from: from, before: beforeName, after: afterName)
        }
        return nil
    }

    /// Nil for what is no name; a name that is nil for `nothing`.
    private static func name(_ text: String) -> ContentName?? {
        if text == "nothing" { return .some(nil) }
        let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, isHex(parts[0], 40), isHex(parts[1], 64) else { return nil }
        return ContentName(blob: parts[0], digest: parts[1])
    }

    private static func isHex(_ text: String, _ count: Int) -> Bool {
        text.utf8.count == count
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}

/// Takes lines of a name and a value one after the other.
private struct StatementLines {
    private var rest: ArraySlice<Substring>

    init(_ text: String) {
        // By bytes: a character may hold a line end and something else.
        rest = text.utf8.split(separator: UInt8(ascii: "\n")).map { Substring($0) }[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// The value of the next line, if it has this name.
    mutating func take(_ name: String) -> String? {
        guard let line = rest.first, line.utf8.starts(with: (name + " ").utf8) else { return nil }
        rest.removeFirst()
        return String(Substring(line.utf8.dropFirst(name.utf8.count + 1)))
    }
}
