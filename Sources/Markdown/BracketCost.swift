/// The steps md4c 0.4.8 takes to match square brackets: for each pair it walks the block's lines from the first, and
/// hashes what is between the two. Counted exactly, by parsing a copy in which the brackets are braces.
final class BracketCost: EventReceiver {
    /// The greatest count of one block, for tests.
    private(set) var most = 0

    private let source: SourceText
    private var openers: [Int] = []
    private var openerCount = 0
    private var line = 0
    private var steps = 0
    private var extent: Range<Int>?
    private var refused: Range<Int>?

    private init(_ source: SourceText) {
        self.source = source
    }

    static func check(_ source: SourceText) throws(MarkdownError) {
        if let refused = try measure(source).refused { throw MarkdownError(.tooManyBrackets, refused) }
    }

    static func measure(_ source: SourceText) throws(MarkdownError) -> BracketCost {
        // Braces mean nothing in Markdown and are punctuation as brackets are. Only a CDATA section would not survive.
        if let range = source.firstRange(of: "<![CDATA[") { throw MarkdownError(.tooManyBrackets, range) }
        let masked = SourceText(source) { bytes in
            var definitions = DefinitionLines()
            var lineStart = 0
            while lineStart < bytes.count {
                let lineEnd = bytes[lineStart...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
                if !definitions.keeps(UnsafeBufferPointer(rebasing: bytes[lineStart..<lineEnd])) {
                    for offset in lineStart..<lineEnd {
                        if bytes[offset] == UInt8(ascii: "[") { bytes[offset] = UInt8(ascii: "{") }
                        if bytes[offset] == UInt8(ascii: "]") { bytes[offset] = UInt8(ascii: "}") }
                    }
                }
                lineStart =
                    lineEnd
                    + (lineEnd + 1 < bytes.count && bytes[lineEnd] == 0x0D && bytes[lineEnd + 1] == 0x0A ? 2 : 1)
            }
        }
        let cost = BracketCost(source)
        try EventParser.walk(masked, cost)
        return cost
    }

    func receive(_ event: Event) {
        switch event {
        // md4c matches the brackets of a row before it knows its cells.
        case .enterBlock(.cell), .leaveBlock(.cell): break
        case .enterBlock, .leaveBlock: endBlock()
        case .text(.softBreak, _), .text(.hardBreak, _): line += 1
        case .text(.prose, let fragment):
            if let range = fragment.source { readBrackets(in: range) }
        default: break
        }
    }

    private func readBrackets(in range: Range<Int>) {
        extent = (extent?.lowerBound ?? range.lowerBound)..<range.upperBound
        for offset in range {
            switch source[offset] {
            case UInt8(ascii: "["):
                if offset == range.lowerBound, isEscaped(offset) { break }
                openers.append(offset)
                openerCount += 1
            case UInt8(ascii: "]"):
                if offset == range.lowerBound, isEscaped(offset) { break }
                if let opener = openers.popLast() { steps += line + offset - opener }
            default: break
            }
        }
    }

    /// An escaped byte begins a fragment, after an odd number of backslashes.
    private func isEscaped(_ offset: Int) -> Bool {
        var first = offset
        while first > source.start, source[first - 1] == UInt8(ascii: "\\") { first -= 1 }
        return (offset - first) % 2 == 1
    }

    private func endBlock() {
        if let extent {
            most = max(most, steps)
            let isSlow = steps > MarkdownLimits.bracketSteps(ofText: extent.count)
            if refused == nil, isSlow || openerCount > MarkdownLimits.openingBrackets { refused = extent }
        }
        openers.removeAll(keepingCapacity: true)
        openerCount = 0
        line = 0
        steps = 0
        extent = nil
    }
}

/// Link reference definitions of the plainest form, on lines of their own after a blank line. md4c takes them away
/// before it matches brackets, so a long list of them costs nothing.
private struct DefinitionLines {
    private var mayBegin = true

    mutating func keeps(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        let isBlank = line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        let isKept = mayBegin && !isBlank && isPlainDefinition(line)
        mayBegin = isBlank || isKept
        return isKept
    }

    /// `[label]: destination` or `[label]: destination "title"` without any byte that could mean something else.
    private func isPlainDefinition(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        var rest = line[...]
        func isPlain(_ byte: UInt8) -> Bool { !"[]()<>\\\"\t".utf8.contains(byte) && byte >= 0x20 && byte != 0x7F }
        guard rest.popFirst() == UInt8(ascii: "[") else { return false }
        let label = rest.prefix(while: isPlain)
        guard label.count < 1000, label.contains(where: { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }) else {
            return false
        }
        rest = rest[label.endIndex...]
        guard rest.popFirst() == UInt8(ascii: "]"), rest.popFirst() == UInt8(ascii: ":"),
            rest.popFirst() == UInt8(ascii: " ")
        else { return false }
        rest = rest.drop { $0 == UInt8(ascii: " ") }
        let destination = rest.prefix { isPlain($0) && $0 != UInt8(ascii: " ") }
        guard !destination.isEmpty else { return false }
        rest = rest[destination.endIndex...]
        if rest.isEmpty { return true }
        guard rest.popFirst() == UInt8(ascii: " ") else { return false }
        rest = rest.drop { $0 == UInt8(ascii: " ") }
        guard rest.popFirst() == UInt8(ascii: "\"") else { return rest.isEmpty }
        rest = rest.drop(while: isPlain)
        return rest.popFirst() == UInt8(ascii: "\"") && rest.isEmpty
    }
}
