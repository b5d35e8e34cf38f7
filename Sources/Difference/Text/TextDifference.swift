import Diagnostics

/// Two texts of which nothing is known, compared by lines and then by words.
struct TextDifference {
    private(set) var changes: [FieldChange] = []
    /// Lines of one change that are shown.
    private static let mostLines = 100

    /// - Parameter parts: Bytes to be compared; nil: all.
    init(_ before: SourceFile, _ after: SourceFile, _ parts: (before: Range<Int>, after: Range<Int>)? = nil) {
        let old = TextLines(before, parts?.before)
        let new = TextLines(after, parts?.after)
        guard old.isText, new.isText else {
            if before.bytes != after.bytes {
                changes = [
                    FieldChange(
                        "bytes", pointer: "", weight: .kept, kind: .changed, before: "\(before.bytes.count) bytes",
                        after: "\(after.bytes.count) bytes, other ones")
                ]
            }
            return
        }
        var numbers: [String: Int] = [:]
        func number(_ line: String) -> Int {
            if let known = numbers[line] { return known }
            numbers[line] = numbers.count
            return numbers.count - 1
        }
        let pairs = SequenceAlignment(old.lines.map(number), new.lines.map(number)).pairs
        var start = (0, 0)
        for pair in pairs + [(old.lines.count, new.lines.count)] {
            if start.0 < pair.before || start.1 < pair.after {
                add(old, start.0..<pair.before, new, start.1..<pair.after)
            }
            start = (pair.before + 1, pair.after + 1)
        }
    }

    private mutating func add(_ old: TextLines, _ before: Range<Int>, _ new: TextLines, _ after: Range<Int>) {
        let line = after.isEmpty ? old.firstLine + before.lowerBound : new.firstLine + after.lowerBound
        func text(_ lines: [String], _ range: Range<Int>) -> String? {
            range.isEmpty ? nil : lines[range].prefix(TextDifference.mostLines).joined(separator: "\n")
        }
        changes.append(
            FieldChange(
                "line \(line)", pointer: "", weight: .seen,
                kind: before.isEmpty ? .added : after.isEmpty ? .removed : .changed, before: text(old.lines, before),
                after: text(new.lines, after), isCode: true, line: line))
    }
}

/// The lines of a part of a file.
struct TextLines {
    let lines: [String]
    let isText: Bool
    /// The number of the first one in the file.
    let firstLine: Int

    init(_ source: SourceFile, _ part: Range<Int>?) {
        let range = part ?? 0..<source.bytes.count
        isText = !source.bytes.contains(0)
        firstLine = 1 + source.bytes[..<range.lowerBound].count { $0 == UInt8(ascii: "\n") }
        var lines =
            isText
            ? source.bytes[range].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
                String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
            } : []
        if lines.last == "" { lines.removeLast() }
        self.lines = lines
    }
}
