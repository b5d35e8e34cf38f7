import Decisions
import Presentation
import SearchIndex

/// Writes answers for people.
struct SearchText {
    let text: ItemText
    let explains: Bool

    func results(of answer: Search.Answer) -> String {
        var output = answer.results.enumerated().map { index, result in
            (index == 0 ? "" : "\n") + self.result(result, rank: index + 1, answer.question)
        }.joined()
        if answer.hiddenCount > 0 {
            let reasons = answer.hidden.keys.sorted().joined(separator: "; ")
            output += "\n" + text.paragraph("\(answer.hiddenCount) hidden: \(reasons)", .dim)
        }
        return output
    }

    private func result(_ result: Search.Result, rank: Int, _ question: Question) -> String {
        let document = result.document
        let number = "\(rank). "
        let indent = number.count
        let title = StyledText(text.reader.filled(document.title), .bold)
        let pinned =
            result.isPinned
            ? StyledText(result.isNamed ? " (by its id)" : " (chosen for this question)", .dim) : StyledText("")
        var output = text.paragraph(StyledText(number, .dim) + title + pinned, hanging: indent)
        if result.mayNotApply, let condition = text.condition(document.applies, "Only if") {
            output += text.paragraph(condition, .note, indent: indent)
        }
        for alert in result.alerts { output += text.alert(alert, indent: indent) }
        if let answer = document.answer ?? document.alert?.message {
            output += text.paragraph(answer, indent: indent)
            if result.passageAdds, let passage = result.passage { output += self.passage(passage, indent: indent) }
        } else if let passage = result.passage {
            output += self.passage(passage, indent: indent)
        }
        if let say = document.say { output += text.labelled("Say:", "“\(say)”", indent: indent) }
        output += text.paragraph("\(document.path):\(document.line)", .dim, indent: indent)
        output += text.provenance(document, anchor: result.passage?.anchor ?? "", indent: indent)
        if !result.duplicates.isEmpty {
            output += text.paragraph("The same in \(list(result.duplicates))", .dim, indent: indent)
        }
        if explains { output += explanation(of: result.score, question, indent: indent) }
        return output
    }

    private func list(_ ids: [String]) -> String {
        let most = 3
        let rest = ids.count > most ? " and \(ids.count - most) more" : ""
        return ids.prefix(most).joined(separator: ", ") + rest
    }

    private func passage(_ passage: Passage, indent: Int) -> String {
        var output = ""
        if text.reader.verdict(passage.applies) == .mayHold,
            let condition = text.condition(passage.applies, "Only if")
        {
            output += text.paragraph(condition, .note, indent: indent)
        }
        return output + text.paragraph(highlighted(passage), indent: indent)
    }

    /// The beginning of a passage with the question's words in bold.
    private func highlighted(_ passage: Passage) -> StyledText {
        let most = 320
        let bytes = Array(passage.text.utf8)
        var end = bytes.count
        if end > most {
            end =
                bytes[..<most].lastIndex(of: UInt8(ascii: " ")) ?? bytes[..<most].lastIndex { $0 & 0xC0 != 0x80 }
                ?? most
        }
        func piece(_ range: Range<Int>, _ style: Palette.Style?) -> StyledText {
            StyledText(String(decoding: bytes[range], as: UTF8.self), style)
        }
        var styled = StyledText("")
        var offset = 0
        for place in passage.highlights where place.upperBound <= end {
            styled += piece(offset..<place.lowerBound, nil) + piece(place, .bold)
            offset = place.upperBound
        }
        return styled + piece(offset..<end, nil) + StyledText(end < bytes.count ? " …" : "")
    }

    private func explanation(of score: Score, _ question: Question, indent: Int) -> String {
        var parts: [String] = []
        for ((word, others), points) in zip(question.searched, score.words) where points > 0 {
            let also = others.isEmpty ? "" : " (also \(others.joined(separator: ", ")))"
            parts.append("\(word)\(also) \(Points(points))")
        }
        parts.append("coverage \(Points(score.coverage * 100)) %")
        if score.subject > 0 { parts.append("title or question \(Points(score.subject))") }
        if score.proximity > 0 { parts.append("words side by side \(Points(score.proximity))") }
        let factors = [
            ("word for word", score.wordForWord), ("kind", score.kind), ("review", score.freshness),
            ("caller", score.caller), ("other language", score.language),
        ]
        for (name, factor) in factors where factor != 1 { parts.append("\(name) × \(Points(factor))") }
        return text.paragraph(
            "Score \(Points(score.total)): " + parts.joined(separator: ", "), .dim, indent: indent, hanging: 2)
    }

    /// What the best result leaves out of the question, where that is much.
    private func doubts(_ answer: Search.Answer) -> [String] {
        var notes: [String] = []
        let most = 4
        let suggested = Set(answer.question.suggestions.map(\.word))
        let unknown = answer.question.unknown.filter { !suggested.contains($0) }.map { "“\($0)”" }
        if !unknown.isEmpty {
            let rest = unknown.count > most ? " and \(unknown.count - most) more words" : ""
            notes.append("Nothing has \(unknown.prefix(most).joined(separator: ", "))\(rest).")
        }
        if let best = answer.results.first, !best.isPinned {
            let words = answer.question.searched.map(\.word)
            let found = zip(words, best.score.words).filter { $1 > 0 }.map { "“\($0.0)”" }
            if words.count >= 2, found.count * 2 < words.count, found.count <= most {
                notes.append("Of the question, the first result has only \(found.joined(separator: ", ")).")
            }
        }
        return notes
    }

    /// What a person should know of how the question was taken, and what to do where there is no answer.
    func notes(on answer: Search.Answer, to question: String) -> [String] {
        var notes = answer.question.corrections.map { "Searched for “\($0.taken)”, as nothing has “\($0.word)”." }
        notes += answer.question.suggestions.map { "Nothing has “\($0.word)”. Did you mean “\($0.taken)”?" }
        guard answer.results.isEmpty else { return notes + doubts(answer) }
        // A call may be pasted whole; its beginning says which question it was.
        let most = 80
        let shown = question.count > most ? question.prefix(most) + "…" : question[...]
        let suggested = Set(answer.question.suggestions.map(\.word))
        let unknown = answer.question.unknown.filter { !suggested.contains($0) }.map { "“\($0)”" }
        let words = unknown.isEmpty ? "" : " Nothing has \(unknown.joined(separator: ", "))."
        notes.append("Nothing found for “\(shown)”.\(words) Try fewer or other words.")
        if !answer.nearest.isEmpty {
            let titles = answer.nearest.map { "“\(text.reader.filled($0.title))” (\($0.id))" }
            notes.append("Nearest: \(titles.joined(separator: ", ")).")
        }
        return notes
    }
}

/// A score as people read it: one digit after the point, two for small ones.
struct Points: CustomStringConvertible {
    let value: Float

    init(_ value: Float) { self.value = value }

    var description: String {
        let scale: Float = abs(value) < 10 ? 100 : 10
        let rounded = (value * scale).rounded() / scale
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }
}
