package import Time

/// The files of a new knowledge base, in the order they are written. As laid out it has no findings.
package struct NewKnowledgeBase: Sendable {
    package let files: [(path: String, text: String)]

    /// - Parameter today: The day its first articles are reviewed.
    package init(name: String, timeZone: String, today: CivilDate) {
        func modeline(_ kind: String, _ up: String = "") -> String {
            "# yaml-language-server: $schema=\(up).kb/schemas/\(kind).schema.json\n"
        }
        files = [
            (
                "people.yaml",
                modeline("people") + """
                    people:
                      - {id: editor-1, name: Example Editor, email: editor@example.org}
                    groups:
                      - {id: editors, members: [editor-1]}
                    roles:
                      approver: {members: [editors], may: [approve, publish]}

                    """
            ),
            (
                "navigation/main.yaml",
                modeline("navigation", "../") + """
                    categories:
                      general: {title: General}

                    """
            ),
            (
                "templates/procedure.md",
                "---\n" + modeline("template", "../") + """
                    type: procedure
                    title: Procedure
                    description: How a task is done, step by step.
                    fields: [answer]
                    optional: [Exceptions]
                    ---
                    ## When to use this

                    ## Steps

                    ## Exceptions

                    """
            ),
            (
                "facts/general.yaml",
                modeline("facts", "../") + """
                    facts:
                      visit.arrive-early: {label: Minutes to arrive early, unit: minutes, owner: editors, values: [{value: 15}]}

                    """
            ),
            (
                "articles/arriving-for-a-visit.md",
                "---\n" + modeline("article", "../") + """
                    id: arriving-for-a-visit
                    type: procedure
                    title: Arriving for a visit
                    answer: Patients arrive {{fact:visit.arrive-early}} minutes early and bring a photo ID.
                    questions:
                      - When should I arrive?
                      - What do I bring to my visit?
                    say: "Please arrive {{fact:visit.arrive-early}} minutes early and bring a photo ID."
                    category: general
                    audience: [public]
                    owner: editors
                    review: {last: \(today), every: 180d}
                    ---
                    ## When to use this

                    A caller asks about the day of a visit.

                    ## Steps

                    1. Say when to arrive.
                    2. Ask whether the caller has a photo ID.

                    """
            ),
            (
                "tests/general.yaml",
                modeline("tests", "../") + """
                    questions:
                      - {ask: how early do i have to be there, audience: agents, expect: {first: arriving-for-a-visit}}

                    """
            ),
            (
                "kb.yaml",
                modeline("kb") + """
                    kb: 1
                    name: \(NewKnowledgeBase.quoted(name))
                    timezone: \(timeZone)
                    languages: [en]
                    audiences:
                      public: {}
                      agents: {includes: [public]}
                    context:
                      urgency: {type: choice, values: {routine: Routine, urgent: Urgent}}
                    review: {every: 365d, warn: 14d, by_risk: {high: 90d, regulated: 30d}}
                    approval:
                      - {match: {}, role: approver, approvals: 1}

                    """
            ),
        ]
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
