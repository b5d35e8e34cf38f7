import Content
import Diagnostics

/// KB120
struct SuppressionRule: Rule {
    static let id = RuleID("KB120", "suppression")
    static let severity = Severity.warning
    static let isSafety = true
    static let summary = "A suppression names a rule and a reason, and is needed."
    static let why = """
        `kb-ignore CODE: reason` keeps a finding quiet on its line and the next. Without a reason nobody can judge it later; \
        one that is no longer needed would hide the next mistake. Safety rules cannot be suppressed.
        """
    static let examples = RuleExamples(
        valid: [.article(body: "<!-- kb-ignore KB303: imported -->\n# Garage")],
        invalid: [
            .article(body: "<!-- ↓kb-ignore KB303 -->\n# Garage"),
            .article(body: "<!-- ↓kb-ignore KB303: imported -->\n## Garage"),
            .article(body: "<!-- ↓kb-ignore KB999: no such rule -->\n## Garage"),
        ])
}

/// Comments that keep findings quiet: `kb-ignore CODE: reason`, on the line of the finding or the line before.
enum Suppressions {
    struct Comment: Sendable {
        let code: String
        let hasReason: Bool
        let line: Int
        let range: Range<Int>
    }

    private static let keyword = Array("kb-ignore ".utf8)

    /// The findings that remain, with those about the suppressions themselves, and the findings that do not.
    ///
    /// - Parameter comments: By path.
    static func apply(
        _ comments: [String: [Comment]], _ diagnostics: [Diagnostic], _ base: KnowledgeBase
    ) -> (kept: [Diagnostic], suppressed: [Diagnostic]) {
        guard !comments.isEmpty else { return (diagnostics, []) }
        var kept: [Diagnostic] = []
        var concerned: [String: [Diagnostic]] = [:]
        for diagnostic in diagnostics {
            if comments[diagnostic.location.path] == nil {
                kept.append(diagnostic)
            } else {
                concerned[diagnostic.location.path, default: []].append(diagnostic)
            }
        }
        var suppressed: [Diagnostic] = []
        for (path, comments) in comments {
            let found = concerned[path] ?? []
            let lines = found.isEmpty ? nil : base.source(path).map { LineIndex($0) }
            var used = Set<Int>()
            for diagnostic in found {
                let line = lines?.position(of: diagnostic.location.range.lowerBound).line
                let index = comments.firstIndex { comment in
                    comment.hasReason && comment.code == diagnostic.rule.code
                        && (line == comment.line || line == comment.line + 1)
                }
                let isSafety = RuleRegistry.rule(diagnostic.rule.code)?.isSafety ?? true
                if let index, !isSafety {
                    used.insert(index)
                    suppressed.append(diagnostic)
                } else {
                    kept.append(diagnostic)
                }
            }
            for (index, comment) in comments.enumerated() where !used.contains(index) {
                kept.append(finding(comment, path))
            }
        }
        return (kept, suppressed)
    }

    static func comments(in file: SourceFile) -> [Comment] {
        let bytes = file.bytes
        guard var start = bytes.firstOffset(of: keyword) else { return [] }
        let lines = LineIndex(file)
        var comments: [Comment] = []
        while true {
            let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            if let comment = comment(in: file, start..<end, line: lines.position(of: start).line) {
                comments.append(comment)
            }
            guard let next = bytes.firstOffset(of: keyword, from: end) else { return comments }
            start = next
        }
    }

    /// - Parameter range: From the keyword to the end of its line.
    private static func comment(in file: SourceFile, _ range: Range<Int>, line: Int) -> Comment? {
        // Only in a comment: after `#` or `<!--` and spaces.
        let before = file.bytes[..<range.lowerBound].reversed().drop { $0 == UInt8(ascii: " ") }
        guard before.first == UInt8(ascii: "#") || before.starts(with: "--!<".utf8) else { return nil }
        let start = range.lowerBound + keyword.count
        let text = file.text(start..<range.upperBound).split(separator: "-->", maxSplits: 1).first ?? ""
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let written = (parts.first ?? "").filter { !$0.isWhitespace }
        let reason = parts.count > 1 ? parts[1].filter { !$0.isWhitespace } : ""
        return Comment(
            // A rule's name does as well as its code.
            code: RuleRegistry.rule(written)?.id.code ?? written, hasReason: !reason.isEmpty, line: line,
            range: range.lowerBound..<min(range.upperBound, start + written.utf8.count))
    }

    private static func finding(_ comment: Comment, _ path: String) -> Diagnostic {
        let message: Message =
            if let rule = RuleRegistry.rule(comment.code) {
                rule.isSafety
                    ? .safety(comment.code) : comment.hasReason ? .unused(comment.code) : .noReason(comment.code)
            } else {
                .unknown(comment.code)
            }
        return Diagnostic(
            rule: SuppressionRule.id, severity: SuppressionRule.severity,
            location: Location(path: path, range: comment.range), message: message.text, help: message.help)
    }
}

extension Message {
    fileprivate static func noReason(_ code: String) -> Message {
        Message(
            "this suppression of \(code) gives no reason, so it has no effect", help: "write 'kb-ignore \(code): why'")
    }

    fileprivate static func unused(_ code: String) -> Message {
        Message("there is no finding of \(code) here to suppress", help: "remove the comment")
    }

    fileprivate static func safety(_ code: String) -> Message {
        Message("\(code) is a safety rule and cannot be suppressed", help: "resolve the finding and remove the comment")
    }

    fileprivate static func unknown(_ code: String) -> Message {
        Message("there is no rule '\(code)'", help: "'kb rules' lists them")
    }
}
