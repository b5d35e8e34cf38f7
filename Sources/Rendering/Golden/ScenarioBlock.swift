import GoldenQuestions
import Presentation

/// What is said of a workflow scenario on a terminal.
struct ScenarioBlock {
    let text: ScenarioText
    let layout: TestLayout

    var lines: [StyledText] {
        let head = layout.head(text, text.workflow, as: ("caller:", text.calledAs))
        return head + (text.scenario.isCompared ? changed : failed)
    }

    private var failed: [StyledText] {
        let isSaid = text.scenario.failures.contains { $0.reason == .otherQuestions }
        return isSaid ? [] : layout.labelled("asked for:", text.scenario.outcome.askedText)
    }

    private var changed: [StyledText] {
        var lines: [StyledText] = []
        if text.scenario.change == .rewritten || text.scenario.change == .removed {
            lines += layout.labelled("expected:", text.expectations.joined(separator: "; "))
        }
        for change in text.changes {
            lines += layout.labelled("before:", change.before) + layout.labelled("now:", change.now)
        }
        return lines
    }
}
