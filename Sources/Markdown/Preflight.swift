/// One pass over the bytes before they are parsed. Refuses what would make md4c take more than linear time or room:
/// containers nested too deep, tables too wide, brackets of which matching is quadratic.
///
/// The pass does not know which lines are code. It counts what could be nested at most, and leaves doubtful brackets
/// to `BracketCost`, which knows.
struct Preflight {
    private let text: UnsafeBufferPointer<UInt8>
    private let start: Int
    private let limits: MarkdownLimits
    /// As many containers as could be open.
    private var depth = 0
    private var previousIsBlank = true

    static func check(_ source: SourceText, limits: MarkdownLimits) throws(MarkdownError) {
        var preflight = Preflight(source, limits: limits)
        if try preflight.findsDoubtfulBrackets() {
            try BracketCost.check(source)
        }
    }

    private init(_ source: SourceText, limits: MarkdownLimits) {
        text = source.lines
        start = source.start
        self.limits = limits
    }

    /// Reads all lines; whether some run of lines without a blank one could be slow to match the brackets of.
    private mutating func findsDoubtfulBrackets() throws(MarkdownError) -> Bool {
        var isDoubtful = false
        var run = BracketRun(start: 0)
        var offset = 0
        while offset < text.count {
            let prefix = LinePrefix(text, at: offset)
            try checkDepth(prefix, at: offset)
            try checkColumns(prefix)
            if prefix.isBlank {
                isDoubtful = isDoubtful || run.isDoubtful(end: offset)
                run = BracketRun(start: prefix.end)
                offset = prefix.end
            } else {
                offset = run.readLine(text, from: offset)
            }
            if offset < text.count, text[offset] == UInt8(ascii: "\r") { offset += 1 }
            if offset < text.count, text[offset] == UInt8(ascii: "\n") { offset += 1 }
            previousIsBlank = prefix.isBlank
        }
        return isDoubtful || run.isDoubtful(end: text.count)
    }

    /// A list item that goes on takes two columns of indentation, and a quote its `>`. So a line stays in at most half
    /// as many lists as its columns of space, and opens at most one container a mark. A line that could lazily continue
    /// a paragraph leaves the containers open.
    private mutating func checkDepth(_ prefix: LinePrefix, at offset: Int) throws(MarkdownError) {
        if prefix.isBlank { return }
        let open = min(depth, prefix.columns / 2) + prefix.marks
        depth = previousIsBlank || prefix.startsWithBullet ? open : max(depth, open)
        if open > limits.depth {
            throw MarkdownError(.tooDeep(limit: limits.depth), start + offset..<start + prefix.end)
        }
    }

    /// Counts the pipes of a line that has nothing but what a table's delimiter row has.
    private func checkColumns(_ prefix: LinePrefix) throws(MarkdownError) {
        var pipes = 0
        var offset = prefix.end
        scan: while offset < text.count {
            switch text[offset] {
            case UInt8(ascii: "|"): pipes += 1
            case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0B, 0x0C: break
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): break scan
            default: return
            }
            offset += 1
        }
        if pipes > limits.columns {
            throw MarkdownError(.tooManyColumns(limit: limits.columns), start + prefix.end..<start + offset)
        }
    }
}

/// The spaces and container marks a line begins with.
private struct LinePrefix {
    /// Columns of space, a tab counted as four.
    private(set) var columns = 0
    /// Marks of quotes and list items.
    private(set) var marks = 0
    private(set) var end: Int
    /// Begins with a bullet, less than four columns in, and is not empty: never the continuation of a paragraph.
    private(set) var startsWithBullet = false
    private(set) var isBlank = false

    init(_ text: UnsafeBufferPointer<UInt8>, at start: Int) {
        end = start
        while end < text.count {
            switch text[end] {
            case UInt8(ascii: " "): columns += 1; end += 1
            case UInt8(ascii: "\t"): columns += 4; end += 1
            case 0x0B, 0x0C: columns += 1; end += 1
            case UInt8(ascii: ">"): marks += 1; end += 1
            case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
                guard isSpace(text, end + 1) else { return }
                if marks == 0, Self.isThematicBreak(text, at: end) { return }
                if marks == 0, columns < 4, !isEmptyItem(text, end + 1) { startsWithBullet = true }
                marks += 1
                end += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                var mark = end + 1
                while mark < text.count, mark < end + 9, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[mark]) {
                    mark += 1
                }
                guard mark < text.count, text[mark] == UInt8(ascii: ".") || text[mark] == UInt8(ascii: ")"),
                    isSpace(text, mark + 1)
                else { return }
                marks += 1
                end = mark + 1
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                isBlank = marks == 0
                return
            default: return
            }
        }
        isBlank = marks == 0
    }

    private func isSpace(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
        guard offset < text.count else { return true }
        return text[offset] <= 0x20
    }

    private func isEmptyItem(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
        let rest = text[offset...].first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        return rest == nil || rest == UInt8(ascii: "\n") || rest == UInt8(ascii: "\r")
    }

    /// A line of one of these marks and spaces, at least three marks.
    private static func isThematicBreak(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        var count = 0
        for offset in start..<text.count {
            switch text[offset] {
            case text[start]: count += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"): break
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return count >= 3
            default: return false
            }
        }
        return count >= 3
    }
}

/// Counts over lines without a blank one between them: no paragraph or table is longer.
private struct BracketRun {
    let start: Int
    private var lines = 0
    private var openers = 0
    private var closers = 0
    private var open = 0
    private var mostOpen = 0
    /// Has bytes that may hide brackets, so that which opener a closer belongs to is not known.
    private var mayHide = false

    init(start: Int) {
        self.start = start
    }

    /// Reads to the end of the line; returns where it is.
    mutating func readLine(_ text: UnsafeBufferPointer<UInt8>, from first: Int) -> Int {
        lines += 1
        var offset = first
        while offset < text.count {
            switch text[offset] {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return offset
            case UInt8(ascii: "["):
                openers += 1
                open += 1
                mostOpen = max(mostOpen, open)
            case UInt8(ascii: "]"):
                closers += 1
                open = max(open - 1, 0)
            case UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "\\"): mayHide = true
            default: break
            }
            offset += 1
        }
        return offset
    }

    /// Whether there are many brackets or the steps to match them could be more than the limit: for each pair, the
    /// lines before it and the bytes within it.
    func isDoubtful(end: Int) -> Bool {
        if openers > MarkdownLimits.openingBrackets { return true }
        let pairs = min(openers, closers)
        if pairs == 0 { return false }
        let limit = MarkdownLimits.bracketSteps(ofText: end - start)
        let nested = mayHide ? pairs : min(pairs, mostOpen)
        return pairs * lines > limit || nested * (end - start) > limit
    }
}
