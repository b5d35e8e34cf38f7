import SeededRandom

extension RandomWords {
    /// What items of every kind have.
    mutating func head(_ item: RandomPlan.Item) -> TwoSides {
        let person = random.pick(["editor-1", "editor-2", "editors", "secret-group"])
        var text = TwoSides("id: \(item.id)\ntitle: \(unique("Title")) of \(item.id)\nowner: \(person)\n")
        if chance(3) { text += TwoSides.hidden("# \(sentence())\n") }
        text += "audience: " + plan.list(item.audience) + "\n"
        text += "category: \(item.category)\n"
        if item.language != "en" { text += "language: \(item.language)\n" }
        if !item.aliases.isEmpty { text += "aliases: [\(item.aliases.joined(separator: ", "))]\n" }
        if item.kind != "alert" {
            // The hash is of the whole file, so that it is another one without the hidden part.
            let verified = chance(2) ? ", verified: \(String(repeating: "\(random.pick([1, 2, 3]))", count: 64))" : ""
            text += "review: {last: 2026-06-01, every: 180d" + TwoSides.hidden(verified) + "}\n"
            if chance(6) {
                text += "status: retired\n" + reference([item.kind]).wrapped("replaced_by: ", "\n")
            }
        }
        return text
    }

    mutating func workflow(_ item: RandomPlan.Item) -> TwoSides {
        var text = head(item) + "questions: [\(quoted())]\nstart: ask\nsteps:\n"
        text += "  ask: {ask: \(quoted()), field: urgency, next: {urgent: sub, routine: end}}\n"
        let call = reference(["workflow"]).wrapped("call: ", ", ")
        text += "  sub: {" + call + "next: {granted: end}}\n"
        var handoff = [reference(["directory"]).wrapped("to: ")]
        if chance(2) { handoff.append(TwoSides("with: [referral]")) }
        let outcome = [
            TwoSides("outcome: \(quoted())"), reference(["article"]).wrapped("article: "),
            handoff.joined(", ").wrapped("handoff: {", "}"),
            TwoSides(chance(2) ? "requires: [{id: referral, if: {payer: medicare}}]" : ""),
        ]
        return text + "  end: {" + outcome.joined(", ") + "}\n"
    }

    mutating func alert(_ item: RandomPlan.Item) -> TwoSides {
        var text = head(item) + "type: alert\nseverity: warning\nfrom: 2026-08-30\nuntil: 2026-09-04T18:00\n"
        text += "message: \(quoted())\n"
        guard !chance(5) else { return text + "targets: all\n" }
        let categories = (0..<Int.random(in: 0...2, using: &random)).map { _ in
            let category = random.pick(RandomPlan.categories)
            return TwoSides(category, cut: plan.isKnown(category: category) ? category : "")
        }
        let targets = [
            references(["article"]).joined(", ").wrapped("articles: [", "]"),
            categories.joined(", ").wrapped("categories: [", "]"),
            references(["workflow"]).joined(", ").wrapped("workflows: [", "]"),
        ]
        return text + targets.joined(", ").wrapped("targets: {", "}\n")
    }

    mutating func directory(_ item: RandomPlan.Item) -> TwoSides {
        head(item)
            + "type: team\nphones: [{for: scheduling, number: \"+1 555 01\(Int.random(in: 10...99, using: &random))\"}]\n"
            + reference(["directory"]).wrapped("after_hours: ", "\n") + "hours: {mon-fri: \"08:00-17:00\"}\n"
    }

    mutating func quiz(_ item: RandomPlan.Item) -> TwoSides {
        var text = head(item) + "questions:\n"
        for _ in 0...1 {
            text += "  - {ask: \(quoted()), " + reference(["article"]).wrapped("article: ", ", ")
            text += "choices: [one, two], answer: one}\n"
        }
        return text
    }

    /// An entry of a navigation file.
    mutating func hub(_ item: RandomPlan.Item) -> TwoSides {
        var text = head(item)
        let sections = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            let title = quoted()
            return references(["article", "workflow"]).joined(", ").wrapped("{title: \(title), items: [", "]}")
        }
        text += sections.field("sections")
        func entry(_ lines: String) -> String {
            let lines = lines.split(separator: "\n").map { "    \($0)\n" }.joined()
            return "  - " + lines.dropFirst(4)
        }
        return TwoSides(entry(text.full), cut: entry(text.cut))
    }
}
