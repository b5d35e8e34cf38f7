import Content
import Diagnostics
import Markdown

/// KB308
struct NeverSayRule: FileRule {
    static let id = RuleID("KB308", "never-say")
    static let severity = Severity.error
    static let summary = "An article does not itself say what it bans."
    static let why = """
        A promise such as “you're covered” is banned because it has cost somebody. The article that bans it is the first \
        place where an agent would read it aloud.
        """
    static let examples = RuleExamples(
        valid: [.article("never_say: [{text: It is free, instead: Ask the garage.}]", body: "Ask the garage.")],
        invalid: [
            .article("never_say: [{text: It is free, instead: Ask the garage.}]", body: "Come by car. ↓It is  free."),
            .article("never_say: [{text: It is free}]\nsay: ↓Do come; it is free."),
        ])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        guard let item = file.item, let article = file.article, !article.neverSay.isEmpty else { return }
        let spoken = [article.answer, article.say].compactMap(\.self)
        for ban in article.neverSay {
            let phrase = words(ban.text.value).map(\.text)
            guard !phrase.isEmpty else { continue }
            for text in spoken where find(phrase, in: text.value) != nil {
                report.add(.banned(ban), in: item, at: text.range)
            }
            for block in file.content.markdown.flatMap(\.sections).flatMap(\.blocks) {
                guard let found = find(phrase, in: block.text) else { continue }
                report.add(.banned(ban), in: item, at: block.sourceRange(of: found))
            }
        }
    }

    /// The words of a text in lower case, with their bytes; apostrophes of either form are one.
    private func words(_ text: String) -> [(text: String, range: Range<Int>)] {
        var words: [(String, Range<Int>)] = []
        var word = ""
        var start = 0
        var offset = 0
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "'"
                || scalar == "\u{2019}"
            {
                if word.isEmpty { start = offset }
                word += scalar == "\u{2019}" ? "'" : scalar.properties.lowercaseMapping
            } else if !word.isEmpty {
                words.append((word, start..<offset))
                word = ""
            }
            offset += width
        }
        if !word.isEmpty { words.append((word, start..<offset)) }
        return words
    }

    private func find(_ phrase: [String], in text: String) -> Range<Int>? {
        let words = words(text)
        guard words.count >= phrase.count else { return nil }
        for start in 0...(words.count - phrase.count) {
            let candidate = words[start..<start + phrase.count]
            if candidate.map(\.text) == phrase {
                return words[start].range.lowerBound..<candidate.last!.range.upperBound
            }
        }
        return nil
    }
}

extension Message {
    fileprivate static func banned(_ ban: Article.Ban) -> Message {
        Message(
            "this says “\(ban.text.value)”, which the article itself bans",
            help: ban.instead.map { "say instead: “\($0)”" } ?? "say it in another way")
    }
}
