/// Tells whether words are within some edits of a pattern: a letter more, less or another, or two neighbours swapped.
///
/// A nondeterministic automaton run in parallel by bits (Wu and Manber, 1992): bit i of row e says that i letters of the
/// pattern are matched with e edits. As the words of a dictionary come in order, the states of a shared beginning are kept.
struct EditAutomaton {
    /// Rows for 0, 1 and 2 edits.
    typealias State = (UInt64, UInt64, UInt64)

    /// Longer patterns have no bit for each letter; shorter words than that are another word when they are edited.
    static let lengths = 5...32
    private let length: Int
    private let edits: Int
    /// For each byte, where it stands in the pattern.
    private var masks = [UInt64](repeating: 0, count: 256)
    /// The states after each byte of the word, the first before any.
    private var states: [State]
    private var word: [UInt8] = []

    /// - Parameters:
    ///   - pattern: Of a length within `lengths`.
    ///   - edits: 1 or 2.
    init(_ pattern: [UInt8], edits: Int) {
        length = pattern.count
        self.edits = edits
        for (index, byte) in pattern.enumerated() { masks[Int(byte)] |= 1 << UInt64(index) }
        // Letters of the pattern may be missing at the beginning.
        states = [(1, 3, 7)]
    }

    /// Moves to a word.
    ///
    /// - Returns: After how many of its bytes no word that begins so can match; nil when it can.
    mutating func read(_ key: [UInt8]) -> Int? {
        let kept = zip(key, word).prefix { $0 == $1 }.count
        word.removeLast(word.count - kept)
        states.removeLast(states.count - kept - 1)
        while word.count < key.count {
            guard isAlive else { return word.count }
            step(key[word.count])
        }
        return isAlive ? nil : key.count
    }

    /// Some word that begins so may match.
    private var isAlive: Bool {
        let state = states.last!
        return state.0 | state.1 | (edits > 1 ? state.2 : 0) != 0
    }

    /// The edits that make the pattern of the whole word; nil for more than are allowed.
    var distance: Int? {
        let state = states.last!
        let end = UInt64(1) << UInt64(length)
        if state.0 & end != 0 { return 0 }
        if state.1 & end != 0 { return 1 }
        return edits > 1 && state.2 & end != 0 ? 2 : nil
    }

    private mutating func step(_ byte: UInt8) {
        let now = states.last!
        let mask = masks[Int(byte)]
        // Two letters swapped: this one first in the pattern, then the one before it in the word.
        var swapped: (UInt64, UInt64) = (0, 0)
        if let last = word.last {
            let before = states[states.count - 2]
            let places = mask & (masks[Int(last)] >> 1)
            swapped = ((before.0 & places) << 2, (before.1 & places) << 2)
        }
        let none = (now.0 & mask) << 1
        let one = (now.1 & mask) << 1 | now.0 | now.0 << 1 | none << 1 | swapped.0
        let two = (now.2 & mask) << 1 | now.1 | now.1 << 1 | one << 1 | swapped.1
        // Beyond the pattern there is nothing to match.
        let all = (UInt64(2) << UInt64(length)) - 1
        states.append((none & all, one & all, two & all))
        word.append(byte)
    }
}
