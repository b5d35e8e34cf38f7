import Approvals
import Git

/// How many lines a change adds and takes away, whatever their order.
struct LineCounts {
    private let added: Int
    private let removed: Int

    /// Nil for a file that is not text or is too large to say it at once.
    init?(_ change: Change, _ place: ReviewedRepository) {
        var counts: [ArraySlice<UInt8>: Int] = [:]
        for (version, sign) in [(change.before, -1), (change.after, 1)] {
            guard let name = version?.content.blob else { continue }
            guard let id = ObjectID(hex: name),
                let bytes = try? place.repository.fileBytes(id, limit: 1 << 20, as: change.path), !bytes.contains(0)
            else { return nil }
            for line in bytes.split(separator: UInt8(ascii: "\n")) { counts[line, default: 0] += sign }
        }
        added = counts.values.reduce(0) { $0 + max(0, $1) }
        removed = counts.values.reduce(0) { $0 + max(0, -$1) }
    }

    var text: String { "+\(added) -\(removed) lines" }
}
