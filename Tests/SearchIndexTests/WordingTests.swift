@testable import SearchIndex
import Testing

/// How a question's words are taken that documents do not have, or have in several languages.
@Suite struct WordingTests {
    private func answer(
        _ question: String, _ documents: [IndexDocument], _ change: (inout Search.Options) -> Void = { _ in }
    ) throws -> Search.Answer {
        let reader = try Documents.reader(documents, at: "2026-09-01", caller: [:], audiences: nil)
        var options = Search.Options(limit: 10)
        change(&options)
        return try Search(reader).answer(question, options)
    }

    @Test func `A translation is one result with its source, in the question's language`() throws {
        let english = Documents.article(
            "cancel", "Cancel a visit", body: "Cancel the visit a day before, please, by telephone.")
        let spanish = Documents.article("cancel", "Cancel", body: "Cancel.") { $0.language = "es" }
        let documents = [english, spanish]
        #expect(try answer("how do I cancel", documents).results.map(\.document.language) == ["en"])
        #expect(try answer("cancel", documents).results.map(\.document.language) == ["en"])
        #expect(try answer("como puedo hacer un cancel", documents).results.map(\.document.language) == ["es"])
        let wanted = try answer("cancel", documents) { $0.language = "es" }
        #expect(wanted.results.map(\.document.language) == ["es"], "\(wanted.results.map(\.score))")
        #expect(try answer("cancel", documents) { $0.groupsDuplicates = false }.results.count == 2)
    }

    @Test func `A word that everybody knows is not taken for a rare one`() throws {
        let back = Documents.article("back", "Back pain", body: "Paying back what was written.")
        for word in ["black", "playing", "white"] {
            let answer = try answer("\(word) spots", [back])
            #expect(answer.results.isEmpty && answer.question.corrections.isEmpty, "\(word)")
        }
        #expect(try answer("writen", [back]).question.corrections.map(\.taken) == ["written"])
    }

    @Test func `What documents write as two words is found written as one, and the other way round`() throws {
        let rays = Documents.article("rays", "X-rays and RF-12", body: "Bring them.")
        let code = Documents.article("code", "The code D1110", body: "It is for cleaning.")
        let other = Documents.article("other", "Ray of light")
        let documents = [rays, code, other]
        for question in ["xrays", "xray", "RF12"] {
            let found = try answer(question, documents)
            #expect(found.results.map(\.document.id) == ["rays"], "\(question) \(found.question.terms)")
        }
        for question in ["d 1110", "D-1110"] {
            #expect(try answer(question, documents).results.first?.document.id == "code", "\(question)")
        }
    }

    @Test func `The passage is told to add something where it has more of the question than the answer`() throws {
        let article = Documents.article("eyes", "After surgery", body: "No swimming for two weeks.") {
            $0.answer = "Nothing to eat before surgery."
        }
        #expect(try answer("swimming after surgery", [article]).results[0].passageAdds)
        #expect(try !answer("eat before surgery", [article]).results[0].passageAdds)
    }
}
