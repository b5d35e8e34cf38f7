package import Content
package import Decisions
import YAML

/// Writes a workflow as an outline.
package struct OutlineWriter {
    /// Deeper questions begin blocks of their own.
    private static let mostDepth = 3

    private let workflow: Workflow
    private let root: Node?
    private let title: String
    private let fields: [String: ContextField]
    private let own: Set<String>
    private var steps: [String: Workflow.Step] = [:]
    private var uses: [String: Int] = [:]
    private var isWritten: Set<String> = []
    private var blocks: [String] = []
    private var nextBlock = 0

    /// - Parameters:
    ///   - file: That holds the workflow.
    ///   - context: The fields of kb.yaml.
    package init(_ workflow: Workflow, in file: ContentFile, title: String, context: [ContextField]) {
        self.workflow = workflow
        root = file.root
        self.title = title
        fields = Dictionary((context + workflow.fields).map { ($0.name, $0) }) { _, own in own }
        own = Set(workflow.fields.map(\.name))
        for step in workflow.steps { steps[step.name.value] = step }
        for target in workflow.steps.flatMap(\.successors) { uses[target.value, default: 0] += 1 }
    }

    package consuming func text() -> String {
        var writer = self
        return writer.write()
    }

    private mutating func write() -> String {
        var text = "# \(title)\n" + header
        blocks = [workflow.start?.value ?? ""]
        var pending = workflow.steps.map(\.name.value)[...]
        while true {
            while nextBlock < blocks.count {
                let name = blocks[nextBlock]
                nextBlock += 1
                guard let step = steps[name], isWritten.insert(name).inserted else { continue }
                text += "\n" + lines(step, indent: 0, depth: 0, isBlock: true).joined(separator: "\n") + "\n"
            }
            // What nothing leads to.
            guard let rest = pending.popFirst() else { return text }
            if !isWritten.contains(rest) { blocks.append(rest) }
        }
    }

    private var header: String {
        var text = ""
        for entry in root?.mapping?.entries ?? [] where !["title", "fields", "start", "steps"].contains(entry.key.text)
        {
            text += "\(entry.key.text): \(FlowYAML.text(entry.value))\n"
        }
        for entry in root?["fields"]?.mapping?.entries ?? [] {
            text += "field \(entry.key.text): \(FlowYAML.text(entry.value))\n"
        }
        return text
    }

    /// A step's line, its attributes, and its answers with what follows from each.
    private mutating func lines(_ step: Workflow.Step, indent: Int, depth: Int, isBlock: Bool) -> [String] {
        let margin = String(repeating: " ", count: indent)
        var lines = [margin + head(step)] + attributes(step).map { margin + $0 }
        for (answer, target) in answers(step) { lines += way(answer, target, indent: indent, depth: depth) }
        return lines
    }

    private mutating func way(_ answer: String, _ target: String, indent: Int, depth: Int) -> [String] {
        let margin = String(repeating: " ", count: indent) + "- "
        guard let next = steps[target] else { return ["\(margin)\(answer): go to \(target)"] }
        let isOutcome = next.answersCount == 0
        let isInPlace =
            !isWritten.contains(target) && target != workflow.start?.value
            && (isOutcome || (uses[target] == 1 && depth < Self.mostDepth)) && !blocks.contains(target)
        guard isInPlace else {
            if !isWritten.contains(target), !blocks.contains(target) { blocks.append(target) }
            return ["\(margin)\(answer): go to \(target)"]
        }
        isWritten.insert(target)
        let below = lines(next, indent: indent + 2, depth: depth + 1, isBlock: false)
        if isOutcome {
            return ["\(margin)\(answer): \(below[0].drop { $0 == " " })"] + below.dropFirst()
        }
        return ["\(margin)\(answer):"] + below
    }

    private func head(_ step: Workflow.Step) -> String {
        let text: String
        let name: String?
        switch step.kind {
        case .question(let ask, let field, _):
            let derived = StepName.field(ask.value)
            text = plain(ask.value) + (field.map { $0.value == derived ? "" : " [\($0.value)]" } ?? "")
            name = StepName.slug(ask.value)
        case .branch:
            text = "Depending on what is known:"
            name = nil
        case .call(let callee, _):
            text = "run \(callee.value):"
            name = callee.value
        case .outcome(let ending):
            let isSafe =
                !ending.text.value.hasSuffix("?")
                && OutlinePhrases.target(Located(ending.text.value, range: 0..<0)) == nil
                && OutlinePhrases.callee(Located(ending.text.value, range: 0..<0)) == nil
                && OutlinePhrases.attribute(Located(ending.text.value, range: 0..<0)) == nil
            text = isSafe ? plain(ending.text.value) : FlowYAML.quoted(ending.text.value)
            name = StepName.slug(ending.text.value)
        }
        // A name that two texts would give is written out.
        return name == step.name.value ? text : "[\(step.name.value)] \(text)"
    }

    /// Without line breaks; in quotes where it would read as something else.
    private func plain(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        let isSpecial =
            line.first?.isWhitespace == true || line.last?.isWhitespace == true
            || (line.first.map { "-*•–+#[\"“".contains($0) } ?? true)
            || OutlinePhrases.isHeader(line) || OutlinePhrases.unquoted(Located(line, range: 0..<0)) != nil
        return isSpecial || line.hasSuffix("]") || line != text ? FlowYAML.quoted(line) : line
    }

    private func attributes(_ step: Workflow.Step) -> [String] {
        let node = root?["steps"]?[step.name.value]
        return (node?.mapping?.entries ?? []).compactMap { entry in
            guard !["ask", "field", "next", "when", "call", "outcome"].contains(entry.key.text) else { return nil }
            let text = ["say", "help"].contains(entry.key.text) ? entry.value.text.map(spoken) : nil
            return "\(entry.key.text): \(text ?? FlowYAML.text(entry.value))"
        }
    }

    /// What is said needs no quotes, whatever marks are in it.
    private func spoken(_ text: String) -> String {
        let isPlain = !text.contains(where: \.isNewline) && !(text.first.map { "\"'“„ ".contains($0) } ?? true)
        return isPlain && !text.hasSuffix(" ") ? text : FlowYAML.quoted(text)
    }

    /// Each answer with the step it leads to; neighbours that lead to the same are one.
    private func answers(_ step: Workflow.Step) -> [(text: String, target: String)] {
        switch step.kind {
        case .question(_, let field, let answers):
            let field = field.flatMap { fields[$0.value] }
            var ways: [(text: String, target: String)] = []
            for answer in answers {
                let text = AnswerText(field: field).text(answer)
                if let last = ways.last, last.target == answer.step.value, field?.isListed == true {
                    ways[ways.count - 1].text += " or " + text
                } else {
                    ways.append((text, answer.step.value))
                }
            }
            return ways
        case .branch(let entries):
            let conditions = ConditionPhraseText(Array(fields.values))
            return entries.map { ($0.condition.map { "if " + conditions.text($0) } ?? "otherwise", $0.step.value) }
        case .call(_, let answers): return answers.map { ($0.key.value, $0.step.value) }
        case .outcome: return []
        }
    }
}

extension Workflow.Step {
    var answersCount: Int {
        switch kind {
        case .question(_, _, let answers), .call(_, let answers): answers.count
        case .branch(let entries): entries.count
        case .outcome: 0
        }
    }
}

extension ContextField {
    /// Its values are named one by one.
    var isListed: Bool {
        switch domain {
        case .choice, .boolean: true
        case .integer, .date: false
        }
    }
}
