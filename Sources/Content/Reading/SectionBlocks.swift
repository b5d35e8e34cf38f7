import Markdown
import YAML

/// Splits an article's Markdown at the lines that open and close section blocks.
///
/// ```
/// ::: {applies: {payer: medicaid}, audience: [agents]}
/// Shown only where it applies.
/// :::
/// ```
struct SectionBlocks {
    struct Part {
        /// The Markdown, without the lines that open and close it.
        let range: Range<Int>
        /// The flow mapping after `:::`; nil outside section blocks.
        let options: Node?
    }

    private(set) var parts: [Part] = []
    private let bytes: [UInt8]
    private let findings: Findings

    /// - Parameter body: The Markdown of an article, as offsets into the file.
    init(_ bytes: [UInt8], body: Range<Int>, limits: YAMLParser.Limits, _ findings: Findings) {
        self.bytes = bytes
        self.findings = findings
        guard containsColons(body) else {
            parts = [Part(range: body, options: nil)]
            return
        }
        split(body, limits)
    }

    /// Whether a line begins with a colon, or `:::` stands in one.
    private func containsColons(_ body: Range<Int>) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            var offset = body.lowerBound
            while offset < body.upperBound {
                if buffer[offset] == colon {
                    if offset == body.lowerBound || buffer[offset - 1] == UInt8(ascii: "\n") { return true }
                    if offset + 2 < body.upperBound, buffer[offset + 1] == colon, buffer[offset + 2] == colon {
                        return true
                    }
                }
                offset += 1
            }
            return false
        }
    }

    private mutating func split(_ body: Range<Int>, _ limits: YAMLParser.Limits) {
        var start = body.lowerBound
        var open: (options: Node?, line: Range<Int>)?
        var code = codeRanges(body)[...]
        var offset = body.lowerBound
        while offset < body.upperBound {
            let end = bytes[offset..<body.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? body.upperBound
            let next = min(end + 1, body.upperBound)
            let line = offset..<(end > offset && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end)
            defer { offset = next }
            // The text of a code block is not markup.
            while let first = code.first, first.upperBound <= line.lowerBound { code.removeFirst() }
            if let first = code.first, first.contains(line.lowerBound) { continue }
            guard bytes[line].starts(with: [colon, colon, colon]) else {
                // It would be shown as text, and what it should hide with it.
                if let colons = shortMarker(line) {
                    findings.report(
                        .block("a section block opens with three colons", help: "write ':::' before the options"),
                        colons)
                    guard open == nil else { continue }
                    // Its closing line is then no second mistake.
                    parts.append(Part(range: start..<line.lowerBound, options: nil))
                    open = (read(colons.upperBound..<line.upperBound, limits), line)
                    start = next
                    continue
                }
                if let marker = indentedMarker(line) {
                    findings.report(
                        .block("this ':::' does not stand at the start of its line", help: "remove what is before it"),
                        marker)
                }
                continue
            }
            let options = line.lowerBound + 3..<line.upperBound
            let isClosing = bytes[options].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            switch (open, isClosing) {
            case (nil, false):
                parts.append(Part(range: start..<line.lowerBound, options: nil))
                open = (read(options, limits), line)
            case (let block?, true):
                parts.append(Part(range: start..<line.lowerBound, options: block.options))
                open = nil
            case (_?, false):
                findings.report(
                    .block("a section block opens inside another", help: "close the first with ':::' before it"), line)
                continue
            case (nil, true):
                findings.report(
                    .block(
                        "':::' closes no section block",
                        help: "open one with '::: {applies: …}', or remove the line"), line)
                continue
            }
            start = next
        }
        if let open {
            findings.report(
                .block("this section block is never closed", help: "write ':::' on a line after its text"), open.line)
        }
        parts.append(Part(range: start..<body.upperBound, options: open?.options))
    }

    /// One or two colons that stand before options, where three were meant.
    private func shortMarker(_ line: Range<Int>) -> Range<Int>? {
        let colons = bytes[line].prefix { $0 == colon }
        let rest = bytes[colons.endIndex..<line.upperBound].drop { $0 == UInt8(ascii: " ") }
        let isOptions = rest.starts(with: "{audience:".utf8) || rest.starts(with: "{applies:".utf8)
        return !colons.isEmpty && isOptions ? colons.startIndex..<colons.endIndex : nil
    }

    /// The line's `:::` where spaces stand before it and options or nothing after it.
    private func indentedMarker(_ line: Range<Int>) -> Range<Int>? {
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        let text = bytes[line].drop(while: isBlank)
        guard text.starts(with: [colon, colon, colon]) else { return nil }
        let rest = text.dropFirst(3).drop(while: isBlank)
        return rest.isEmpty || rest.first == UInt8(ascii: "{") ? text.startIndex..<text.startIndex + 3 : nil
    }

    private func read(_ range: Range<Int>, _ limits: YAMLParser.Limits) -> Node? {
        let help = "write it as '::: {applies: {field: value}, audience: [name]}'"
        do throws(YAMLError) {
            let node = try YAMLParser.parse(bytes[range], limits: limits)
            if let node, let mapping = node.mapping,
                mapping.entries.allSatisfy({ ["applies", "audience"].contains($0.key.text) }), !mapping.entries.isEmpty
            {
                if let audience = node["audience"], !isListOfNames(audience) {
                    findings.report(
                        .block("the audience of a section block is no list of names", help: help), audience.range)
                }
                return node
            }
            findings.report(.block("a section block needs 'applies' or 'audience' and nothing else", help: help), range)
        } catch {
            findings.report(.block("the options of this section block cannot be read", help: help), error.range)
        }
        return nil
    }

    private func isListOfNames(_ node: Node) -> Bool {
        guard let names = node.sequence, !names.isEmpty else { return false }
        return names.allSatisfy { $0.text.map { !$0.isEmpty } ?? false }
    }

    /// The texts of code blocks, as Markdown has them: fences in lists, longer ones and indented ones are hard to tell apart.
    private func codeRanges(_ body: Range<Int>) -> [Range<Int>] {
        // What Markdown refuses is refused again, and reported, part by part.
        let document = try? MarkdownDocument(parsing: bytes[body])
        return (document?.codeBlocks.map(\.range) ?? []).sorted { $0.lowerBound < $1.lowerBound }
    }

    private let colon = UInt8(ascii: ":")
}
