import Content
package import Time

/// A file for an author to fill in. As it is laid out it has no errors.
package struct NewFile: Hashable, Sendable {
    package var path: String
    package var text: String

    /// What a new file says of itself.
    package struct Details: Sendable {
        package var id: String
        package var title: String
        package var owner: String
        package var audience: String
        /// Of an article: a template's name.
        package var type: String?
        package var category: String?
        /// The folder within that of the kind, such as `scheduling`.
        package var folder: String?
        /// Of a hub: an item to begin with.
        package var firstItem = "write-an-id-here"
        /// The names of the fields of kb.yaml, which a workflow's own must not have.
        package var contextFields: Set<String> = []
        /// The moment at which it is laid out, in the knowledge base's zone.
        package var now: LocalDateTime

        package init(id: String, title: String?, owner: String, audience: String, now: LocalDateTime) {
            self.id = id
            self.title = title ?? id.prefix(1).uppercased() + id.dropFirst().replacing("-", with: " ")
            self.owner = owner
            self.audience = audience
            self.now = now
        }
    }

    /// - Parameter templateBody: The Markdown of the article's type; nil where it has none.
    package init(_ kind: NewKind, _ details: Details, templateBody: String? = nil) {
        let file = kind.fileKind
        let folder = [file.folder, details.folder].compactMap(\.self).joined(separator: "/")
        path = "\(folder)/\(details.id)\(file.suffix)"
        let up = String(repeating: "../", count: path.count { $0 == "/" })
        let modeline = "# yaml-language-server: $schema=\(up).kb/schemas/\(file.rawValue).schema.json\n"
        let body = NewFile.body(kind, details)
        switch file {
        case .article: text = "---\n" + modeline + body + "---\n" + (templateBody ?? "Write the article here.\n")
        case .template: text = "---\n" + modeline + body + "---\n## When to use this\n\n## Steps\n"
        default: text = modeline + body
        }
    }

    private static func body(_ kind: NewKind, _ details: Details) -> String {
        let id = details.id
        let title = quoted(details.title)
        let category = details.category.map { "category: \($0)\n" } ?? ""
        let common = """
            id: \(id)
            title: \(title)
            owner: \(details.owner)
            audience: [\(details.audience)]
            \(category)
            """
        let review = "review: {every: 180d}                # last: the day of the first review\n"
        switch kind {
        case .article:
            let type = details.type.map { "type: \($0)\n" } ?? ""
            return common + type + review + """
                answer: Write the short answer here, in one or two sentences.
                questions:
                  - \(quoted("What would a caller ask about " + details.title.lowercased() + "?"))

                """
        case .workflow:
            let field = unused("is_urgent", among: details.contextFields)
            return common + review + """
                budget: 2                           # questions at most for any caller
                fields:                             # of this workflow alone; those of all stand in kb.yaml
                  \(field): {type: boolean}
                  \(unused("has_visit", among: details.contextFields)): {type: boolean, unknown: true}
                start: urgent
                steps:
                  urgent:
                    ask: Is it urgent?
                    say: "Is this urgent?"
                    field: \(field)
                    next: {true: call-now, false: visit}
                  visit:
                    ask: Does the caller have a visit already?
                    field: \(unused("has_visit", among: details.contextFields))
                    next: {true: move, false: book, unknown: look-up}
                  call-now: {outcome: Pass the call on at once.}
                  move: {outcome: Offer another time for the visit.}
                  book: {outcome: Book the next free time.}
                  look-up: {outcome: Look the visit up by name and date of birth.}

                """
        case .alert, .announcement:
            let from = "\(details.now.date)T\(clock(details.now))"
            let until = "\(details.now.date.adding(days: 1))T\(clock(details.now))"
            let targets =
                kind == .alert
                ? "targets: all                        # or: {articles: [ID], categories: [ID], workflows: [ID]}\n" : ""
            return """
                id: \(id)
                type: \(kind.rawValue)
                title: \(title)
                owner: \(details.owner)
                audience: [\(details.audience)]
                \(category)severity: info                      # info, warning, critical
                from: \(from)
                until: \(until)
                \(targets)message: Write what the agent must know and do.

                """
        case .team:
            return "type: team\n" + common + review + """
                phones: [{for: everything, number: "+1 555 0100"}]
                hours: {mon-fri: "08:00-17:00"}

                """
        case .location:
            return "type: location\n" + common + review + """
                address: 1 Example Street
                hours: {mon-fri: "08:00-17:00"}

                """
        case .quiz:
            return common + review + """
                pass: 80                            # per cent
                questions:
                  - ask: Write the question here.
                    choices: [The right answer, A wrong answer]
                    answer: The right answer

                """
        case .hub:
            return """
                hubs:
                  - id: \(id)
                    title: \(title)
                    owner: \(details.owner)
                    audience: [\(details.audience)]
                    review: {every: 365d}
                    sections:
                      - {title: First section, items: [\(details.firstItem)]}

                """
        case .facts:
            return """
                facts:
                  \(id).example: {label: What the value is, owner: \(details.owner), values: [{value: 1}]}

                """
        case .synonyms:
            return """
                synonyms:
                  - {words: [a word, another word]}

                """
        case .template:
            return """
                type: \(id)
                title: \(title)
                description: What an article of this type is for.

                """
        case .tests:
            return """
                questions: []                       # - {ask: a caller's words, expect: {first: ID}}
                scenarios: []                       # - {workflow: ID, context: {}, expect: {outcome: STEP}}

                """
        }
    }

    private static func unused(_ name: String, among taken: Set<String>) -> String {
        var free = name
        while taken.contains(free) { free += "_here" }
        return free
    }

    private static func clock(_ time: LocalDateTime) -> String {
        (time.hour < 10 ? "0" : "") + "\(time.hour):" + (time.minute < 10 ? "0" : "") + "\(time.minute)"
    }

    /// YAML text in double quotes where it could be read as something else.
    private static func quoted(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar == " " || scalar == "-" || scalar == "?" || scalar == ","
                || scalar == "."
                || ("0"..."9").contains(scalar)
        }
        let startsWithLetter = text.unicodeScalars.first?.properties.isAlphabetic == true
        let isWord = ["true", "false", "null"].contains(text.lowercased())
        if isPlain && startsWithLetter && !isWord && !text.hasSuffix(" ") { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted += "\\" }
            quoted.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
        }
        return quoted + "\""
    }
}
