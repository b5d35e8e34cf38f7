import Decisions
import SearchIndex
package import Time

/// Indexes with something in each of their sections.
package enum SampleIndex {
    /// 2026-09-01T00:00:00Z.
    package static let now = Instant(seconds: 1_788_220_800)

    /// One word misspelt, one that is a synonym, one in Spanish, and nothing but formal words.
    package static let questions = [
        "no food before an MRI", "where is the parkin garage", "automobile", "cancelar una cita", "what is it",
        "topic7 detail11", "magnetic resonance preparaton",
    ]

    /// At most 8 KiB.
    package static let small: [UInt8] = IndexWriter.bytes(of: contents(with: []))

    /// Many pages in each section that grows.
    ///
    /// - Parameter count: Of the documents beside those of the small one.
    package static func large(_ count: Int) -> [UInt8] {
        var documents: [IndexDocument] = []
        for number in 0..<count {
            let sentences = (0..<12).map {
                "Topic\((number * 7 + $0) % 97) needs detail\((number + $0 * 13) % 389) first."
            }
            documents.append(
                article("item-\(number)", "Topic\(number % 97) of ward\(number % 31)", sentences.joined(separator: " "))
                {
                    if number.isMultiple(of: 9) { $0.applies = .test(field: "payer", .values([.choice("commercial")])) }
                    if number.isMultiple(of: 5) { $0.audience = ["agents"] }
                    $0.category = "scheduling/part\(number % 40)"
                })
        }
        return IndexWriter.bytes(of: contents(with: documents))
    }

    /// What fuzzing begins with, by name.
    package static var seeds: [(name: String, file: [UInt8])] {
        var one = contents(with: [])
        one.documents = [documents[3]]
        var empty = one
        empty.documents = []
        return [
            ("sample", small), ("one", IndexWriter.bytes(of: one)), ("empty", IndexWriter.bytes(of: empty)),
            ("more", large(20)),
        ]
    }

    static func contents(with others: [IndexDocument]) -> IndexContents {
        var contents = IndexContents(
            name: "Sample",
            zone: TimeZoneRules(
                name: "America/New_York", initialOffset: -18_000,
                transitions: [
                    .init(at: Instant(seconds: 1_772_953_200), offset: -14_400),
                    .init(at: Instant(seconds: 1_793_512_800), offset: -18_000),
                ]),
            languages: ["en", "es"], warnDays: 14, withheldRisks: ["regulated"],
            audiences: ["public": ["public"], "agents": ["agents", "public"]],
            context: [
                ContextField(
                    name: "payer", domain: .choice(["medicare", "commercial"]),
                    groups: ["all": ["medicare", "commercial"]],
                    labels: ["medicare": "Medicare"]),
                ContextField(name: "age", domain: .integer(0...120), allowsUnknown: true),
                ContextField(name: "visit", domain: .date(0...40_000)),
                ContextField(name: "days", domain: .integer(0...730), daysUntil: "visit"),
            ], facts: facts, documents: documents + others)
        contents.synonyms = [.init(words: ["car", "automobile"]), .init(words: ["mri", "magnetic resonance"])]
        contents.pins = [.init(questions: ["where can I park"], pin: .init(item: "parking"))]
        return contents
    }

    private static let facts = [
        IndexContents.Fact(
            name: "fasting-hours",
            values: [
                .init(
                    text: "6", range: InstantRange(from: nil, until: nil),
                    applies: .test(field: "age", .comparisons([Comparison(.less, 18)]))),
                .init(text: "4", range: InstantRange(from: Instant(seconds: 0), until: nil), applies: nil),
            ])
    ]

    /// With something of all that a workflow can have; what it calls is not there.
    private static let workflow = article("visit", "Book a visit", "") {
        $0.kind = "workflow"
        $0.flow = DecisionFlow(
            id: "visit", fields: [ContextField(name: "ill", domain: .boolean, allowsUnknown: true)], start: "ill",
            steps: [
                .init(
                    "ill",
                    .question(
                        field: "ill",
                        [
                            .init(.values([.boolean(true), .unknown]), "age"),
                            .init(.values([.boolean(false)]), "check"),
                        ])
                ),
                .init(
                    "age",
                    .branch([
                        .init(.test(field: "age", .comparisons([Comparison(.less, 18)])), "end"), .init(nil, "end"),
                    ]
                    )),
                .init("check", .call(workflow: "clearance", [.init("clear", "end")])),
                .init(
                    "end",
                    .outcome(
                        Outcome(
                            "Book.", article: "parking",
                            requirements: [
                                .init("referral", if: .test(field: "payer", .values([.choice("commercial")])))
                            ], handoff: .init(to: "desk", with: ["referral"])))),
            ], budget: 2)
        $0.requirements = [.init(id: "referral", label: "Referral", team: "desk", due: "a day before")]
        $0.details = [.init("steps", .object([.init("ill", .object([.init("ask", .text("Ill?"))]))]))]
    }

    private static let desk = article("desk", "Desk", "") {
        $0.kind = "directory"
        $0.details = [
            .init("phones", .list([.object([.init("number", .text("1"))])])),
            .init("hours", .object([.init("mon-sun", .text("08:00-17:00"))])), .init("after_hours", .text("desk")),
        ]
    }

    private static func article(
        _ id: String, _ title: String, _ body: String, _ change: (inout IndexDocument) -> Void = { _ in }
    ) -> IndexDocument {
        var document = IndexDocument(
            id: id, kind: "article", title: title, path: "articles/\(id).md", line: 2,
            version: String(repeating: "5a", count: IndexDocument.versionSize))
        document.language = "en"
        var block = IndexDocument.Block(markdown: body)
        block.sections = [.init(heading: "Before \(id)", anchor: "before", paragraphs: [body])]
        document.blocks = [block]
        change(&document)
        return document
    }

    private static let documents = [
        article("cita", "Cancelar una cita", "Llame por teléfono al menos un día antes.") { $0.language = "es" },
        desk,
        article("lift", "The lift is out of order", "") {
            $0.kind = "alert"
            var alert = IndexDocument.Alert()
            alert.from = Instant(seconds: now.seconds - 86_400)
            alert.until = Instant(seconds: now.seconds + 86_400)
            alert.message = "Use the side door."
            alert.articles = ["parking"]
            $0.alert = alert
        },
        article("mri", "Prepare for an MRI", "Take no food for {{fact:fasting-hours}} hours before.") {
            $0.aliases = ["mri-prep"]
            $0.audience = ["agents"]
            $0.risk = "regulated"
            $0.effective = InstantRange(from: Instant(seconds: 1_760_000_000), until: nil)
            $0.review = .init(last: CivilDate("2026-06-01"), every: 120, due: CivilDate("2026-09-29"), verified: nil)
            $0.applies = .all([
                .test(field: "payer", .values([.choice("medicare")])),
                .not(.any([.test(field: "age", .comparisons([Comparison(.less, 18)]))])),
            ])
            $0.answer = "No food for {{fact:fasting-hours}} h."
            $0.say = "Please take no food."
            $0.neverSay = [.init(text: "You are covered", instead: "I will check")]
            $0.requires = [.init(id: "referral", label: "Referral", condition: nil)]
            $0.attachments = [.init(file: "attachments/form.pdf", audience: ["agents"])]
            $0.details = [
                .init("steps", .object([.init("a", .list([.integer(-3), .boolean(true), .null, .text("x")]))]))
            ]
        },
        article("parking", "Parking garage", "Every car goes to the garage north of the hospital.") {
            $0.questions = ["Where can I park?"]
            $0.keywords = ["car park"]
            $0.category = "visit"
        },
        workflow,
    ]
}
