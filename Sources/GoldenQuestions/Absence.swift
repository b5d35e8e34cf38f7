/// Why an item does not come up.
enum Absence: Hashable {
    case missing
    /// It is for others than the audience in whose name the question is asked.
    case notForAudience([String])
    case retired
    case notYetInForce(from: String)
    case expired(at: String)
    /// The fields of the caller that exclude it.
    case hidden(String)
    case withheld
    case notFound

    var reason: Failure.Reason {
        switch self {
        case .missing: .missing
        case .notForAudience: .notForAudience
        case .retired: .retired
        case .notYetInForce: .notYetInForce
        case .expired: .expired
        case .hidden: .hidden
        case .withheld: .withheld
        case .notFound: .notFound
        }
    }

    /// What is said of the item after "but it".
    var text: String {
        switch self {
        case .missing: "is not there"
        case .notForAudience(let audience):
            "is for \(audience.joined(separator: ", ")) only, so it is not in this index"
        case .retired: "is retired"
        case .notYetInForce(let from): "is in force only from \(from)"
        case .expired(let end): "is no longer in force since \(end)"
        case .hidden(let fields): "is hidden from this caller (\(fields))"
        case .withheld: "is withheld, because its review is overdue"
        case .notFound: "does not come up for this question"
        }
    }
}
