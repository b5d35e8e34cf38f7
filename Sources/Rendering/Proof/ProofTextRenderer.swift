import Decisions
import Diagnostics
package import Presentation
import Time

/// Proofs for people: for each workflow what holds for whom, and what does not, as findings are shown.
package struct ProofTextRenderer {
    private static let planLines = 12
    private let width: Int
    private let palette: Palette

    package init(width: Int = TextRenderer.standardWidth, palette: Palette = .plain) {
        self.width = max(width, 30)
        self.palette = palette
    }

    package func render(_ report: ProofReport, to output: inout some TextOutputStream) {
        for (number, workflow) in report.workflows.enumerated() {
            if number > 0 { output.write("\n") }
            for line in lines(workflow, report) { output.write(line.painted(palette) + "\n") }
            guard !workflow.findings.active.isEmpty else { continue }
            output.write("\n")
            TextRenderer(width: width, palette: palette).render(workflow.findings, to: &output)
        }
    }

    private func lines(_ workflow: ProvenWorkflow, _ report: ProofReport) -> [StyledText] {
        let heading =
            StyledText("\(workflow.path):\(workflow.line): ", .path) + StyledText(workflow.id, .bold)
            + StyledText(dates(workflow.range, report.zone), .dim)
        var lines = TextWrap.lines(of: heading, width: width, hanging: 4)
        for (label, text) in sentences(workflow, report) {
            let styled = StyledText(label.text, label.style) + StyledText(text)
            lines += indented(styled)
        }
        for hint in workflow.hints {
            let isOrder = if case .order = hint { true } else { false }
            lines += indented(
                StyledText("hint: ", .help)
                    + StyledText(HintText(isEven: report.isEven).text(hint) + (isOrder ? ":" : "")))
            guard case .order(let order) = hint else { continue }
            for line in PlanText(workflow.proof?.fields ?? []).lines(order.plan, most: Self.planLines) {
                let margin = 6 + line.prefix { $0 == " " }.count
                lines += indented(StyledText(line), by: margin)
            }
        }
        return lines
    }

    private typealias Label = (text: String, style: Palette.Style)

    private func sentences(_ workflow: ProvenWorkflow, _ report: ProofReport) -> [(Label, String)] {
        guard let proof = workflow.proof else {
            return [(("not proven: ", .error), "it cannot be read in full; 'kb validate \(workflow.path)' says why")]
        }
        let contexts = "\(CountText.contexts(proof.contexts)) of \(CountText.of(proof.fields.count, "field"))"
        let asks = asks(workflow, isEven: report.isEven)
        if workflow.verdict == .proven {
            return [
                (
                    ("proven: ", .help),
                    "for \(contexts), each of which comes to exactly one outcome; no step, answer, entry or question is idle"
                        + (asks.map { "; \($0)" } ?? "")
                )
            ]
        }
        var sentences: [(Label, String)] = []
        if !workflow.failures.isEmpty {
            let count = workflow.failures.count == 1 ? "1 thing does" : "\(workflow.failures.count) things do"
            let suppressed = workflow.findings.findings.count - workflow.findings.active.count
            let left = suppressed > 0 ? "; \(suppressed) suppressed" : ""
            sentences.append((("not proven: ", .error), "\(count) not hold for \(contexts)" + left))
        }
        if let text = workflow.undecidedText {
            sentences.append((("not decided: ", .warning), "for \(contexts), \(text)"))
        }
        let proven = FlowProperty.allCases.filter(proof.proven.contains).filter {
            $0 != .withinBudget || workflow.budget != nil
        }
        let holds = proven.map(\.phrase) + (asks.map { [$0] } ?? [])
        if !holds.isEmpty { sentences.append((("what holds: ", .help), holds.joined(separator: ", "))) }
        return sentences
    }

    /// How many questions callers are asked.
    private func asks(_ workflow: ProvenWorkflow, isEven: Bool) -> String? {
        guard let questions = workflow.questions else { return nil }
        let average =
            workflow.average.map { ", \(CountText.mean($0)) on average" + (isEven ? "" : " for the callers given") }
            ?? ""
        let budget = workflow.budget.map { " (the budget is \($0))" } ?? ""
        return "at most \(CountText.of(questions, "question"))" + budget + average
    }

    private func dates(_ range: InstantRange, _ zone: TimeZoneRules) -> String {
        func day(_ instant: Instant) -> String {
            let local = zone.local(instant)
            return local.secondOfDay == 0 ? "\(local.date)" : "\(local)"
        }
        let from = range.from.map { " from \(day($0))" } ?? ""
        return from + (range.until.map { " until \(day($0))" } ?? "")
    }

    private func indented(_ text: StyledText, by indent: Int = 2) -> [StyledText] {
        let margin = StyledText(String(repeating: " ", count: min(indent, width / 2)))
        return TextWrap.lines(of: text, width: width - min(indent, width / 2), hanging: 2).map { margin + $0 }
    }
}

extension FlowProperty {
    /// As one of several in a sentence.
    fileprivate var phrase: String {
        switch self {
        case .noGap: "every caller is led on from every step"
        case .everyStepReached: "no step is idle"
        case .everyAnswerMatches: "no answer or entry is idle"
        case .noCycle: "nobody goes round in a circle"
        case .everyQuestionMatters: "no question is in vain"
        case .withinBudget: "nobody is asked beyond the budget"
        }
    }
}
