/// Numbers in as few bits as the largest of them needs, the lowest bit of each first.
enum BitPacking {
    /// The bits that a number needs; 0 for 0.
    static func width(of number: UInt32) -> Int { UInt32.bitWidth - number.leadingZeroBitCount }

    /// The bytes that so many numbers of a width take.
    static func size(_ count: Int, width: Int) -> Int { (count * width + 7) / 8 }

    /// Reads numbers from the beginning of some bytes.
    ///
    /// - Parameters:
    ///   - bytes: At least `size(count, width)`.
    ///   - width: At most 32.
    @inline(__always)
    static func unpack(
        _ bytes: UnsafeRawBufferPointer, count: Int, width: Int, into numbers: UnsafeMutablePointer<UInt32>
    ) {
        let mask = (UInt64(1) << UInt64(width)) - 1
        var bit = 0
        var index = 0
        // Eight bytes at once, as long as there are so many.
        let fast = min(count, width == 0 ? count : max(0, (bytes.count - 8) * 8 / width))
        if width == 0 {
            for index in 0..<count { numbers[index] = 0 }
            return
        }
        while index < fast {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self))
            numbers[index] = UInt32(truncatingIfNeeded: (word >> UInt64(bit & 7)) & mask)
            bit += width
            index += 1
        }
        while index < count {
            numbers[index] = number(in: bytes, atBit: bit, width: width)
            bit += width
            index += 1
        }
    }

    /// One number; its bits lie within the bytes.
    static func number(in bytes: UnsafeRawBufferPointer, atBit bit: Int, width: Int) -> UInt32 {
        guard width > 0 else { return 0 }
        var word: UInt64 = 0
        let first = bit >> 3
        let last = (bit + width - 1) >> 3
        for place in first...last { word |= UInt64(bytes[place]) << UInt64((place - first) * 8) }
        return UInt32(truncatingIfNeeded: (word >> UInt64(bit & 7)) & ((UInt64(1) << UInt64(width)) - 1))
    }
}

/// Appends numbers of any width to bytes.
struct BitWriter {
    private(set) var bytes: [UInt8] = []
    private var pending: UInt64 = 0
    private var pendingBits = 0

    @inline(__always)
    mutating func write(_ number: UInt32, width: Int) {
        pending |= UInt64(number) << UInt64(pendingBits)
        pendingBits += width
        while pendingBits >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: pending))
            pending >>= 8
            pendingBits -= 8
        }
    }

    /// What follows begins at a whole byte.
    mutating func align() {
        guard pendingBits > 0 else { return }
        bytes.append(UInt8(truncatingIfNeeded: pending))
        pending = 0
        pendingBits = 0
    }

    mutating func write(_ numbers: [UInt32], width: Int) {
        for number in numbers { write(number, width: width) }
        align()
    }

    /// Copies bits that lie within other bytes.
    mutating func write(bitsOf other: UnsafeRawBufferPointer, from start: Int, count: Int) {
        var bit = start
        while bit < start + count {
            let width = min(32, start + count - bit)
            write(BitPacking.number(in: other, atBit: bit, width: width), width: width)
            bit += width
        }
    }

    /// Begins at a whole byte.
    mutating func write(raw other: UnsafeRawBufferPointer) { bytes.append(contentsOf: other) }

    mutating func write(byte: UInt8) { bytes.append(byte) }

    /// Makes room for so many bytes in all.
    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
