import Difference

/// The words of a change with as much around them as tells where they stand.
struct ShownRuns {
    private(set) var runs: [TextRun] = []

    /// - Parameters:
    ///   - context: Characters kept on each side of what differs.
    ///   - most: Characters of each run that differs; what is longer is cut, and so is all after four times as many.
    init(_ runs: [TextRun], context: Int, most: Int) {
        var room = 4 * most
        for (index, run) in runs.enumerated() {
            guard room > 0 else {
                self.runs.append(TextRun(.same, " … (and more)"))
                break
            }
            defer { room -= self.runs.last?.text.count ?? 0 }
            guard run.kind == .same else {
                self.runs.append(TextRun(run.kind, ShownRuns.cut(run.text, most)))
                continue
            }
            let isFirst = index == 0
            let isLast = index == runs.count - 1
            let kept = (isFirst ? 0 : context) + (isLast ? 0 : context)
            guard run.text.count > kept + 12 else {
                self.runs.append(run)
                continue
            }
            let head = isFirst ? "" : ShownRuns.head(run.text, context)
            let tail = isLast ? "" : ShownRuns.tail(run.text, context)
            self.runs.append(TextRun(.same, head + (isFirst ? "… " : isLast ? " …" : " … ") + tail))
        }
    }

    /// The beginning of a text; says how much is left out.
    static func cut(_ text: String, _ most: Int) -> String {
        guard text.utf8.count > most else { return text }
        let count = text.count
        guard count > most else { return text }
        return text.prefix(most) + "… (\(count - most) more characters)"
    }

    private static func head(_ text: String, _ count: Int) -> String {
        let part = text.prefix(count)
        let end = part.lastIndex { $0 == " " || $0 == "\n" } ?? part.endIndex
        return String(part[..<end])
    }

    private static func tail(_ text: String, _ count: Int) -> String {
        let part = text.suffix(count)
        let start = part.firstIndex { $0 == " " || $0 == "\n" }.map { part.index(after: $0) } ?? part.startIndex
        return String(part[start...])
    }
}
