/// Numbers byte strings in the order in which they are first met (open addressing, FNV-1a).
struct ByteTable: Sendable {
    private var slots: [Int32]
    private var hashes: [UInt32] = []
    private var ends: [Int] = []
    private var bytes: [UInt8] = []

    init(capacity: Int = 1 << 10) {
        slots = Array(repeating: -1, count: max(16, capacity * 2).nextPowerOfTwo)
    }

    var count: Int { ends.count }

    /// - Returns: The number of a byte string, and whether it is new.
    mutating func number(of key: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
        var hash: UInt32 = 2_166_136_261
        for byte in key { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash, isEqual(number, key) { return (number, false) }
            slot = (slot + 1) & mask
        }
        let number = ends.count
        slots[slot] = Int32(number)
        hashes.append(hash)
        bytes.append(contentsOf: key)
        ends.append(bytes.count)
        if ends.count * 2 > slots.count { grow() }
        return (number, true)
    }

    mutating func number(of key: some Collection<UInt8>) -> Int {
        let key = Array(key)
        return key.withUnsafeBufferPointer { number(of: $0).number }
    }

    subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(number)] }

    /// The numbers in order of their strings' bytes.
    var sorted: [Int] {
        bytes.withUnsafeBytes { bytes in
            (0..<count).sorted { left, right in
                let first = range(left)
                let second = range(right)
                return UnsafeRawBufferPointer(rebasing: bytes[first]).precedes(
                    UnsafeRawBufferPointer(rebasing: bytes[second]))
            }
        }
    }

    private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

    private func isEqual(_ number: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(number)
        guard range.count == key.count else { return false }
        for index in 0..<key.count where bytes[range.lowerBound + index] != key[index] { return false }
        return true
    }

    private mutating func grow() {
        let mask = slots.count * 2 - 1
        slots = Array(repeating: -1, count: mask + 1)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(hash) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(number)
        }
    }
}

extension Int {
    fileprivate var nextPowerOfTwo: Int { self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount) }
}

extension UnsafeRawBufferPointer {
    /// By bytes; a beginning comes before what goes on.
    func precedes(_ other: UnsafeRawBufferPointer) -> Bool {
        let shared = Swift.min(count, other.count)
        for index in 0..<shared where self[index] != other[index] { return self[index] < other[index] }
        return count < other.count
    }
}
