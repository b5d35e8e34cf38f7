import Decisions
import Governance

/// Where documents stand for one reader, decided once for all that have the same facets.
struct Standing {
    /// What facets are worth beside those of others.
    struct Factors {
        var kind: Float = 1
        var freshness: Float = 1
        var caller: Float = 1
        var language: Float = 1
    }

    /// What is written in another language than the question comes after what is in its own.
    private static let foreignFactor: Float = 0.5

    /// What was not reviewed in time, or never, counts a little less: it decides between equals.
    private static let staleFactor: Float = 0.97
    /// What is written for callers such as this one comes before what is for everyone, and that before what may not apply.
    private static let fittingFactor: Float = 1.15
    private static let openFactor: Float = 0.9
    private let reader: Reader
    private let type: QuestionType?
    private let language: String
    private var known: [Judgement?]

    struct Judgement {
        var admission: Retrieval.Admission
        var factors: Factors
    }

    /// - Parameters:
    ///   - type: What kind of answer is wanted.
    ///   - language: In which it is wanted.
    init(_ reader: Reader, _ type: QuestionType?, language: String) {
        self.reader = reader
        self.type = type
        self.language = language
        known = Array(repeating: nil, count: reader.index.facetCount)
    }

    mutating func judgement(of document: Int) throws(IndexError) -> Judgement {
        let number = try reader.index.facetNumber(of: document)
        if let known = known[number] { return known }
        let facets = try reader.index.facets(number)
        let judgement = Judgement(admission: admission(facets), factors: factors(facets))
        known[number] = judgement
        return judgement
    }

    private func admission(_ facets: Facets) -> Retrieval.Admission {
        guard reader.mayRead(facets.audience), case .review = reader.clock.state(facets) else { return .no }
        return reader.isWithheld(facets) || reader.verdict(facets.applies) == .fails ? .hidden : .shown
    }

    private func factors(_ facets: Facets) -> Factors {
        var factors = Factors()
        if facets.language != language { factors.language = Standing.foreignFactor }
        factors.kind = type?.kindFactors[facets.kind] ?? 1
        if case .review(let state) = reader.clock.state(facets), state == .overdue || state == .neverReviewed {
            factors.freshness = Standing.staleFactor
        }
        if !reader.caller.isEmpty, facets.applies != nil {
            factors.caller = reader.verdict(facets.applies) == .holds ? Standing.fittingFactor : Standing.openFactor
        }
        return factors
    }

    /// Why an item that is in force is not shown: the fields of the caller that exclude it, or a review that policy waits for.
    func hidingReason(of document: Int) throws(IndexError) -> String {
        let facets = try reader.index.facets(of: document)
        if reader.isWithheld(facets) { return "review overdue" }
        return (facets.applies?.fields.sorted() ?? []).compactMap { field in
            reader.caller[field].map { "\(field)=\($0.text)" }
        }.joined(separator: ", ")
    }
}
