import Decisions
import Presentation
import SearchIndex
import Time

/// Writes the steps of a workflow for people.
struct RunText {
    let text: ItemText
    let workflow: GuidedWorkflow
    let language: String?
    let words: StepWords

    private var reader: Reader { text.reader }

    init(_ text: ItemText, _ workflow: GuidedWorkflow, language: String?) {
        self.text = text
        self.workflow = workflow
        self.language = language
        words = StepWords(workflow: workflow)
    }

    func heading(_ edition: GuidedWorkflow.Edition) -> String {
        let document = edition.texts
        var lines = text.paragraph(document.title, .bold) + text.provenance(edition.logic)
        let condition = edition.logic.applies
        switch reader.verdict(condition) {
        case .holds: break
        case .mayHold: lines += text.paragraph(text.condition(condition, "Only if") ?? "", .note)
        case .fails: lines += text.paragraph(text.condition(condition, "Not for this caller: only if") ?? "", .warning)
        }
        return lines
    }

    func question(_ question: RunPosition.Question, _ typed: TypedAnswer) throws(IndexError) -> String {
        let texts = workflow.texts(of: question.location)
        var lines = text.paragraph(words.ask(question.field, at: question.location), .bold) + advice(texts)
        if let article = texts.article { lines += try beside(article, texts.section) }
        return lines + options(typed)
    }

    /// The answers that can be typed.
    func options(_ typed: TypedAnswer) -> String {
        var lines = ""
        let width = "\(typed.listed.count)".count
        for (number, value) in typed.listed.enumerated() {
            let padding = String(repeating: " ", count: width - "\(number + 1)".count)
            lines += option(padding + "\(number + 1)", typed.field.words(of: value))
        }
        if let form = typed.form { lines += text.paragraph("Type \(form).", .dim, indent: 2) }
        if typed.field.allowsUnknown { lines += option("u", typed.field.words(of: .unknown)) }
        return lines
    }

    private func option(_ key: String, _ words: String) -> String {
        text.paragraph(StyledText(key, .help) + StyledText("  \(words)"), indent: 2, hanging: key.count + 2)
    }

    /// What to say and what helps.
    func advice(_ texts: StepTexts) -> String {
        var lines = ""
        if let say = texts.say { lines += text.labelled("Say:", "“\(say)”", indent: 2) }
        if let help = texts.help { lines += text.labelled("Help:", help, indent: 2) }
        return lines
    }

    /// The answer of an article, as far as it is for this reader and caller.
    func beside(_ name: String, _ section: String?) throws(IndexError) -> String {
        guard let document = try reader.current(name, language: language) else { return "" }
        var lines = text.labelled("Article:", document.title, indent: 2)
        if reader.isWithheld(document) {
            lines += text.paragraph("Withheld: its review is overdue.", .warning, indent: 4)
        } else {
            switch reader.verdict(document.applies) {
            case .holds: break
            case .mayHold: lines += text.paragraph(text.condition(document.applies, "Only if") ?? "", .note, indent: 4)
            case .fails: return lines + text.paragraph("It is not for this caller.", .warning, indent: 4)
            }
            if let answer = document.answer { lines += text.paragraph(answer, indent: 4) }
        }
        return lines + text.provenance(document, anchor: section ?? "", indent: 4)
    }

    func reasons(_ reasons: [String]) -> String {
        guard !reasons.isEmpty else { return text.paragraph("Nothing that is known yet depends on it.", indent: 2) }
        return text.paragraph("The way on depends on it:", .dim, indent: 2)
            + reasons.map { text.paragraph("- \($0)", indent: 2, hanging: 2) }.joined()
    }
}
