/// Whether bytes are text that every reader understands alike.
package enum TextEncoding {
    package enum Defect: Hashable, Sendable {
        case utf16
        case invalidUTF8
        case nul
    }

    /// The first defect and its bytes, or nil for UTF-8 without NUL.
    package static func defect(in bytes: [UInt8]) -> (defect: Defect, range: Range<Int>)? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return (.utf16, 0..<2) }
        return bytes.withUnsafeBufferPointer { buffer in
            var offset = 0
            while offset < buffer.count {
                let byte = buffer[offset]
                if byte == 0 { return (.nul, offset..<offset + 1) }
                if byte < 0x80 {
                    offset += 1
                    continue
                }
                guard let length = sequenceLength(buffer, at: offset) else {
                    return (.invalidUTF8, offset..<offset + 1)
                }
                offset += length
            }
            return nil
        }
    }

    /// The length of the well-formed sequence at an offset (Unicode 15, table 3-7).
    private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
        let lead = bytes[offset]
        let length: Int
        let second: ClosedRange<UInt8>
        switch lead {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
        for index in offset + 2..<max(offset + 2, offset + length) where bytes[index] & 0xC0 != 0x80 { return nil }
        return length
    }
}
