import Governance
import Presentation
import SearchIndex
import Time

/// What an earlier index brings back that has since come to its end.
struct Comeback {
    /// One for each item, in order of their ids.
    private(set) var sentences: [String] = []

    /// - Parameters:
    ///   - old: The bytes of the index that readers get again.
    ///   - new: Those of the one that they had until now.
    init(_ old: [[UInt8]], _ new: [[UInt8]], at now: Instant) throws(IndexError) {
        let before = try Reader(Index(Array(old.joined())), at: now, caller: [:], audiences: nil)
        let after = try Reader(Index(Array(new.joined())), at: now, caller: [:], audiences: nil)
        let present = Dictionary(grouping: try after.documents(), by: \.id)
        for document in try before.documents().sorted(by: { $0.id < $1.id }) {
            guard let reason = Comeback.reason(document, before, present[document.id], after) else { continue }
            sentences.append("'\(VisibleText.of(document.id))' is back: \(reason).")
        }
    }

    private static func reason(
        _ document: IndexDocument, _ before: Reader, _ present: [IndexDocument]?, _ after: Reader
    ) -> String? {
        switch before.state(document) {
        case .retired, .future: return nil
        case .expired: return "it has expired since"
        case .review(let state):
            guard let present else { return "it was withdrawn since" }
            if present.allSatisfy({ after.state($0) == .retired }) { return "it was retired since" }
            let isReviewed = present.contains { after.state($0) == .review(.current) }
            return state == .overdue && isReviewed ? "its review is overdue, and a later one is not in it" : nil
        }
    }
}
