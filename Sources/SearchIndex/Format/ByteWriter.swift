/// Builds bytes from numbers and texts.
package struct ByteWriter {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func write(byte: UInt8) {
        bytes.append(byte)
    }

    /// Seven bits a byte, the lowest first; the high bit says that more follow (LEB128).
    package mutating func write(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    package mutating func write(_ number: Int) {
        precondition(number >= 0)
        write(UInt64(number))
    }

    /// Small magnitudes of either sign take few bytes (zigzag).
    package mutating func write(signed number: Int64) {
        write(UInt64(bitPattern: (number << 1) ^ (number >> 63)))
    }

    package mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// Little-endian, of fixed size.
    package mutating func write(fixed number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    package mutating func write(raw other: some Collection<UInt8>) {
        bytes.append(contentsOf: other)
    }

    mutating func write(raw other: UnsafeRawBufferPointer) {
        bytes.append(contentsOf: other)
    }

    /// Makes room for so many bytes in all.
    package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
