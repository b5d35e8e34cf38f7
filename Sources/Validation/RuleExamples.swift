/// Content that a rule accepts and content that it finds fault with.
package struct RuleExamples: Sendable {
    package var valid: [RuleExample]
    package var invalid: [RuleExample]

    package init(valid: [RuleExample], invalid: [RuleExample]) {
        self.valid = valid
        self.invalid = invalid
    }
}

/// Some files, laid over a small knowledge base that has no findings.
///
/// In an invalid example `↓` stands before each place where the rule must report.
package struct RuleExample: Sendable {
    package static let marker: Unicode.Scalar = "↓"

    /// Text by path.
    package var files: [String: String]
    /// The moment at which the example is judged.
    package var at: String

    package init(_ files: [String: String], at: String = "2026-09-01") {
        self.files = files
        self.at = at
    }

    /// One file.
    package init(_ path: String, _ text: String, at: String = "2026-09-01") {
        self.init([path: text], at: at)
    }

    /// An article with the required fields and some more.
    ///
    /// - Parameters:
    ///   - fields: Front matter; an id, title, owner, audience, answer or review in it takes the place of the usual one.
    ///   - body: Markdown.
    package static func article(
        _ fields: String = "", body: String = "Text.", path: String = "articles/parking.md", at: String = "2026-09-01"
    ) -> RuleExample {
        RuleExample(path, articleText(fields, body: body), at: at)
    }

    package static func articleText(_ fields: String = "", body: String = "Text.") -> String {
        let usual = [
            ("id", "parking"), ("title", "Where patients park"), ("owner", "editors"), ("audience", "[agents]"),
            ("answer", "Patients park in the garage."), ("category", "visit"),
            ("review", "{last: 2026-06-01, every: 180d}"),
        ]
        let names = fields.split(separator: "\n").compactMap { line in
            line.split(separator: ":").first.map { String($0).filter { $0 != "↓" && $0 != "\u{FEFF}" } }
        }
        let rest = usual.filter { !names.contains($0.0) }.map { "\($0): \($1)\n" }.joined()
        let own = fields.isEmpty ? "" : fields + "\n"
        return "---\n" + rest + own + "---\n" + body + "\n"
    }

    /// The knowledge base that examples are laid over.
    package static let base: [String: String] = [
        "kb.yaml": """
        kb: 1
        name: Example
        timezone: America/New_York
        languages: [en, es]
        audiences:
          public: {}
          agents: {includes: [public]}
          billing: {includes: [agents]}
        context:
          payer: {type: choice, values: {medicare: Medicare, commercial: Commercial}}
          urgency: {type: choice, values: {routine: Routine, urgent: Urgent}}
          age: {type: integer, min: 0, max: 120}
          pacemaker: {type: boolean, unknown: true}
        requirements:
          referral: {label: Signed referral, team: front-desk}
          authorisation: {label: Payer authorisation, team: front-desk, after: [referral]}
        review: {every: 365d, by_risk: {high: 90d, regulated: 30d}}

        """,
        "people.yaml": """
        people:
          - {id: editor-1, name: Example Editor, email: editor@example.org}
        groups:
          - {id: editors, members: [editor-1]}

        """,
        "navigation/main.yaml": """
        categories:
          visit: {title: The visit}

        """,
        "facts/visit.yaml": """
        facts:
          visit.arrive-early: {label: Minutes to arrive early, unit: minutes, owner: editors, values: [{value: 15}]}

        """,
        "directory/front-desk.yaml": """
        id: front-desk
        type: team
        title: Front desk
        owner: editors
        audience: [agents]
        category: visit
        review: {last: 2026-08-20, every: 30d}
        phones: [{for: arrivals, number: "+1 555 0100"}]

        """,
        "templates/procedure.md": """
        ---
        type: procedure
        title: Procedure
        description: How a task is done.
        fields: [answer]
        optional: [Exceptions]
        ---
        ## Steps

        ## Exceptions

        """,
        "articles/arrival.md": """
        ---
        id: arrival
        title: When patients arrive
        answer: Patients arrive {{fact:visit.arrive-early}} minutes early.
        owner: editors
        audience: [public]
        category: visit
        review: {last: 2026-06-01, every: 180d}
        ---
        ## At the desk

        Patients show a photo and a card.

        """,
    ]
}
