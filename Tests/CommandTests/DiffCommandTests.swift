import JSONSchema
import TestSupport
import Testing
import YAML

/// `kb diff` on workflows.
@Suite struct DiffCommandTests {
    private let base = VisitBase()

    private func lay() throws {
        try base.lay()
        try base.commit()
    }

    private func write(_ old: String, _ new: String) throws {
        try base.write(VisitBase.workflow().replacing(old, with: new), to: "workflows/visit.yaml")
    }

    @Test func `The callers who get something else are shown with an example and what they are asked`() throws {
        try lay()
        #expect(try base.kb("diff", "--exit-code", status: 0).error == "Nothing changed.\n")
        try write("\"< 18\": guardian, \">= 18\": book", "\"< 16\": guardian, \">= 16\": book")
        let outcome = try base.kb("diff", "--exit-code", status: 1)
        #expect(
            outcome.output == """
                workflows/visit.yaml:1: visit: callers are affected by the change of workflows/visit.yaml
                    before: Book with a guardian.
                    now: Book the visit.
                    callers: 2 of 242 contexts
                      - urgency is routine, and age >= 16 and age <= 17
                        such as Routine, 16: asked for urgency, age

                workflows/visit.yaml:1: visit: Book a visit: changed
                    step ‘age’ · answer ‘< 16’: {+guardian+}
                    step ‘age’ · answer ‘>= 16’: {+book+}
                    step ‘age’ · answer ‘< 18’: [-guardian-]
                    step ‘age’ · answer ‘>= 18’: [-book-]

                """)
        #expect(try base.kb("diff", "HEAD", "visit", status: 0).output == outcome.output)
        try base.commit(keeping: "before")
        #expect(try base.kb("diff", "before..main", status: 0).output == outcome.output)
        #expect(try base.kb("diff", "visit", status: 0).output.isEmpty)
    }

    @Test func `A change that affects nobody is said to`() throws {
        try lay()
        try write("urgent: nurse, routine: age", "routine: age, urgent: nurse")
        let outcome = try base.kb("diff", status: 0).output
        #expect(
            outcome.contains("no caller gets another question or outcome, although"), "\(outcome)")
        try write("How old is the patient?", "How old?")
        let reworded = try base.kb("diff", status: 0).output
        #expect(reworded.contains("nobody is asked or told something else, but in other words"), "\(reworded)")
        #expect(reworded.contains("'age' asked: How old is the patient?\n    now: How old?"), "\(reworded)")
    }

    @Test func `A fact in what callers are told, and a field of kb yaml, count as changes`() throws {
        try base.lay()
        func facts(_ value: Int) throws {
            try base.write(
                "facts:\n  visit.early: {label: E, unit: minutes, owner: editors, values: [{value: \(value)}]}\n",
                to: "facts/visit.yaml")
        }
        try facts(15)
        try write("Book the visit.", "'Arrive {{fact:visit.early}} minutes early.'")
        try base.commit()
        try facts(30)
        let fact = try base.kb("diff", status: 0).output
        #expect(fact.contains("affected by the change of the fact 'visit.early'"), "\(fact)")
        #expect(fact.contains("before: Arrive 15 minutes early.\n    now: Arrive 30 minutes early."), "\(fact)")
        try facts(15)
        let configuration = try base.folder.read("kb/kb.yaml")
        try base.write(configuration.replacing("urgent: Urgent}", with: "urgent: Urgent, soon: Soon}"), to: "kb.yaml")
        let field = try base.kb("diff", status: 0).output
        #expect(field.contains("affected by the change of the field 'urgency' of kb.yaml"), "\(field)")
    }

    @Test func `Workflows that were added and removed are said`() throws {
        try lay()
        try base.write(VisitBase.workflow().replacing("id: visit", with: "id: scan"), to: "workflows/visit.yaml")
        let outcome = try base.kb("diff", status: 0).output
        #expect(
            outcome == """
                workflows/visit.yaml:1: visit: Book a visit: removed

                workflows/visit.yaml:1: scan: Book a visit: added

                """)
        #expect(try base.kb("diff", "HEAD~1", status: 2).sentence.contains("'git rev-parse' prints the commit"))
        #expect(try base.kb("diff", "nothing", status: 2).sentence.contains("neither a revision nor an item 'nothing'"))
    }

    @Test func `Markdown and JSON keep their contracts`() throws {
        try lay()
        try write("\"< 18\": guardian, \">= 18\": book", "\"< 16\": guardian, \">= 16\": book")
        let markdown = try base.kb("diff", "--format", "markdown", status: 0).output
        #expect(markdown.contains("#### `visit`\n") && markdown.contains("| callers | such as | questions |"))
        let json = try base.kb("diff", "--format", "json", status: 0).output
        #expect(try OutputSchemaTests().violations(json, of: "diff") == [])
        let change = try JSONReader.read(Array(json.utf8))["changes"]?.sequence?.first
        #expect(change?["change"]?.text == "affected" && change?["affected"]?.sequence?.first?["callers"]?.text == "2")
    }

    @Test func `A page shows both versions, and a picture of the workflow that affects callers`() throws {
        try lay()
        try write("\"< 18\": guardian, \">= 18\": book", "\"< 16\": guardian, \">= 16\": book")
        let page = try base.kb("diff", "--format", "html", status: 0).output
        #expect(page.hasPrefix("<!DOCTYPE html>"))
        #expect(page.contains("Content-Security-Policy") && !page.contains("<script"))
        #expect(page.contains("callers affected") && page.contains("src=\"data:image/svg+xml,%3Csvg"))
        #expect(page.contains("<ins>guardian</ins>"))
        let lines = try base.kb("diff", "--format", "jsonl", status: 0).output.split(separator: "\n")
        #expect(try lines.map { try JSONReader.read(Array($0.utf8))["kind"]?.text } == ["behaviour", "workflow"])
    }

    @Test func `A picture is coloured by what changed and by where callers come`() throws {
        try lay()
        try write("\"< 18\": guardian, \">= 18\": book", "\"< 16\": guardian, \">= 16\": book")
        let picture = try base.kb("graph", "visit", "--colour", "diff", status: 0).output
        #expect(picture.contains("callers come here who are told something else"))
        #expect(picture.contains("such as Routine, 16") && picture.contains("no longer: &lt; 18"))
        try base.commit(keeping: "before")
        let same = try base.kb("graph", "visit", "--colour", "diff", status: 0).output
        #expect(same.contains("Its steps are as before") && !same.contains("told something else"))
        #expect(try base.kb("graph", "visit", "--colour", "diff", "--base", "before", status: 0).output == picture)
        #expect(
            try base.kb("graph", "visit", "--base", "before", status: 2).sentence.contains(
                "--base is for --colour diff"))
    }

    @Test func `Items are asked for by id, alias, fact and file`() throws {
        try base.lay()
        let article =
            "---\nid: parking\ntitle: Parking\naliases: [garage]\nowner: editors\naudience: [agents]\ncategory: general\n"
            + "review: {last: 2026-11-01, every: 90d}\nanswer: Park outside.\n---\nText.\n"
        try base.write(article, to: "articles/parking.md")
        try base.commit()
        try base.write(article.replacing("outside", with: "inside"), to: "articles/parking.md")
        try write("How old is the patient?", "How old?")
        let expected = """
            articles/parking.md:2: parking: Parking: changed
                answer: Park [-outside-]{+inside+}.

            """
        for name in ["parking", "garage", "articles/parking.md"] {
            #expect(try base.kb("diff", name, status: 0).output == expected, "\(name)")
        }
        #expect(try base.kb("diff", "HEAD", "parkin", status: 2).sentence.contains("did you mean 'parking'?"))
    }
}
