import Content
@testable import GoldenQuestions
import Testing

@Suite struct JudgeTests {
    private func id(_ text: String) -> Located<String> { Located(text, range: 3..<9) }

    private var evidence: Evidence {
        var shown = ShownAnswer(id: "mri-preparation")
        shown.answer = "Nothing to eat for 14 hours,\n  then   come."
        shown.say = "Please do not eat."
        shown.alerts = [.init(id: "scanner-down", message: "The west scanner is down.")]
        var evidence = Evidence(ranking: ["ct-preparation", "parking", "mri-preparation"], subject: shown)
        evidence.announcements = ["holiday"]
        evidence.namesItem = true
        evidence.fact = { ["mri.hours": "14", "ct.hours": "4"][$0] }
        evidence.absence = {
            ["old": .expired(at: "2026-01-01"), "secret": .notForAudience(["billing"])][$0] ?? .notFound
        }
        return evidence
    }

    private func messages(_ expected: GoldenQuestion.Expectation..., evidence: Evidence? = nil) -> [String] {
        Judge(evidence: evidence ?? self.evidence).failures(expected).map(\.message)
    }

    @Test func `What holds is no failure`() {
        #expect(
            messages(
                .first(id("ct-preparation")), .within(id("mri-preparation"), 3), .absent(id("cafeteria"), nil),
                .absent(id("mri-preparation"), 2), .says(id("FOR 14 hours, then come")), .says(id("west scanner")),
                .says(id("do not eat")), .fact(id("mri.hours")), .alert(id("scanner-down")), .alert(id("holiday")))
                == [])
    }

    @Test func `A wrong rank says which it is`() {
        #expect(
            messages(.first(id("mri-preparation")), .within(id("mri-preparation"), 2), .absent(id("parking"), 2)) == [
                "'mri-preparation' should stand first, but it comes 3rd",
                "'mri-preparation' should stand within the first 2, but it comes 3rd",
                "'parking' should not stand within the first 2, but it comes 2nd",
            ])
        #expect(messages(.absent(id("parking"), nil)) == ["'parking' should not come up, but it comes 2nd"])
        #expect(messages(.nothing(0..<4)) == ["nothing should be found, but 'ct-preparation' comes first"])
    }

    @Test func `What does not come up says why`() {
        let failures = Judge(evidence: evidence).failures([.first(id("old")), .within(id("secret"), 9)])
        #expect(failures.map(\.reason) == [.expired, .notForAudience])
        #expect(failures[0].message == "'old' should stand first, but it is no longer in force since 2026-01-01")
        #expect(failures[0].range == 3..<9 && failures[1].expectation == "within")
    }

    @Test func `A missing phrase names the nearest`() {
        #expect(
            messages(.says(id("for 12 hours"))) == [
                "the answer of 'mri-preparation' should say “for 12 hours”; nearest to it is “for 14 hours,”"
            ])
        #expect(messages(.says(id("parking garage")))[0].contains("it says “Nothing to eat"))
    }

    @Test func `A fact stands by itself`() {
        #expect(
            messages(.fact(id("ct.hours"))) == [
                "the answer of 'mri-preparation' should show the fact 'ct.hours', which is “4”"
            ])
        #expect(messages(.fact(id("no.fact")))[0].contains("has no value"))
    }

    @Test func `An alert that is not beside the answer says why`() {
        #expect(messages(.alert(id("other")))[0].contains("does not target it"))
        #expect(messages(.alert(id("old")))[0].contains("no longer in force"))
    }

    @Test func `An answer that is not there is said once`() {
        var nothing = Evidence()
        #expect(messages(.says(id("a")), .alert(id("b")), evidence: nothing).count == 2)
        nothing.namesItem = true
        #expect(messages(.first(id("x")), .says(id("a")), .alert(id("b")), evidence: nothing).count == 1)
        #expect(messages(.nothing(0..<4), evidence: nothing) == [])
    }

    @Test(arguments: [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd"), (113, "113th")])
    func `Ordinals read as people say them`(_ number: Int, _ text: String) { #expect(number.ordinal == text) }

    @Test func `The phrase that is nearest is found in long texts and short ones`() {
        #expect(Phrase("a b c").nearest(in: ["x"]) == nil)
        #expect(Phrase("a b c").nearest(in: []) == nil)
        #expect(Phrase("six hours").nearest(in: ["hours"]) == "hours")
        #expect(Phrase("6 hours before").nearest(in: ["x y z", "stop 4 hours before the scan"]) == "4 hours before")
        #expect(!Phrase("4").standsAlone(in: "14 or 41 or 4a") && Phrase("4").standsAlone(in: "14, (4)."))
    }
}
