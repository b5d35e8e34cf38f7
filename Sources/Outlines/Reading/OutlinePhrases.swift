import Content
import Diagnostics

/// What the words of an outline mean where several ways of writing are right.
enum OutlinePhrases {
    static let headerKeys: Set<String> = [
        "id", "title", "owner", "audience", "category", "risk", "review", "effective", "topics", "keywords",
        "questions",
        "applies", "escalate", "related", "budget", "aliases", "language", "status", "translation", "replaced_by",
    ]

    private static let attributes: [(words: String, key: String)] = [
        ("say", "say"), ("read aloud", "say"), ("help", "help"), ("note", "help"), ("article", "article"),
        ("section", "section"), ("requires", "requires"), ("needs", "requires"), ("handoff", "handoff"),
        ("hand over to", "handoff"), ("hand off to", "handoff"), ("hand over", "handoff"),
    ]

    /// `say: …` as its key and value; nil for any other line.
    static func attribute(_ line: Located<String>) -> (key: Located<String>, value: Located<String>)? {
        for (words, key) in attributes {
            guard let colon = line.value.firstIndex(of: ":"), line.value[..<colon].lowercased() == words else {
                continue
            }
            let value = line.part(line.value.index(after: colon)..<line.value.endIndex).trimmed
            return (Located(key, range: line.part(line.value.startIndex..<colon).range), value)
        }
        return nil
    }

    /// The target of `go to …`.
    static func target(_ text: Located<String>) -> Located<String>? {
        rest(text, after: ["go to ", "goto ", "go back to ", "back to ", "continue with ", "continue at "]).map {
            target in
            var target = target.trimmed
            while let last = target.value.last, last == "." || last == ")" {
                target =
                    target.part(target.value.startIndex..<target.value.index(before: target.value.endIndex)).trimmed
            }
            return unquoted(target) ?? target
        }
    }

    /// The workflow of `run …`.
    static func callee(_ text: Located<String>) -> Located<String>? {
        guard var name = rest(text, after: ["run ", "call workflow ", "run workflow "])?.trimmed else { return nil }
        while let last = name.value.last, last == ":" || last == "." {
            name = name.part(name.value.startIndex..<name.value.index(before: name.value.endIndex)).trimmed
        }
        let isID = name.value.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
            default: false
            }
        }
        return isID && !name.value.isEmpty ? name : nil
    }

    static func rest(_ text: Located<String>, after beginnings: [String]) -> Located<String>? {
        let lower = text.value.lowercased()
        for beginning in beginnings where lower.hasPrefix(beginning) {
            let start = text.value.index(text.value.startIndex, offsetBy: beginning.count)
            return text.part(start..<text.value.endIndex)
        }
        return nil
    }

    /// The text between quotes that enclose all of it.
    static func unquoted(_ text: Located<String>) -> Located<String>? {
        for (open, close) in [("\"", "\""), ("“", "”"), ("„", "“"), ("'", "'")] {
            guard text.value.count >= 2, text.value.hasPrefix(open), text.value.hasSuffix(close) else { continue }
            let inner = text.part(
                text.value.index(after: text.value.startIndex)..<text.value.index(before: text.value.endIndex))
            // Two quoted texts beside one another are not one.
            let bare = inner.value.replacing("\\\"", with: "")
            if open != "'", bare.contains(open) || bare.contains(close) { return nil }
            return open == "\"" ? Located(unescaped(inner.value), range: inner.range) : inner
        }
        return nil
    }

    private static func unescaped(_ text: String) -> String {
        var plain = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                plain.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                plain.append(character)
            }
        }
        return plain
    }

    /// Whether a line that comes before every step would be a field of the file.
    static func isHeader(_ text: String) -> Bool {
        guard let key = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).first,
            key.count < text.count
        else { return false }
        let name = key.lowercased().split(separator: " ").joined(separator: " ")
        return headerKeys.contains(name) || name.hasPrefix("field ") || misspeltHeader(name) != nil
    }

    /// The field of the file that one word was probably meant for.
    static func misspeltHeader(_ key: String) -> String? {
        guard StepName.isField(key) else { return nil }
        return Suggestion.closest(to: key, among: headerKeys.sorted())
    }

    static func isElse(_ text: String) -> Bool {
        ["otherwise", "else", "anything else", "all others", "everyone else", "everybody else"].contains(
            text.lowercased())
    }

    static func isUnknown(_ text: String) -> Bool {
        [
            "unknown", "don't know", "don’t know", "do not know", "i don't know", "i don’t know", "not sure", "unsure",
            "not known", "doesn't know", "doesn’t know",
        ].contains(text.lowercased())
    }

    static func truth(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "yes", "y", "true": true
        case "no", "n", "false": false
        default: nil
        }
    }
}
