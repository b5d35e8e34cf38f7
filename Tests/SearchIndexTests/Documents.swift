import Decisions
@testable import SearchIndex
import Time

/// Small indexes for tests.
enum Documents {
    static func article(
        _ id: String, _ title: String, body: String = "", change: (inout IndexDocument) -> Void = { _ in }
    )
        -> IndexDocument
    {
        var document = IndexDocument(
            id: id, kind: "article", title: title, path: "articles/\(id).md", line: 2,
            version: String(repeating: "0", count: 32))
        document.language = "en"
        if !body.isEmpty {
            var block = IndexDocument.Block(markdown: body)
            block.sections = [.init(heading: "", anchor: "", paragraphs: [body])]
            document.blocks = [block]
        }
        change(&document)
        return document
    }

    static func contents(_ documents: [IndexDocument], facts: [IndexContents.Fact] = []) -> IndexContents {
        IndexContents(
            name: "Test", zone: .utc, languages: ["en", "es"], warnDays: 14, withheldRisks: ["regulated"],
            audiences: ["public": ["public"], "agents": ["agents", "public"]],
            context: [
                ContextField(name: "payer", domain: .choice(["medicare", "commercial"])),
                ContextField(name: "age", domain: .integer(0...120), allowsUnknown: true),
                ContextField(name: "visit", domain: .date(0...40_000)),
                ContextField(name: "days", domain: .integer(0...730), daysUntil: "visit"),
            ], facts: facts, documents: documents)
    }

    static func index(_ documents: [IndexDocument], facts: [IndexContents.Fact] = []) throws -> Index {
        try Index(IndexWriter.bytes(of: contents(documents, facts: facts)))
    }

    static func instant(_ text: String) -> Instant {
        // A test's own mistake may stop it.
        try! Moment(text)!.instant(in: .utc)
    }

    static func reader(
        _ documents: [IndexDocument], facts: [IndexContents.Fact] = [], at: String = "2026-09-01",
        caller: CallerContext = [:], audiences: [String]? = nil
    ) throws -> Reader {
        try Reader(try index(documents, facts: facts), at: instant(at), caller: caller, audiences: audiences)
    }

    static func alert(_ id: String, from: String, until: String, change: (inout IndexDocument) -> Void = { _ in })
        -> IndexDocument
    {
        article(id, "Notice \(id)") { document in
            document.kind = "alert"
            var alert = IndexDocument.Alert()
            alert.from = instant(from)
            alert.until = instant(until)
            alert.message = "Mind this."
            alert.targetsAll = true
            document.alert = alert
            change(&document)
        }
    }
}
