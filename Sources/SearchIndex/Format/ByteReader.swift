/// Reads what `ByteWriter` wrote. The bytes are not trusted: whatever they hold, reading ends in a value or an error.
///
/// The bytes outlive the reader: they are an index's, or the caller's within a closure.
package struct ByteReader {
    private let bytes: UnsafeRawBufferPointer
    package private(set) var offset = 0
    /// Values within values, such as conditions.
    private var depth = 0
    private static let deepest = 256

    package init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// Reads a value from an array, which lives as long as that takes.
    package static func read<Value>(
        _ bytes: ArraySlice<UInt8>, _ read: (inout ByteReader) throws(IndexError) -> Value
    ) throws(IndexError) -> Value {
        var result: Result<Value, IndexError> = .failure(.damaged)
        bytes.withUnsafeBytes { buffer in
            var reader = ByteReader(buffer)
            do throws(IndexError) { result = .success(try read(&reader)) } catch { result = .failure(error) }
        }
        return try result.get()
    }

    package var isAtEnd: Bool { offset == bytes.count }

    package mutating func byte() throws(IndexError) -> UInt8 {
        guard offset < bytes.count else { throw .damaged }
        offset += 1
        return bytes[offset - 1]
    }

    package mutating func number() throws(IndexError) -> UInt64 {
        var result: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte()
            guard shift < 63 || next <= 1 else { throw .damaged }
            result |= UInt64(next & 0x7F) << shift
            if next & 0x80 == 0 { return result }
            shift += 7
        }
    }

    package mutating func integer() throws(IndexError) -> Int {
        guard let number = Int(exactly: try number()) else { throw .damaged }
        return number
    }

    package mutating func signed() throws(IndexError) -> Int64 {
        let number = try number()
        return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
    }

    /// A number of things to follow, each at least one byte long.
    package mutating func count() throws(IndexError) -> Int {
        let count = try integer()
        guard count <= bytes.count - offset else { throw .damaged }
        return count
    }

    /// A number of things that are not in the bytes.
    package mutating func count(atMost most: Int) throws(IndexError) -> Int {
        let count = try integer()
        guard count <= most else { throw .damaged }
        return count
    }

    package mutating func text() throws(IndexError) -> String {
        let count = try count()
        defer { offset += count }
        guard let text = String(validating: bytes[offset..<offset + count], as: UTF8.self) else { throw .damaged }
        return text
    }

    package mutating func fixed<Number: FixedWidthInteger>(_: Number.Type) throws(IndexError) -> Number {
        let size = MemoryLayout<Number>.size
        guard bytes.count - offset >= size else { throw .damaged }
        defer { offset += size }
        return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }

    /// So many bytes as they stand.
    package mutating func raw(_ count: Int) throws(IndexError) -> UnsafeRawBufferPointer {
        guard count >= 0, count <= bytes.count - offset else { throw .damaged }
        defer { offset += count }
        return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
    }

    /// Reads a value that may hold others of its kind.
    package mutating func nested<Value>(
        _ read: (inout ByteReader) throws(IndexError) -> Value
    ) throws(IndexError) -> Value {
        guard depth < ByteReader.deepest else { throw .damaged }
        depth += 1
        defer { depth -= 1 }
        return try read(&self)
    }
}
