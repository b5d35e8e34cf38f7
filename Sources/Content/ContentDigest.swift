private import Crypto

/// The SHA-256 of a file's bytes: tells whether it is still as it was read, in this process or a later one.
package struct ContentDigest: Hashable, Sendable {
    package let words: SIMD4<UInt64>

    package init(words: SIMD4<UInt64>) { self.words = words }

    package init(of bytes: [UInt8]) {
        words = bytes.withUnsafeBytes { buffer in
            SHA256.hash(data: buffer).withUnsafeBytes { $0.loadUnaligned(as: SIMD4<UInt64>.self) }
        }
    }

    /// - Parameter count: Of the bytes to write, at most 32.
    package func hexadecimal(_ count: Int) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return withUnsafeBytes(of: words) { bytes in
            String(
                decoding: bytes.prefix(count).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
        }
    }
}
