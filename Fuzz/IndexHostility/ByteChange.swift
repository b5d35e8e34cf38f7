import SeededRandom

/// One small change to bytes that hold numbers, lengths and texts.
enum ByteChange {
    /// Numbers at their ends: of LEB128 and of fixed size.
    private static let pieces: [[UInt8]] = [
        [0], [1], [0x7F], [0xFF], [0x80, 0x01], [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0x7F],
        [0xFF, 0xFF, 0xFF, 0xFF, 0x0F], Array(repeating: 0xFF, count: 9) + [1],
        Array(repeating: 0xFF, count: 8) + [0x7F],
        [0xFE] + Array(repeating: 0xFF, count: 8) + [1], Array(repeating: 0xFF, count: 8), Array("{{fact:f}}".utf8),
        [4, 1, 4, 1, 4, 1], [2, 1, 2, 1, 2, 1],
    ]

    static func apply(to bytes: inout [UInt8], _ random: inout SeededGenerator) {
        func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
        let place = below(bytes.count + 1)
        let end = min(bytes.count, place + below(below(4) == 0 ? 64 : 6))
        switch below(8) {
        case 0: if place < bytes.count { bytes[place] ^= 1 << UInt8(below(8)) }
        case 1, 2: if place < bytes.count { bytes[place] = UInt8(below(256)) }
        case 3: bytes.removeSubrange(place..<end)
        case 4: bytes.insert(contentsOf: Array(bytes[place..<end]), at: below(bytes.count + 1))
        case 5:
            let piece = random.pick(pieces)
            for (index, byte) in piece.enumerated() where place + index < bytes.count { bytes[place + index] = byte }
        case 6: bytes.insert(contentsOf: random.pick(pieces), at: place)
        default:
            let count = min(1 + below(2000), 4096)
            let unit = place == end ? random.pick(pieces) : Array(bytes[place..<end])
            bytes.insert(contentsOf: repeatElement(unit, count: count).joined().prefix(1 << 16), at: place)
        }
    }
}
