import Content
import Governance

/// Holds the hashes that items note of their reviews against what the items say.
struct ReviewVerifier {
    private let base: KnowledgeBase?
    private var hashes: ReviewHashes?

    /// - Parameter base: With every item that notes a hash; nil where none does.
    init(_ base: KnowledgeBase?) {
        self.base = base
        hashes = base.map { ReviewHashes($0) }
    }

    mutating func verification(of head: ItemHead) throws -> Verification {
        guard let verified = head.verified, let last = head.last, let base,
            let item = base.editions(of: head.id).first(where: { $0.path == head.path })
        else { return .none }
        let binding = hashes?.binding(of: item, verified, on: last)
        try base.checkReading()
        return switch binding {
        case .holds: .holds
        case .changed, nil: .changed
        case .redated: .redated
        }
    }
}
