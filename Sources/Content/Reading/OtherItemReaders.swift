import Decisions
import Time
import YAML

extension ItemReader {
    func alert(_ root: Node) -> Item? {
        item(.alert, root) { fields in
            var alert = Alert(from: fields.moment("from"), until: fields.moment("until"))
            alert.isAnnouncement = fields.text("type")?.value == "announcement"
            alert.severity = fields.text("severity").flatMap { Alert.Severity(rawValue: $0.value) } ?? .info
            alert.say = fields.text("say")
            alert.message = fields.text("message")
            alert.targetsAll = fields.text("targets")?.value == "all"
            if let targets = fields.child("targets") {
                alert.articles = targets.texts("articles")
                alert.categories = targets.texts("categories")
                alert.workflows = targets.texts("workflows")
            }
            for article in alert.articles {
                findings.refer(.item(article.value, anchor: nil), "alert target", article.range)
            }
            for category in alert.categories {
                findings.refer(.category(category.value), "alert target", category.range)
            }
            for workflow in alert.workflows {
                findings.refer(.workflow(workflow.value), "alert target", workflow.range)
            }
            return .alert(alert)
        }
    }

    func directoryEntry(_ root: Node) -> Item? {
        item(.directory, root) { fields in
            var entry = DirectoryEntry(afterHours: fields.text("after_hours"))
            entry.isLocation = fields.text("type")?.value == "location"
            entry.address = fields.text("address")?.value
            entry.phones = fields.children("phones").compactMap { phone in
                phone.text("number").map { .init(purpose: phone.text("for")?.value, number: $0.value) }
            }
            entry.hours = hours(fields)
            if let next = entry.afterHours {
                findings.refer(.directoryEntry(next.value), Reference.Role.afterHours, next.range)
            }
            return .directory(entry)
        }
    }

    func quiz(_ root: Node) -> Item? {
        item(.quiz, root) { fields in
            let questions = fields.children("questions").compactMap { question -> Quiz.Question? in
                guard let ask = question.text("ask") else { return nil }
                let article = question.text("article")
                if let article { findings.refer(.item(article.value, anchor: nil), "article", article.range) }
                let fact = question.text("fact")
                if let fact { findings.refer(.fact(fact.value), "fact", fact.range) }
                return Quiz.Question(
                    ask: ask, article: article, fact: fact, choices: question.texts("choices"),
                    answers: question.texts("answer"))
            }
            return .quiz(Quiz(questions: questions))
        }
    }

    func hub(_ node: Node) -> Item? {
        item(.hub, node) { fields in
            let sections = fields.children("sections").map { section in
                (title: section.text("title")?.value ?? "", items: section.texts("items"))
            }
            for item in sections.flatMap(\.items) {
                findings.refer(.item(item.value, anchor: nil), "hub entry", item.range)
            }
            return .hub(Hub(sections: sections))
        }
    }

    private func hours(_ fields: FieldReader) -> [(days: String, times: String)] {
        if let always = fields.text("hours") { return [(days: always.value, times: "")] }
        return (fields.child("hours")?.entries ?? []).map { entry in
            (days: entry.key.text, times: FieldReader.texts(entry.value).map(\.value).joined(separator: ", "))
        }
    }
}
