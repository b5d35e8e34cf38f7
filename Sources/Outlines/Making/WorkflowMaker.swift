import Content
package import Decisions
import Diagnostics
import Time
import YAML

/// Makes the file of a workflow of an outline.
package struct WorkflowMaker {
    /// What the file says of itself where the outline says nothing.
    package struct Defaults: Sendable {
        package var id: String
        package var owner: String
        package var audience: String
        package var category: String?

        package init(id: String, owner: String, audience: String, category: String? = nil) {
            self.id = id
            self.owner = owner
            self.audience = audience
            self.category = category
        }
    }

    private let outline: Outline
    private let context: [ContextField]
    private let defaults: Defaults
    private var names: OutlineNames
    private var fields: OutlineFields
    private var problems: [OutlineProblem] = []

    package init(_ outline: Outline, context: [ContextField], defaults: Defaults) {
        self.outline = outline
        self.context = context
        self.defaults = defaults
        names = OutlineNames(outline)
        let declared = WorkflowMaker.declared(outline)
        fields = OutlineFields(outline, names.kinds, context: context, declared: declared)
        for (name, declaration) in outline.fields where !declared.contains(where: { $0.name == name.value }) {
            problems.append(
                OutlineProblem(
                    "the field '\(name.value)' is not declared in full",
                    help: "write it as in kb.yaml: 'field age: {type: integer, min: 0, max: 120}'",
                    at: declaration.range))
        }
    }

    /// - Returns: The file's text; problems make it worthless.
    package consuming func make() -> (text: String, problems: [OutlineProblem]) {
        guard !outline.steps.isEmpty else { return ("", problems) }
        var maker = self
        var steps = ""
        for number in maker.outline.steps.indices { steps += maker.step(number) }
        let text = maker.head() + "start: \(maker.names.names[maker.outline.blocks.first ?? 0])\nsteps:\n" + steps
        var all = maker.problems + maker.names.problems + maker.fields.problems
        all.sort { ($0.range.lowerBound, $0.message) < ($1.range.lowerBound, $1.message) }
        return (text, all)
    }

    /// What `field x: {…}` declares, read as a workflow's `fields` are.
    private static func declared(_ outline: Outline) -> [ContextField] {
        outline.fields.flatMap { name, declaration -> [ContextField] in
            guard StepName.isField(name.value) else { return [] }
            let text = "id: x\nsteps: {}\nfields:\n  \(name.value): \(declaration.value)\n"
            let file = ContentReader(timeZone: { _ in nil }).read(
                SourceFile(path: "outline", text: text), as: .workflow)
            guard case .workflow(let workflow)? = file.items.first?.details else { return [] }
            return workflow.fields
        }
    }

    private mutating func head() -> String {
        let id = outline.header("id") ?? defaults.id
        var text = "id: \(id)\n"
        text += "title: \(FlowYAML.scalar(outline.title?.value ?? WorkflowMaker.title(id)))\n"
        for (key, value) in [
            ("owner", defaults.owner), ("audience", "[\(defaults.audience)]"), ("category", defaults.category ?? ""),
            ("review", "{every: 180d}"),
        ] where outline.header(key) == nil && !value.isEmpty {
            text += "\(key): \(value)\n"
        }
        for (key, value) in outline.header {
            check(value.value, of: key, at: value.range)
            if key.value != "id" { text += "\(key.value): \(value.value)\n" }
        }
        for (name, declaration) in outline.fields { check(declaration.value, of: name, at: declaration.range) }
        let declared = outline.fields.map { "  \($0.name.value): \($0.declaration.value)\n" }
        let own = declared + fields.own.map { "  \($0.name): \(FieldYAML.text($0))\n" }
        return text + (own.isEmpty ? "" : "fields:\n" + own.joined())
    }

    /// What stands in an outline as YAML must be some.
    private mutating func check(_ yaml: String, of key: Located<String>, at range: Range<Int>) {
        let mapping = (try? YAMLParser.parse(Array("\(key.value): \(yaml)\n".utf8)[...]))??.mapping
        guard mapping?.entries.count != 1 || mapping?.entries[0].key.text != key.value else { return }
        problems.append(
            OutlineProblem(
                "the value of '\(key.value)' cannot be read",
                help: "write it on this line as YAML: a word, '[a list]', or text in quotes", at: range))
    }

    private static func title(_ id: String) -> String {
        id.prefix(1).uppercased() + id.dropFirst().replacing("-", with: " ")
    }

    private mutating func step(_ number: Int) -> String {
        let step = outline.steps[number]
        var text = "  \(names.names[number]):\n"
        let attributes = attributes(step)
        switch names.kinds[number] {
        case .question:
            let keys = fields.keys(of: step, number)
            text += "    ask: \(FlowYAML.scalar(step.text.value))\n" + attributes
            text += "    field: \(fields.names[number] ?? "answer")\n"
            text += next(zip(step.answers, keys).flatMap { answer, keys in keys.map { (key($0), answer) } })
        case .branch:
            text += "    when:\n"
            for answer in step.answers { text += "      - \(entry(answer))\n" }
            text += attributes
        case .call(let callee):
            text += "    call: \(callee)\n" + attributes
            text += next(step.answers.map { ($0.text.value, $0) })
        case .outcome: text += "    outcome: \(FlowYAML.scalar(step.text.value))\n" + attributes
        }
        return text
    }

    private func key(_ key: String) -> String {
        let isPlain = key.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        return isPlain && key.first != "-" ? key : FlowYAML.quoted(key)
    }

    private mutating func next(_ ways: [(key: String, answer: Outline.Answer)]) -> String {
        let texts = ways.map { "\($0.key): \(target($0.answer))" }
        let line = "    next: {" + texts.joined(separator: ", ") + "}\n"
        guard line.count > 120 else { return line }
        return "    next:\n" + texts.map { "      \($0)\n" }.joined()
    }

    private mutating func entry(_ answer: Outline.Answer) -> String {
        let target = target(answer)
        guard let condition = OutlinePhrases.rest(answer.text, after: ["if "])?.trimmed else {
            return "{else: \(target)}"
        }
        do throws(OutlineProblem) {
            return "{if: \(try ConditionPhrase(fields.fields).yaml(condition)), go: \(target)}"
        } catch {
            problems.append(error)
            return ""
        }
    }

    private mutating func target(_ answer: Outline.Answer) -> String {
        switch answer.next {
        case .step(let step): return names.names[step]
        case .goTo(let target): return names.step(target).map { names.names[$0] } ?? ""
        case nil:
            problems.append(
                OutlineProblem(
                    "nothing follows from '\(answer.text.value)'",
                    help: "write what callers are told, the next question, or 'go to …' after ':' or below",
                    at: answer.text.range))
            return ""
        }
    }

    private mutating func attributes(_ step: Outline.Step) -> String {
        var text = ""
        for (key, value) in step.attributes {
            let yaml: String =
                switch key.value {
                case "say", "help": FlowYAML.scalar((OutlinePhrases.unquoted(value) ?? value).value)
                case "requires" where !value.value.hasPrefix("["): "[\(value.value)]"
                case "handoff" where !value.value.hasPrefix("{"): "{to: \(value.value)}"
                default: value.value
                }
            check(yaml, of: key, at: value.range)
            text += "    \(key.value): \(yaml)\n"
        }
        return text
    }
}

/// The declaration of a field.
enum FieldYAML {
    static func text(_ field: ContextField) -> String {
        let unknown = field.allowsUnknown ? ", unknown: true" : ""
        switch field.domain {
        case .boolean: return "{type: boolean\(unknown)}"
        case .integer(let bounds):
            return "{type: integer, min: \(bounds.lowerBound), max: \(bounds.upperBound)\(unknown)}"
        case .date(let bounds):
            let first = CivilDate(dayNumber: bounds.lowerBound)
            return "{type: date, min: \(first), max: \(CivilDate(dayNumber: bounds.upperBound))\(unknown)}"
        case .choice(let values):
            let labels = values.map { "\($0): \(FlowYAML.scalar(field.label($0)))" }
            return "{type: choice, values: {\(labels.joined(separator: ", "))}\(unknown)}"
        }
    }
}
