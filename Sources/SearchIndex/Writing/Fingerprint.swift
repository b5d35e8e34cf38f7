/// A few bytes by which documents that say nearly the same are told without reading them.
///
/// The lower half is of the words that a document shows, each once (Charikar's simhash): texts that share nearly all words
/// differ in few of its bits. The upper half is of all in which even the same texts must not differ: numbers and codes, the
/// short answer, kind, language, audience and condition.
package struct Fingerprint: Hashable, Sendable {
    let bits: UInt64

    init(bits: UInt64) { self.bits = bits }

    /// - Parameters:
    ///   - words: Hashes of the words that the document shows, each once.
    ///   - codes: Hashes of those with a digit, in order.
    init(words: [UInt64], codes: [UInt64], _ document: IndexDocument) {
        // How many words have each bit, by nibble: eight counters of 8 bits in each of four numbers, emptied before they
        // overflow.
        var counts = [Int](repeating: 0, count: 32)
        var packed = SIMD4<UInt64>(repeating: 0)
        var added = 0
        func empty() {
            for place in 0..<32 { counts[place] += Int(packed[place & 3] >> UInt64((place >> 2) * 8) & 0xFF) }
            packed = SIMD4(repeating: 0)
            added = 0
        }
        for word in words {
            let spread = SIMD4<UInt64>(word, word >> 1, word >> 2, word >> 3) & 0x1111_1111
            packed &+= Fingerprint.bytes(ofNibbles: spread)
            added += 1
            if added == 255 { empty() }
        }
        empty()
        var lower: UInt32 = 0
        for place in 0..<32 where counts[place] * 2 > words.count { lower |= 1 << UInt32(place) }
        var exact = ByteWriter()
        for code in codes { exact.write(fixed: code) }
        document.kind.write(to: &exact)
        document.language.write(to: &exact)
        document.audience.write(to: &exact)
        document.answer.write(to: &exact)
        document.applies.write(to: &exact)
        bits = UInt64(lower) | Hash.of(exact.bytes) << 32
    }

    /// Moves eight nibbles apart, one to each byte.
    private static func bytes(ofNibbles nibbles: SIMD4<UInt64>) -> SIMD4<UInt64> {
        var spread = (nibbles | nibbles &<< 16) & 0x0000_FFFF_0000_FFFF
        spread = (spread | spread &<< 8) & 0x00FF_00FF_00FF_00FF
        return (spread | spread &<< 4) & 0x0F0F_0F0F_0F0F_0F0F
    }

    func isNearly(_ other: Fingerprint) -> Bool {
        bits >> 32 == other.bits >> 32 && (bits ^ other.bits).nonzeroBitCount <= 2
    }
}
