import Glibc

// The C library looks at many bytes at once, and every file is searched for many things.
extension [UInt8] {
    /// The first place of a byte at or after an offset.
    package func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
        withUnsafeBytes { bytes in
            guard start < bytes.count, let base = bytes.baseAddress else { return nil }
            return memchr(base + start, Int32(byte), bytes.count - start).map {
                $0 - UnsafeMutableRawPointer(mutating: base)
            }
        }
    }

    /// The first place of some bytes at or after an offset.
    package func firstOffset(of needle: [UInt8], from start: Int = 0) -> Int? {
        var start = start
        while let offset = firstOffset(of: needle[0], from: start), offset + needle.count <= count {
            if self[offset..<offset + needle.count].elementsEqual(needle) { return offset }
            start = offset + 1
        }
        return nil
    }

    package var isASCII: Bool {
        var all: UInt8 = 0
        for byte in self { all |= byte }
        return all < 0x80
    }
}

extension String {
    package func contains(byte: UInt8) -> Bool {
        var copy = self
        return copy.withUTF8 { bytes in
            bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
        }
    }
}
