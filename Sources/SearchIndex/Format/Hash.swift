private import CXXHash

/// The hash that guards the bytes of an index (XXH3 of 64 bits): against damage, not against an attacker.
package enum Hash {
    package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 { XXH3_64bits(bytes.baseAddress, bytes.count) }

    package static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { of($0) } }
}
