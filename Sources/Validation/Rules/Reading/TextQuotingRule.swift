import Content
import Diagnostics
import YAML

/// KB014
struct TextQuotingRule: FileRule {
    static let id = RuleID("KB014", "text-quoting")
    static let severity = Severity.warning
    static let summary = "YAML takes all of a text, and nothing around it."
    static let why = """
        To YAML a '#' after a space begins a comment, so 'Entrance #2' without quotes reads as 'Entrance'. Typographic \
        quotes, as word processors put them, are no quotes to YAML: they become part of the text and are shown.
        """
    static let examples = RuleExamples(
        valid: [.article("title: \"Entrance #2\"  # the one at the river\nanswer: Use the “early bird” ticket.")],
        invalid: [.article("title: Entrance ↓#2 at the river"), .article("title: ↓“Where patients park”")])

    private static let quotes: [(opening: Character, closing: Character)] = [("“", "”"), ("‘", "’"), ("„", "“")]

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        guard let root = file.content.root else { return }
        var open = [root]
        while let node = open.popLast() {
            switch node.content {
            case .sequence(let nodes): open += nodes
            case .mapping(let mapping): open += mapping.entries.map(\.value)
            case .scalar(let scalar): check(scalar, at: node.range, file, &report)
            }
        }
    }

    private func check(_ scalar: Scalar, at range: Range<Int>, _ file: CheckedFile, _ report: inout Report) {
        guard scalar.style == .plain, !scalar.text.isEmpty else { return }
        if let comment = comment(after: range.upperBound, in: file.bytes) {
            report.add(.comment(file.content.source.text(comment)), in: file, at: comment)
        }
        let inner = scalar.text.dropFirst().dropLast()
        for quote in TextQuotingRule.quotes where scalar.text.first == quote.opening && scalar.text.count > 1 {
            guard scalar.text.last == quote.closing, !inner.contains(quote.opening), !inner.contains(quote.closing)
            else { continue }
            report.add(.typographic(quote.opening, quote.closing), in: file, at: range)
        }
    }

    /// A comment that was meant as text: written without a space after its `#`, in the line of a value.
    private func comment(after end: Int, in bytes: [UInt8]) -> Range<Int>? {
        let rest = bytes[end...]
        guard let start = rest.firstIndex(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }),
            start > end, bytes[start] == UInt8(ascii: "#"), start + 1 < bytes.count,
            ![" ", "\t", "\r", "\n", "#"].contains(Unicode.Scalar(bytes[start + 1]))
        else { return nil }
        var stop = rest[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count
        while bytes[stop - 1] == UInt8(ascii: " ") { stop -= 1 }
        return start..<stop
    }
}

extension Message {
    fileprivate static func comment(_ text: String) -> Message {
        Message(
            "'\(text.prefix(40))' is a comment to YAML, and not part of the text before it",
            help: "put the whole text in double quotes; a comment has a space after its '#'")
    }

    fileprivate static func typographic(_ opening: Character, _ closing: Character) -> Message {
        Message(
            "the quotes \(opening)\(closing) around this text are part of it and will be shown",
            help: "use straight quotes (\") around it, or none")
    }
}
