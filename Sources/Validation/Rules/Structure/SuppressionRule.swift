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
    private struct Comment {
        let code: String
        let hasReason: Bool
        let line: Int
        let range: Range<Int>
    }

    private static let keyword = Array("kb-ignore ".utf8)

    /// The findings that remain, with those about the suppressions themselves, and the findings that do not.
    static func apply(
        _ files: [SourceFile], _ diagnostics: [Diagnostic]
    ) -> (kept: [Diagnostic], suppressed: [Diagnostic]) {
        var kept: [Diagnostic] = []
        var suppressed: [Diagnostic] = []
        let byPath = Dictionary(grouping: diagnostics) { $0.location.path }
        var seen: Set<String> = []
        for file in files {
            seen.insert(file.path)
            let found = byPath[file.path] ?? []
            let lines = LineIndex(file)
            let comments = comments(in: file, lines)
            guard !comments.isEmpty else {
                kept += found
                continue
            }
            var used = Set<Int>()
            for diagnostic in found {
                let line = lines.position(of: diagnostic.location.range.lowerBound).line
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
                kept.append(finding(comment, file))
            }
        }
        return (kept + diagnostics.filter { !seen.contains($0.location.path) }, suppressed)
    }

    private static func comments(in file: SourceFile, _ lines: LineIndex) -> [Comment] {
        let bytes = file.bytes
        var comments: [Comment] = []
        var offset = 0
        while let start = firstKeyword(bytes, from: offset) {
            let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            offset = end
            // Only in a comment: after `#` or `<!--` and spaces.
            let before = bytes[..<start].reversed().drop { $0 == UInt8(ascii: " ") }
            guard before.first == UInt8(ascii: "#") || before.starts(with: "--!<".utf8) else { continue }
            let text = file.text(start + keyword.count..<end).split(separator: "-->", maxSplits: 1).first ?? ""
            let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let written = (parts.first ?? "").filter { !$0.isWhitespace }
            // A rule's name does as well as its code.
            let code = RuleRegistry.rule(written)?.id.code ?? written
            let reason = parts.count > 1 ? parts[1].filter { !$0.isWhitespace } : ""
            comments.append(
                Comment(
                    code: code, hasReason: !reason.isEmpty, line: lines.position(of: start).line,
                    range: start..<min(end, start + keyword.count + written.utf8.count)))
        }
        return comments
    }

    private static func firstKeyword(_ bytes: [UInt8], from start: Int) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            var offset = start
            while offset + keyword.count <= buffer.count {
                if buffer[offset] == keyword[0], buffer[offset...].starts(with: keyword) { return offset }
                offset += 1
            }
            return nil
        }
    }

    private static func finding(_ comment: Comment, _ file: SourceFile) -> Diagnostic {
        let message: Message =
            if let rule = RuleRegistry.rule(comment.code) {
                rule.isSafety
                    ? .safety(comment.code) : comment.hasReason ? .unused(comment.code) : .noReason(comment.code)
            } else {
                .unknown(comment.code)
            }
        return Diagnostic(
            rule: SuppressionRule.id, severity: SuppressionRule.severity,
            location: Location(path: file.path, range: comment.range), message: message.text, help: message.help)
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
