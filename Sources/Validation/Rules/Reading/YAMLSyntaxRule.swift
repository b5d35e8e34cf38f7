import Content
import Diagnostics
import YAML

/// KB003
struct YAMLSyntaxRule: FileRule {
    static let id = RuleID("KB003", "yaml-syntax")
    static let severity = Severity.error
    static let isSafety = true
    static let summary = "Front matter and YAML files can be read."
    static let why = """
        Nothing in a file counts until its YAML can be read: the item is missing from search and from every check. The \
        message says what the reader came upon, which is at or just after the mistake.
        """
    static let examples = RuleExamples(
        valid: [.article("title: 'Parking: the garage'")],
        invalid: [
            .article("title: Parking↓: the garage"),
            RuleExample("facts/visit.yaml", "↓"),
            RuleExample("articles/parking.md", "---\nid: parking\nkeywords: [↓@home]\n---\nText.\n"),
        ])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        guard !ConflictMarkersRule.isConflicted(file.bytes) else { return }
        for problem in file.content.problems {
            switch problem.reason {
            case .yaml(.syntax(let words)):
                report.add(.syntax(words, file.bytes, at: problem.range.lowerBound), in: file, at: problem.range)
            case .yaml(.severalDocuments): report.add(.severalDocuments, in: file, at: problem.range)
            case .yaml(.tag(let tag)): report.add(.tag(tag), in: file, at: problem.range)
            case .yaml(.keyIsNotText): report.add(.keyIsNotText, in: file, at: problem.range)
            case .yaml(.unknownAlias(let name)): report.add(.unknownAlias(name), in: file, at: problem.range)
            case .yaml(.controlCharacter(let scalar)): report.add(.control(scalar), in: file, at: problem.range)
            case .emptyDocument: report.add(.empty, in: file, at: problem.range)
            default: continue
            }
        }
    }
}

extension Message {
    /// libyaml's problems, said for an author.
    fileprivate static func syntax(_ words: String, _ bytes: [UInt8], at offset: Int) -> Message {
        let line = bytes[..<offset].reversed().prefix { $0 != 0x0A && $0 != 0x0D }
        switch words {
        case "mapping values are not allowed in this context" where line.isKeyOfItsOwn:
            return Message(
                "this line stands further in than the one above, whose value has begun already",
                help: "begin it in the same column as the line above")
        case "mapping values are not allowed in this context":
            return Message("a second ': ' stands in this value", help: "put the value in quotes, or start a new line")
        case "did not find expected key" where line.lastQuote != nil:
            return Message(
                "text follows the closing quote",
                help: line.lastQuote == 0x27
                    ? "write an apostrophe within single quotes twice, or put the value in double quotes"
                    : "write '\\\"' for a quote within double quotes, or put the value in single quotes")
        case "did not find expected key":
            return Message(
                "this line does not fit the lines above", help: "check its indentation and the quotes before it")
        case "could not find expected ':'" where bytes[offset...].prefix(while: { $0 != 0x0A }).holdsNoBreakSpace:
            return Message(
                "a no-break space stands in this line, which YAML does not take for a space",
                help: "write a plain space in its place")
        case "could not find expected ':'":
            return Message(
                "this line has no ': ' after its key",
                help: "write 'key: value', with a space after the colon; indent what continues the line above")
        case "found character that cannot start any token" where bytes[offset...].first == 0x09:
            return Message("a tab indents this line", help: "indent with spaces")
        case "found character that cannot start any token":
            return Message("a value cannot start with this character", help: "put the value in quotes")
        case "did not find expected ',' or ']'":
            return Message("this list is not closed", help: "put ',' between its entries and ']' at its end")
        case "did not find expected ',' or '}'":
            return Message("this map is not closed", help: "put ',' between its entries and '}' at its end")
        case "found unexpected end of stream":
            return Message("this quote is never closed", help: "close it with the same quote")
        default: return syntax(words)
        }
    }

    private static func syntax(_ words: String) -> Message {
        switch words {
        case "did not find expected comment or line break":
            Message(
                "text stands on the line of its '|' or '>'", help: "begin it on the next line, indented, or use quotes")
        case "did not find expected node content":
            Message("a value is missing here", help: "write it, and close what is open with ']' or '}'")
        case "block sequence entries are not allowed in this context":
            Message("a list entry cannot stand here", help: "start the list on a line of its own")
        case "did not find expected '-' indicator":
            Message(
                "this line does not continue the list above", help: "start it with '- ', or indent it as the list's key"
            )
        case "found unknown escape character":
            Message("this is no escape that YAML knows", help: "write '\\\\' for a backslash, or use single quotes")
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            Message("a tab indents this line", help: "indent with spaces")
        case "did not find expected alphabetic or numeric character":
            Message("a name must follow '&' or '*'", help: "put the value in quotes if it starts with '&' or '*'")
        default:
            Message("the YAML cannot be read: \(words)", help: "compare this line with the one above")
        }
    }

    fileprivate static let severalDocuments = Message(
        "a second document starts here", help: "keep one document in a file; remove the line '---'")
    fileprivate static let keyIsNotText = Message(
        "a list or a map cannot be a key", help: "write 'key: value', and quote '{{fact:…}}' where it starts a value")
    fileprivate static let empty = Message("there are no fields", help: "write at least the required fields")

    fileprivate static func tag(_ tag: String) -> Message {
        Message("the tag '\(tag)' is not used in content", help: "remove it; put the value in quotes if it is text")
    }

    fileprivate static func unknownAlias(_ name: String) -> Message {
        Message(
            "no anchor '&\(name)' stands before this alias", help: "write the value, or quote it if it starts with '*'")
    }

    fileprivate static func control(_ scalar: Unicode.Scalar) -> Message {
        let number = String(scalar.value, radix: 16, uppercase: true)
        let padding = String(repeating: "0", count: max(0, 4 - number.count))
        return Message("the text contains the control character U+\(padding)\(number)", help: "remove it")
    }
}

extension Collection<UInt8> {
    /// The quote that this, read backwards, begins with after spaces.
    fileprivate var lastQuote: UInt8? {
        drop { $0 == 0x20 }.first.flatMap { $0 == 0x22 || $0 == 0x27 ? $0 : nil }
    }

    fileprivate var holdsNoBreakSpace: Bool { zip(self, dropFirst()).contains { $0 == (0xC2, 0xA0) } }

    /// Whether this, what stands before a colon read backwards, is one word and so the key of its line.
    fileprivate var isKeyOfItsOwn: Bool {
        let word = prefix { $0 != 0x20 }
        let rest = dropFirst(word.count)
        return !word.isEmpty && rest.allSatisfy { $0 == 0x20 } && !rest.isEmpty
    }
}
