import SeededRandom

extension RandomWords {
    mutating func article(_ item: RandomPlan.Item) -> TwoSides {
        var text = "---\n" + head(item)
        text += "answer: \(quoted())\nquestions: [\(quoted())]\n"
        text += field("related", ["article", "workflow"])
        text += escalations().field("escalate")
        text += attachments().field("attachments")
        if chance(3) { text += "requires: [referral, {id: authorisation, if: {payer: medicare}}]\n" }
        if chance(4) { text += "keywords: [\(unique("key"))]\n" }
        return text + "---\n" + body(item) + "\n"
    }

    private mutating func escalations() -> [TwoSides] {
        references(["directory"], most: 2).map { $0.wrapped("{if: {urgency: urgent}, to: ", "}") }
    }

    private mutating func attachments() -> [TwoSides] {
        (0..<Int.random(in: 0...2, using: &random)).map { _ in
            let file = "assets/\(unique("file")).pdf"
            guard chance(2) else { return TwoSides("{file: \(file)}") }
            let audience = plan.audience(&random)
            let text = "{file: \(file), audience: " + plan.list(audience) + "}"
            return plan.isReadable(audience) ? text : text.hiddenOnly
        }
    }

    private mutating func body(_ item: RandomPlan.Item) -> TwoSides {
        item.sections.map { section in
            let text = text(section, of: item)
            guard !section.isForAll else { return text }
            var options = section.applies.map { [TwoSides("applies: \($0)")] } ?? []
            if !section.audience.isEmpty { options.append("audience: " + plan.list(section.audience)) }
            let opening = "::: {" + options.joined(", ") + "}\n"
            let block = TwoSides(opening.full + text.full, cut: text.cut.isEmpty ? "" : opening.cut + text.cut)
            let closed = block.wrapped("", "\n:::")
            return section.isShown ? closed : closed.hiddenOnly
        }.joined("\n\n")
    }

    private mutating func text(_ section: RandomPlan.Section, of item: RandomPlan.Item) -> TwoSides {
        var parts: [TwoSides] = []
        for heading in section.headings {
            parts.append(TwoSides("## \(heading)"))
            parts += paragraphs(item)
        }
        if section.headings.isEmpty { parts += paragraphs(item) }
        return parts.joined("\n\n")
    }

    private mutating func paragraphs(_ item: RandomPlan.Item) -> [TwoSides] {
        (0..<Int.random(in: 1...3, using: &random)).flatMap { _ in paragraph(item) }
    }

    private mutating func paragraph(_ item: RandomPlan.Item) -> [TwoSides] {
        switch Int.random(in: 0..<11, using: &random) {
        case 0: return [TwoSides.hidden("<!-- \(sentence()) -->")]
        case 1: return [TwoSides("```\n[code](kb:\(name(["article"])))\n```")]
        case 2:
            let (link, definition) = link(from: item.id)
            // A paragraph of its own, which may leave nothing.
            return [link] + (definition.map { [$0] } ?? [])
        case 3, 4:
            let (link, definition) = link(from: item.id)
            return ["- \(sentence())\n- \(unique("item"))" + link.wrapped(" ") + " \(sentence())"]
                + (definition.map { [$0] } ?? [])
        case 5:
            let (link, definition) = link(from: item.id)
            return ["| a | b |\n|---|---|\n| \(unique("cell"))" + link.wrapped(" ") + " x | y |"]
                + (definition.map { [$0] } ?? [])
        case 6: return [TwoSides(sentence()), unusedDefinition()]
        default:
            var text = TwoSides(sentence())
            var definitions: [TwoSides] = []
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let (link, definition) = link(from: item.id)
                text += link.wrapped(" ")
                if let definition { definitions.append(definition) }
                if chance(5) { text += TwoSides.hidden(" <!-- \(sentence()) -->") }
                text += " \(sentence())"
            }
            return [text + "."] + definitions
        }
    }
}
