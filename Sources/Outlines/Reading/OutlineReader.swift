import Content
package import Diagnostics

/// Reads an outline by its indentation. Every mistake that can be told is told at once.
package struct OutlineReader {
    package static let mostBytes = 1 << 20
    static let mostLines = 20_000
    /// As many as `next` may hold.
    static let mostAnswers = 1_000

    private var outline = Outline()
    private var problems: [OutlineProblem] = []
    private var open: [Open] = []
    /// The step whose text the next line may go on with.
    private var unfinished: Int?

    /// A step or an answer whose lines may not be over.
    private enum Open {
        case step(Int, indent: Int, bullets: Int?)
        case answer(Int, of: Int, indent: Int)
    }

    package static func read(_ source: SourceFile) -> (outline: Outline, problems: [OutlineProblem]) {
        guard source.bytes.count <= mostBytes, let text = String(validating: source.bytes, as: UTF8.self) else {
            let problem = OutlineProblem(
                source.bytes.count > mostBytes ? "the outline is larger than 1 MiB" : "the outline is not UTF-8 text",
                help: "save it as plain text", at: 0..<0)
            return (Outline(), [problem])
        }
        var reader = OutlineReader()
        let lines = OutlineLine.lines(of: source, text)
        for line in lines.prefix(mostLines) {
            if let control = controlCharacter(in: line) { reader.problems.append(control) }
            reader.add(line)
        }
        if lines.count > mostLines {
            reader.problems.append(
                OutlineProblem(
                    "the outline has more than \(mostLines) lines", help: "split it into several workflows",
                    at: lines[mostLines].text.range))
        }
        if reader.outline.steps.allSatisfy({ $0.answers.isEmpty && !$0.isQuoted }), reader.problems.isEmpty {
            reader.problems.append(
                OutlineProblem(
                    "the outline has no question",
                    help: "write one that ends with '?', and answers below it: '- yes: …'",
                    at: 0..<0))
        }
        return (reader.outline, reader.problems)
    }

    /// What YAML cannot hold; a tab is a space.
    private static func controlCharacter(in line: OutlineLine) -> OutlineProblem? {
        var offset = line.text.range.lowerBound
        for scalar in line.text.value.unicodeScalars {
            let length = UTF8.width(scalar)
            if scalar.properties.generalCategory == .control, scalar != "\t" {
                return OutlineProblem(
                    "a control character stands here", help: "remove it", at: offset..<offset + length)
            }
            offset += length
        }
        return nil
    }

    private mutating func add(_ line: OutlineLine) {
        if line.followsBlank { unfinished = nil }
        if line.text.value.hasPrefix("#") {
            if outline.title == nil, outline.steps.isEmpty {
                let start = line.text.value.firstIndex { $0 != "#" } ?? line.text.value.endIndex
                outline.title = line.text.part(start..<line.text.value.endIndex).trimmed
            }
            return
        }
        if outline.steps.isEmpty, !line.isBullet, addHeader(line.text) { return }
        if line.isBullet { return addAnswer(line) }
        if let attribute = OutlinePhrases.attribute(line.text) { return addAttribute(attribute, line) }
        addText(line)
    }

    private mutating func addHeader(_ text: Located<String>) -> Bool {
        guard let colon = text.value.firstIndex(of: ":") else { return false }
        let key = text.part(text.value.startIndex..<colon).trimmed
        let value = text.part(text.value.index(after: colon)..<text.value.endIndex).trimmed
        if let name = OutlinePhrases.rest(key, after: ["field "])?.trimmed {
            outline.fields.append((name, value))
        } else if key.value.lowercased() == "title" {
            outline.title = OutlinePhrases.unquoted(value) ?? value
        } else if OutlinePhrases.headerKeys.contains(key.value.lowercased()) {
            if outline.header(key.value.lowercased()) != nil {
                problems.append(
                    OutlineProblem(
                        "'\(key.value)' stands here twice", help: "leave one of them out", at: text.range))
            } else {
                outline.header.append((Located(key.value.lowercased(), range: key.range), value))
            }
        } else if let meant = OutlinePhrases.misspeltHeader(key.value) {
            problems.append(
                OutlineProblem(
                    "a workflow has no field '\(key.value)'", help: "did you mean '\(meant)'?", at: key.range))
        } else {
            return false
        }
        return true
    }

    private mutating func addAnswer(_ line: OutlineLine) {
        unfinished = nil
        while let last = open.last {
            switch last {
            case .answer(_, _, let indent):
                guard indent >= line.indent else { return misplaced(line) }
            case .step(let step, let indent, let bullets):
                if let bullets {
                    if bullets == line.indent { return begin(line, of: step) }
                    guard line.indent < bullets else { return misplaced(line) }
                } else if line.indent >= indent {
                    open[open.count - 1] = .step(step, indent: indent, bullets: line.indent)
                    return begin(line, of: step)
                }
            }
            open.removeLast()
        }
        misplaced(line)
    }

    private mutating func misplaced(_ line: OutlineLine) {
        let isFirst = outline.steps.isEmpty
        problems.append(
            OutlineProblem(
                isFirst ? "there is no question above this answer" : "this answer lines up with no answers above it",
                help: isFirst
                    ? "write the question on a line of its own, ending with '?', and its answers below it"
                    : "indent it as the other answers to its question; further in, it needs a question of its own above it",
                at: line.text.range))
    }

    private mutating func begin(_ line: OutlineLine, of step: Int) {
        let parts = AnswerLine(line.text)
        let number = outline.steps[step].answers.count
        if number == OutlineReader.mostAnswers {
            problems.append(
                OutlineProblem(
                    "the question has more than \(OutlineReader.mostAnswers) answers", help: "ask several questions",
                    at: line.text.range))
        }
        outline.steps[step].answers.append(Outline.Answer(text: parts.answer, next: nil))
        open.append(.answer(number, of: step, indent: line.indent))
        // What follows on the line is as if it stood on the next, a little further in.
        if let rest = parts.rest { follow(rest, indent: line.indent + 1) }
    }

    private mutating func addAttribute(
        _ attribute: (key: Located<String>, value: Located<String>), _ line: OutlineLine
    ) {
        unfinished = nil
        var place = open.count - 1
        while place >= 0 {
            if case .step(let step, let indent, _) = open[place], indent <= line.indent {
                guard !outline.steps[step].attributes.contains(where: { $0.key.value == attribute.key.value }) else {
                    problems.append(
                        OutlineProblem(
                            "the step has '\(attribute.key.value)' twice", help: "leave one of them out",
                            at: line.text.range))
                    return
                }
                outline.steps[step].attributes.append(attribute)
                return
            }
            place -= 1
        }
        problems.append(
            OutlineProblem(
                "'\(attribute.key.value)' belongs to no step",
                help: "write it below the question or the outcome it is about",
                at: line.text.range))
    }

    private mutating func addText(_ line: OutlineLine) {
        if let unfinished, case .step(unfinished, let indent, nil)? = open.last, line.indent >= indent,
            outline.steps[unfinished].attributes.isEmpty
        {
            return goOn(unfinished, line.text)
        }
        while let last = open.last {
            switch last {
            case .answer(let answer, let step, let indent):
                guard indent >= line.indent else {
                    guard outline.steps[step].answers[answer].next == nil else { return second(line) }
                    return follow(line.text, indent: line.indent)
                }
            case .step(_, let indent, _): guard indent >= line.indent else { return second(line) }
            }
            open.removeLast()
        }
        follow(line.text, indent: line.indent)
    }

    private mutating func second(_ line: OutlineLine) {
        problems.append(
            OutlineProblem(
                "this line is neither an answer nor what follows from one",
                help:
                    "begin an answer with '- '; of two steps for one answer, the second goes below an answer of the first",
                at: line.text.range))
    }

    /// A text that was broken into several lines.
    private mutating func goOn(_ step: Int, _ text: Located<String>) {
        let known = outline.steps[step]
        let whole = Located(
            known.text.value + " " + text.value, range: known.text.range.lowerBound..<text.range.upperBound)
        var joined = StepLine(whole).step
        joined.name = known.name ?? joined.name
        outline.steps[step] = joined
    }

    /// A step, or the way to one, after an answer or as a block of its own.
    private mutating func follow(_ text: Located<String>, indent: Int) {
        let target = OutlinePhrases.target(text)
        if case .answer(let answer, let step, _)? = open.last {
            if let target {
                outline.steps[step].answers[answer].next = .goTo(target)
                return
            }
            outline.steps[step].answers[answer].next = .step(outline.steps.count)
        } else if target != nil {
            problems.append(
                OutlineProblem(
                    "'go to' follows from no answer", help: "write it after an answer: '- yes: go to …'", at: text.range
                ))
            return
        } else {
            outline.blocks.append(outline.steps.count)
        }
        open.append(.step(outline.steps.count, indent: indent, bullets: nil))
        unfinished = outline.steps.count
        outline.steps.append(StepLine(text).step)
    }
}

/// A step's line, cut into name, text and field.
struct StepLine {
    let step: Outline.Step

    init(_ line: Located<String>) {
        var text = line
        var name: Located<String>?
        if text.value.hasPrefix("["), let end = text.value.firstIndex(of: "]") {
            let inner = text.part(text.value.index(after: text.value.startIndex)..<end).trimmed
            let rest = text.part(text.value.index(after: end)..<text.value.endIndex).trimmed
            if !rest.value.isEmpty { (name, text) = (inner, rest) }
        }
        var field: Located<String>?
        if text.value.hasSuffix("]"), let start = text.value.lastIndex(of: "[") {
            let inner = text.part(
                text.value.index(after: start)..<text.value.index(before: text.value.endIndex)
            ).trimmed
            let rest = text.part(text.value.startIndex..<start).trimmed
            if !rest.value.isEmpty { (field, text) = (inner, rest) }
        }
        let quoted = "\"“".contains(text.value.prefix(1)) ? OutlinePhrases.unquoted(text) : nil
        step = Outline.Step(
            name: name, text: quoted ?? text, isQuoted: quoted != nil && field == nil, field: field)
    }
}
