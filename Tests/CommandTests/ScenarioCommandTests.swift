import TestSupport
import Testing
import YAML

/// `kb test` on workflow scenarios.
@Suite struct ScenarioCommandTests {
    private let base = VisitBase()

    @Test func `A caller who ends elsewhere is shown with the place and what was asked`() throws {
        try base.lay(
            "  - workflow: visit\n    context: {urgency: urgent}\n    expect: {outcome: book, asked: [urgency, age]}\n"
                + "  - {workflow: visit, context: {}, expect: {outcome: book}}\n")
        let outcome = try base.kb("test", "tests/visit.yaml", status: 1)
        #expect(
            outcome.output == """
                tests/visit.yaml:5:23: failed: visit
                    caller: urgency=urgent
                    the caller should end in 'book', but ends in 'nurse' (workflows/visit.yaml:14): Connect the
                      nurse.
                    the caller should be asked for urgency, age, but is asked for urgency

                tests/visit.yaml:6:54: failed: visit
                    the caller should end in 'book', but is asked for 'urgency' by 'urgency'
                      (workflows/visit.yaml:10), and 'context' does not say it
                    asked for: nothing

                """)
        #expect(outcome.error == "0 of 2 workflow scenarios pass.\n")
    }

    @Test func `The edition that is in force at the moment is walked`() throws {
        try base.lay(
            "  - {workflow: visit, context: {urgency: urgent}, at: 2026-12-31, expect: {outcome: nurse}}\n"
                + "  - {workflow: visit, context: {urgency: urgent}, at: 2027-01-01, expect: {outcome: doctor}}\n")
        try base.write(VisitBase.workflow("effective: {until: 2027-01-01}"), to: "workflows/visit.yaml")
        let next = VisitBase.workflow("effective: {from: 2027-01-01}").replacing("nurse", with: "doctor")
        try base.write(next, to: "workflows/visit-2027.yaml")
        _ = try base.kb("test", "--at", "2026-11-24", status: 0)
    }

    @Test func `Suggested scenarios pass, and cover everything`() throws {
        try base.lay("  - {workflow: visit, context: {urgency: urgent}, expect: {outcome: nurse}}\n")
        let before = try base.kb("test", "visit", "--coverage", status: 0).output
        #expect(before.contains("  visit: 1 of 5\n"), "\(before)")
        let suggested = try base.kb("test", "--suggest", "visit", "-o", "tests/suggested.yaml", status: 0)
        #expect(suggested.output.isEmpty && suggested.error == "2 scenarios suggested.\n")
        #expect(try base.kb("test", "--coverage", "visit", status: 0).output.contains("  visit: 5 of 5\n"))
        #expect(try base.kb("test", "--suggest", status: 0).output.hasSuffix("scenarios: []\n"))
    }

    @Test func `A file that is there is not written over`() throws {
        try base.lay("  - {workflow: visit, context: {urgency: urgent}, expect: {outcome: nurse}}\n")
        let refused = try base.kb("test", "--suggest", "-o", "tests/visit.yaml", status: 2)
        #expect(refused.sentence.contains("is there; nothing was written"))
        _ = try base.kb("test", "--suggest", "-o", "tests/suggested.yaml", status: 0)
        _ = try base.kb("test", "--suggest", "-o", "tests/suggested.yaml", status: 0)
        #expect(try base.kb("test", "--coverage", "visit", status: 0).output.contains("  visit: 5 of 5\n"))
        #expect(try base.kb("test", "--suggest", "vist", status: 2).sentence.contains("did you mean 'visit'?"))
        _ = try base.kb("test", "-o", "x", status: 2)
    }

    @Test func `A comparison shows whose outcome changed`() throws {
        try base.lay("  - {workflow: visit, context: {urgency: urgent}, expect: {outcome: nurse}}\n")
        try base.commit()
        #expect(try base.kb("test", "--base", "main", status: 0).output.isEmpty)
        try base.write(
            VisitBase.workflow().replacing("Connect the nurse", with: "Call an ambulance"), to: "workflows/visit.yaml")
        let changed = try base.kb("test", "--base", "main", status: 0).output
        #expect(changed.hasPrefix("Changed (1):\n\ntests/visit.yaml:3:16: passed: visit\n"), "\(changed)")
        #expect(changed.contains("before: ends in 'nurse' (workflows/visit.yaml:14): Connect the nurse."))
        #expect(changed.contains("now: ends in 'nurse' (workflows/visit.yaml:14): Call an ambulance."))
        try base.write(
            VisitBase.workflow().replacing("urgent: nurse, routine: age", with: "urgent: age, routine: nurse"),
            to: "workflows/visit.yaml")
        let failing = try base.kb("test", "--base", "main", "--format", "markdown", status: 1).output
        #expect(failing.contains("#### Newly failing: workflow scenarios"), "\(failing)")
    }
}
