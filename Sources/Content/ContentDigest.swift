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
}
