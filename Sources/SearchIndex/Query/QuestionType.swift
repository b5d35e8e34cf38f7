/// What kind of answer a question asks for, told by how it is put: it steers towards the items and sentences that give one.
struct QuestionType: Hashable {
    /// How much an item of a kind counts beside others.
    let kindFactors: [String: Float]
    /// Words that a sentence with the answer, or the heading above it, is likely to have; folded, in any form.
    let cues: Set<String>
    /// The answer is likely to have a number.
    let wantsNumber: Bool

    private let openings: [String]

    /// - Parameter openings: What questions of the type hold, word by word.
    private init(_ openings: [String], kindFactors: [String: Float] = [:], cues: [String], wantsNumber: Bool = false) {
        self.openings = openings
        self.kindFactors = kindFactors
        self.cues = Set(cues)
        self.wantsNumber = wantsNumber
    }

    /// The type of a question, by the first opening that it holds; nil for one that asks for nothing of these.
    static func of(_ words: [String]) -> QuestionType? {
        let text = " " + words.joined(separator: " ") + " "
        return all.first { type in type.openings.contains { text.firstRange(ofBytes: " \($0) ") } }
    }

    /// In English and Spanish. What is more special comes first.
    private static let all: [QuestionType] = [
        QuestionType(
            [
                "who do i call", "who should i call", "who can i call", "who to call", "who do we call", "phone number",
                "telephone number", "number for", "who do i contact", "who should i contact", "who to contact",
                "who do i talk to", "who do i ask", "a quien llamo", "numero de telefono", "con quien hablo",
            ], kindFactors: ["directory": 1.5],
            cues: ["call", "phone", "contact", "number", "desk", "office", "line", "extension", "llame", "telefono"],
            wantsNumber: true),
        QuestionType(
            [
                "how long", "how soon", "how many days", "how many hours", "how many weeks", "cuanto tiempo",
                "cuanto tarda",
            ],
            cues: [
                "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year",
                "years",
                "within", "until", "before", "after", "dias", "horas", "semanas", "meses",
            ], wantsNumber: true),
        QuestionType(
            ["how much", "what does it cost", "cost", "price", "fee", "cuanto cuesta", "precio"],
            cues: ["cost", "costs", "price", "fee", "charge", "pay", "dollars", "amount", "cuesta", "pagar"],
            wantsNumber: true),
        QuestionType(
            [
                "what documents", "which documents", "what papers", "what do i need", "what do they need",
                "what should i bring",
                "do i need", "what is needed", "what is required", "que documentos", "que necesito", "que debo traer",
            ],
            cues: [
                "document", "documents", "required", "requirement", "requirements", "need", "needs", "needed", "bring",
                "form", "card", "letter", "documentos", "necesita", "traiga",
            ]),
        QuestionType(
            ["what time", "when", "opening hours", "hours", "a que hora", "cuando", "horario"],
            cues: ["hours", "open", "opens", "close", "closes", "am", "pm", "daily", "from", "until", "horas", "abre"],
            wantsNumber: true),
        QuestionType(
            ["where", "which location", "address", "donde", "direccion"], kindFactors: ["directory": 1.2],
            cues: ["address", "street", "floor", "building", "entrance", "clinic", "room", "location", "calle", "piso"]),
        QuestionType(
            ["how do i", "how can i", "how to", "how do we", "steps", "como puedo", "como se"],
            kindFactors: ["workflow": 1.1], cues: ["step", "steps", "first", "then", "select", "click", "ask", "paso"]),
        QuestionType(
            ["why", "what causes", "por que"],
            cues: ["because", "cause", "causes", "caused", "due", "reason", "porque"]),
    ]
}

extension String {
    /// Whether a text stands in this one, byte for byte.
    fileprivate func firstRange(ofBytes text: String) -> Bool {
        let bytes = Array(utf8)
        let sought = Array(text.utf8)
        guard bytes.count >= sought.count else { return false }
        return (0...bytes.count - sought.count).contains { bytes[$0...].starts(with: sought) }
    }
}
