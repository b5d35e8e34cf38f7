import Decisions
@testable import SearchIndex
import SeededRandom
import Time

/// Documents by a seed, and changes to them, with what indexes make something of.
struct RandomKnowledge {
    private(set) var random: SeededGenerator
    var contents: IndexContents
    private var made = 0

    private static let words: [String] =
        ["the", "a", "of", "is", "what", "please", "how", "el", "la", "que", "information"]
        + ["parking", "garage", "Café", "MRI", "preparation", "cita", "cancelar", "visit", "hospital", "running"]
        + (0..<300).map { "word\($0 * $0 % 211)x" } + (0..<40).map { "CODE-\($0)" }

    init(seed: UInt64, documents: Int) {
        random = SeededGenerator(seed: seed)
        let facts = [("hours", "4"), ("fee", "20 dollars")].map { name, text in
            IndexContents.Fact(name: name, values: [.init(text: text, range: InstantRange(), applies: nil)])
        }
        contents = Documents.contents([], facts: facts)
        contents.synonyms = [.init(words: ["car", "garage"])]
        contents.documents = (0..<documents).map { _ in document() }.sorted { IndexOrder($0) < IndexOrder($1) }
    }

    /// Documents as they are, one of many edited.
    ///
    /// - Returns: The splices that make them, each of one document or more.
    mutating func change(_ edits: Int, isInPlace: Bool) -> [IndexUpdate.Splice] {
        var splices: [IndexUpdate.Splice] = []
        var changed: [IndexDocument] = []
        var next = 0
        let places = Set((0..<edits).map { _ in Int.random(in: 0...contents.documents.count, using: &random) })
        for place in places.sorted() where place >= next {
            changed += contents.documents[next..<place]
            let gone = min(isInPlace ? 1 : Int.random(in: 0...2, using: &random), contents.documents.count - place)
            var new: [IndexDocument] = []
            for document in contents.documents[place..<place + gone] where isInPlace || chance(2) {
                new.append(edited(document))
            }
            if !isInPlace { new += (0..<Int.random(in: 0...2, using: &random)).map { _ in document() } }
            splices.append(.init(place..<place + gone, new))
            changed += new
            next = place + gone
        }
        contents.documents = changed + contents.documents[next...]
        return splices
    }

    private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

    private mutating func text(_ most: Int) -> String {
        (0..<Int.random(in: 1...most, using: &random)).map { _ in
            // Some words much more often than others.
            let limit = chance(2) ? 12 : RandomKnowledge.words.count
            return RandomKnowledge.words[Int.random(in: 0..<limit, using: &random)]
        }.joined(separator: " ")
    }

    private mutating func document() -> IndexDocument {
        made += 1
        let id = "item-\(Int.random(in: 0..<1000, using: &random))-\(made)"
        if chance(20) { return Documents.article(id, "Garage") }
        var document =
            chance(12)
            ? Documents.alert(id, from: "2026-08-01", until: "2026-0\(9 - made % 2)-02")
            : Documents.article(id, text(8), body: text(60))
        if chance(4) { document.language = "es" }
        if chance(3) { document.questions = (0..<made % 4).map { _ in text(9) } }
        if chance(3) { document.keywords = (0..<made % 3).map { _ in text(2) } }
        if chance(4) { document.aliases = ["alias-\(made)", random.pick(["shared", "common"])] }
        if chance(3) { document.answer = text(12) + (chance(2) ? " {{fact:hours}}" : "") }
        if chance(3) { document.audience = ["agents"] }
        if chance(2) { document.category = "part/\(made % 7)" }
        if chance(4) {
            document.review = .init(
                last: CivilDate("2026-06-0\(1 + made % 9)"), every: 90, due: CivilDate("2026-09-01"), verified: nil)
        }
        return document
    }

    private mutating func edited(_ document: IndexDocument) -> IndexDocument {
        var edited = document
        switch Int.random(in: 0..<8, using: &random) {
        case 0: edited.title = text(8)
        case 1: edited.questions.append(text(6))
        case 2: edited.keywords = [text(2), "unheard\(made)"]
        case 3: edited.category = "part/\(Int.random(in: 0..<9, using: &random))"
        case 4: edited.aliases.append("alias-\(Int.random(in: 0..<9, using: &random))")
        case 5: edited.language = edited.language == "en" ? "es" : "en"
        case 6: edited.answer = text(5) + " {{fact:fee}}"
        default:
            edited = Documents.article(document.id, document.title, body: text(60)) { $0.aliases = document.aliases }
        }
        made += 1
        return edited
    }
}
