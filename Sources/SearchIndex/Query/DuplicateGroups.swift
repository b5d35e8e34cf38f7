/// Finds among results those that say nearly the same as one before (`Fingerprint`).
struct DuplicateGroups {
    private var members: [(fingerprint: Fingerprint, score: Float)] = []
    /// What is nearly the same scores nearly the same; others are not compared.
    private static let scoreShare: Float = 0.9

    /// - Returns: Which of those added says nearly the same; nil for none.
    func place(of fingerprint: Fingerprint, _ score: Float) -> Int? {
        members.lastIndex { score >= $0.score * DuplicateGroups.scoreShare && fingerprint.isNearly($0.fingerprint) }
    }

    mutating func add(_ fingerprint: Fingerprint, _ score: Float) { members.append((fingerprint, score)) }
}
