/// Finds the name that somebody probably meant.
package enum Suggestion {
    /// The candidate nearest to a misspelt name, or nil when none is near. Ties go to the first in order.
    package static func closest(to name: String, among candidates: some Sequence<String>) -> String? {
        var target: [UInt32] = []
        read(name, into: &target)
        var letters: [UInt32] = []
        let limit = max(1, target.count / 3)
        var rows = EditDistance()
        var best: (name: String, distance: Int)?
        for candidate in candidates where candidate != name {
            // Of very many candidates most are told apart by their length.
            let length = candidate.utf8.count
            if length < target.count - limit { continue }
            read(candidate, into: &letters)
            guard abs(letters.count - target.count) <= limit else { continue }
            let most = best?.distance ?? limit
            guard let distance = rows.distance(target, letters, atMost: most) else { continue }
            if best.map({ distance < $0.distance || candidate < $0.name }) ?? true { best = (candidate, distance) }
        }
        return best?.name
    }

    /// "did you mean 'x'?", or nil.
    package static func question(for name: String, among candidates: some Sequence<String>) -> String? {
        closest(to: name, among: candidates).map { "did you mean '\($0)'?" }
    }

    /// Some names one after another; of very many, the first, and how many more there are.
    package static func list(_ names: [String]) -> String {
        let most = 12
        let rest = names.count > most ? " or \(names.count - most) more" : ""
        return names.prefix(most).joined(separator: ", ") + rest
    }

    /// The first letters of a name in lower case.
    private static func read(_ name: String, into letters: inout [UInt32]) {
        letters.removeAll(keepingCapacity: true)
        for byte in name.utf8.prefix(64) {
            // Nearly every name is ASCII.
            guard byte < 0x80 else {
                letters = name.lowercased().unicodeScalars.prefix(64).map(\.value)
                return
            }
            let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
            letters.append(UInt32(isUpper ? byte | 0x20 : byte))
        }
    }
}

/// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
private struct EditDistance {
    private var beforePrevious: [Int] = []
    private var previous: [Int] = []
    private var current: [Int] = []

    /// - Returns: nil when it is more.
    mutating func distance(_ left: [UInt32], _ right: [UInt32], atMost most: Int) -> Int? {
        let width = right.count + 1
        for row in [\EditDistance.beforePrevious, \.previous, \.current] {
            if self[keyPath: row].count < width { self[keyPath: row] = [Int](repeating: 0, count: width) }
        }
        for column in 0..<width { previous[column] = column }
        var leastBefore = 0
        for row in left.indices {
            current[0] = row + 1
            var leastHere = row + 1
            for column in right.indices {
                let substitution = previous[column] + (left[row] == right[column] ? 0 : 1)
                var least = min(substitution, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    least = min(least, beforePrevious[column - 1] + 1)
                }
                current[column + 1] = least
                leastHere = min(leastHere, least)
            }
            // A swap reaches back two rows, everything else one.
            if leastHere > most, leastBefore > most { return nil }
            leastBefore = leastHere
            swap(&beforePrevious, &previous)
            swap(&previous, &current)
        }
        return previous[right.count] <= most ? previous[right.count] : nil
    }
}
