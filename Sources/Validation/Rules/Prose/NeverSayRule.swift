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

    /// Bans that are looked for; more are too many for the schema.
    private static let most = 1000

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        guard let item = file.item, let article = file.article, !article.neverSay.isEmpty else { return }
        var bans: [String: [(ban: Article.Ban, phrase: [String])]] = [:]
        for ban in article.neverSay.prefix(NeverSayRule.most) {
            let phrase = words(ban.text.value).map(\.text)
            if let first = phrase.first { bans[first, default: []].append((ban, phrase)) }
        }
        for text in [article.answer, article.say].compactMap(\.self) {
            for (ban, _) in find(bans, in: text.value) { report.add(.banned(ban), in: item, at: text.range) }
        }
        for block in file.content.markdown.flatMap(\.sections).flatMap(\.blocks) {
            for (ban, range) in find(bans, in: block.text) {
                report.add(.banned(ban), in: item, at: block.sourceRange(of: range))
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

    /// Where each ban is first broken.
    private func find(
        _ bans: [String: [(ban: Article.Ban, phrase: [String])]], in text: String
    ) -> [(ban: Article.Ban, range: Range<Int>)] {
        let words = words(text)
        var found: [(Article.Ban, Range<Int>)] = []
        var told: Set<Int> = []
        for start in words.indices {
            for (ban, phrase) in bans[words[start].text] ?? [] where start + phrase.count <= words.count {
                let candidate = words[start..<start + phrase.count]
                guard candidate.lazy.map(\.text).elementsEqual(phrase),
                    told.insert(ban.text.range.lowerBound).inserted
                else { continue }
                found.append((ban, words[start].range.lowerBound..<candidate.last!.range.upperBound))
            }
        }
        return found
    }
}

extension Message {
    fileprivate static func banned(_ ban: Article.Ban) -> Message {
        Message(
            "this says “\(ban.text.value)”, which the article itself bans",
            help: ban.instead.map { "say instead: “\($0)”" } ?? "say it in another way")
    }
}
