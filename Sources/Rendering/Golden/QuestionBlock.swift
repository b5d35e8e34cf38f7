import GoldenQuestions
import Presentation

/// What is said of a golden question on a terminal.
struct QuestionBlock {
    let text: QuestionText
    let layout: TestLayout

    var lines: [StyledText] {
        let head = layout.head(text, text.ask, as: ("asked as:", text.askedAs))
        return head + (text.question.isCompared ? changed : failed)
    }

    private var failed: [StyledText] {
        let found = text.question.outcome.found
        guard !found.isEmpty else { return layout.labelled("came up:", "nothing") }
        var lines = layout.labelled("came up:", "")
        for (index, item) in found.enumerated() {
            let row = StyledText("\(index + 1). \(item.id)") + StyledText(" · \(item.title)", .dim)
            lines += layout.indented(row, by: TestLayout.indent + 2, hanging: 3)
        }
        return lines
    }

    private var changed: [StyledText] {
        let outcome = text.question.outcome
        var lines: [StyledText] = []
        if text.question.change == .rewritten || text.question.change == .removed {
            lines += layout.labelled("expected:", text.expectations.joined(separator: "; "))
        }
        if let ranks = text.ranks { lines += layout.indented(StyledText(ranks)) }
        if let before = text.question.before, before.found.map(\.id) != outcome.found.map(\.id) {
            lines += layout.labelled("before:", QuestionText.ranking(before))
            lines += layout.labelled("now:", QuestionText.ranking(outcome))
        }
        for change in text.shownChanges {
            lines += layout.labelled("\(change.label) of \(text.shownOf) before:", change.before)
            lines += layout.labelled("now:", change.now)
        }
        return lines
    }
}
