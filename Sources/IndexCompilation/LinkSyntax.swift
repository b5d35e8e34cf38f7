import Markdown

/// Where the marks of links stand in Markdown.
struct LinkSyntax {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// An address as it is written, wherever that is.
    struct Mention {
        var destination: String
        var range: Range<Int>
    }

    /// All that makes a link of its text; of a reference also the definition. Empty where that cannot be told.
    func markup(of link: Link) -> [ShownMarkdown.Cut] {
        func mark(_ range: Range<Int>) -> ShownMarkdown.Cut { .init(range: range, closesGap: false) }
        let destination = link.range
        if link.textRange == destination { return angled(destination).map { [.init(range: $0)] } ?? [] }
        let lead = lead(of: destination)
        guard lead > 1, bytes[lead - 1] == byte("(") || bytes[lead - 1] == byte(":"), bytes[lead - 2] == byte("]")
        else { return [] }
        if bytes[lead - 1] == byte("("), let end = endOfLink(after: destination.upperBound) {
            let close = lead - 2
            if close > 0, bytes[close - 1] == byte("[") { return [mark(close - 1..<end)] }
            guard let open = opening(before: min(link.textRange.lowerBound, close)) else { return [] }
            return [mark(open..<open + 1), mark(close..<end)]
        }
        guard let definition = definition(at: destination, lead: lead),
            let open = opening(before: link.textRange.lowerBound), let close = closing(after: link.textRange.upperBound)
        else { return [] }
        return [mark(open..<open + 1), mark(close..<endOfLabel(after: close + 1)), .init(range: definition)]
    }

    /// The definition that has this destination, if it is one.
    func definition(of destination: Range<Int>) -> ShownMarkdown.Cut? {
        let lead = lead(of: destination)
        guard lead > 1, bytes[lead - 1] == byte(":"), bytes[lead - 2] == byte("]") else { return nil }
        return definition(at: destination, lead: lead).map { .init(range: $0) }
    }

    /// The anchor of a link with its `#`.
    func anchor(of link: Link) -> ShownMarkdown.Cut? {
        bytes[link.range].firstIndex(of: byte("#")).map { .init(range: $0..<link.range.upperBound, closesGap: false) }
    }

    /// Every text that reads like the address of an item.
    var mentions: [Mention] {
        var mentions: [Mention] = []
        let ends = Set(" \t\r\n<>()[]\"'`".utf8)
        var offset = 0
        while offset + 3 < bytes.count {
            guard bytes[offset] == byte("k"), bytes[offset...].starts(with: "kb:".utf8) else {
                offset += 1
                continue
            }
            let text = bytes[offset...].prefix { !ends.contains($0) }
            mentions.append(
                Mention(destination: String(decoding: text, as: UTF8.self), range: offset..<text.endIndex))
            offset = text.endIndex
        }
        return mentions
    }

    /// An address that leads nowhere.
    func nothing(at range: Range<Int>) -> String {
        range.lowerBound > 0 && bytes[range.lowerBound - 1] == byte("<") ? "" : "<>"
    }

    private func byte(_ character: Unicode.Scalar) -> UInt8 { UInt8(ascii: character) }

    private func isSpace(_ offset: Int) -> Bool { bytes[offset] == byte(" ") || bytes[offset] == byte("\t") }

    private func isBreak(_ offset: Int) -> Bool { bytes[offset] == byte("\n") || bytes[offset] == byte("\r") }

    private func isEscaped(_ offset: Int) -> Bool {
        bytes[..<offset].reversed().prefix { $0 == byte("\\") }.count % 2 == 1
    }

    private func angled(_ range: Range<Int>) -> Range<Int>? {
        guard range.lowerBound > 0, range.upperBound < bytes.count, bytes[range.lowerBound - 1] == byte("<"),
            bytes[range.upperBound] == byte(">")
        else { return nil }
        return range.lowerBound - 1..<range.upperBound + 1
    }

    /// What stands before a destination ends here: a parenthesis or a colon.
    private func lead(of destination: Range<Int>) -> Int {
        var offset = destination.lowerBound
        if offset > 0, bytes[offset - 1] == byte("<") { offset -= 1 }
        while offset > 0, isSpace(offset - 1) || isBreak(offset - 1) { offset -= 1 }
        return offset
    }

    /// The end of a link in parentheses.
    private func endOfLink(after destination: Int) -> Int? {
        let end = endOfTitle(after: destination, acrossLines: true)
        guard let end, end < bytes.count, bytes[end] == byte(")") else { return nil }
        return end + 1
    }

    /// After a destination, its closing mark and a title, if it has them, and spaces.
    private func endOfTitle(after destination: Int, acrossLines: Bool) -> Int? {
        var offset = destination
        func skipSpaces() {
            while offset < bytes.count, isSpace(offset) || (acrossLines && isBreak(offset)) { offset += 1 }
        }
        if offset < bytes.count, bytes[offset] == byte(">") { offset += 1 }
        skipSpaces()
        guard offset < bytes.count,
            let close = [byte("\""): byte("\""), byte("'"): byte("'"), byte("("): byte(")")][bytes[offset]]
        else { return offset }
        offset += 1
        while offset < bytes.count, bytes[offset] != close || isEscaped(offset) { offset += 1 }
        guard offset < bytes.count else { return nil }
        offset += 1
        skipSpaces()
        return offset
    }

    /// The line that defines a reference.
    private func definition(at destination: Range<Int>, lead: Int) -> Range<Int>? {
        guard let end = endOfTitle(after: destination.upperBound, acrossLines: false),
            end == bytes.count || isBreak(end),
            let open = opening(before: lead - 2), !bytes[open..<destination.lowerBound].contains(byte("\n")),
            bytes[..<open].reversed().prefix(while: { $0 != byte("\n") }).allSatisfy({ $0 == byte(" ") })
        else { return nil }
        let start = bytes[..<open].lastIndex(of: byte("\n")).map { $0 + 1 } ?? 0
        let next = bytes[end...].firstIndex(of: byte("\n")).map { $0 + 1 } ?? bytes.count
        return start..<next
    }

    /// The bracket that opens what begins here; marks of emphasis and code may stand between, and those of an image.
    private func opening(before offset: Int) -> Int? {
        var offset = offset
        while offset > 0 {
            offset -= 1
            guard bytes[offset] == byte("["), !isEscaped(offset) else { continue }
            let isImage = offset > 0 && bytes[offset - 1] == byte("!") && !isEscaped(offset - 1)
            if !isImage { return offset }
        }
        return nil
    }

    private func closing(after offset: Int) -> Int? {
        bytes[offset...].prefix(LinkSyntax.reach).firstIndex(of: byte("]"))
    }

    /// The end of `[label]`, if one follows.
    private func endOfLabel(after offset: Int) -> Int {
        guard offset < bytes.count, bytes[offset] == byte("["),
            let end = bytes[offset...].firstIndex(of: byte("]"))
        else { return offset }
        return end + 1
    }

    /// How far marks of emphasis and code may reach.
    private static let reach = 64
}
