/// Cuts text into words: runs of letters and digits, in lower case and without marks; apostrophes are left out. A Chinese
/// or Japanese character is a word of its own, as those are written without spaces.
enum Words {
    /// In bytes. What is longer is a line of code or of damage.
    static let longest = 64

    static func of(_ text: String) -> [String] {
        var words: [String] = []
        forEach(in: text) { word, _ in words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }

    /// - Parameter body: Is given each word folded, as UTF-8, and where it stands in the text in bytes.
    @inline(__always)
    static func forEach(
        in text: String, _ body: (_ word: UnsafeBufferPointer<UInt8>, _ place: Range<Int>) -> Void
    ) {
        var text = text
        text.withUTF8 { bytes in
            // Folding never takes more than three bytes for each.
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest + 16) { word in
                scan(bytes, word, body)
            }
        }
    }

    private static let notPart: UInt8 = 0
    private static let apostrophe: UInt8 = 1
    private static let beyondASCII: UInt8 = 2

    /// For each byte its lower-case form where it is part of a word, or one of the three marks above.
    private static let table: [UInt8] = (0..<256).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) | 0x20
        case UInt8(ascii: "'"): apostrophe
        case 0x80...: beyondASCII
        default: notPart
        }
    }

    @inline(__always)
    private static func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, _ word: UnsafeMutableBufferPointer<UInt8>,
        _ body: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void
    ) {
        table.withUnsafeBufferPointer { table in
            var length = 0
            var isTooLong = false
            var start = 0
            var index = 0
            @inline(__always) func end(at offset: Int) {
                if length > 0, !isTooLong { body(UnsafeBufferPointer(rebasing: word[..<length]), start..<offset) }
                length = 0
                isTooLong = false
            }
            @inline(__always) func append(_ byte: UInt8, from offset: Int) {
                if length == 0 { start = offset }
                if length < longest {
                    word[length] = byte
                    length += 1
                } else {
                    isTooLong = true
                }
            }
            while index < bytes.count {
                let form = table[Int(bytes[index])]
                if form > beyondASCII {
                    append(form, from: index)
                    index += 1
                } else if form == notPart {
                    end(at: index)
                    index += 1
                } else if form == apostrophe {
                    index += 1
                } else {
                    let (scalar, size) = scalar(bytes, index)
                    switch Folding.of(scalar) {
                    case .boundary: end(at: index)
                    case .ignored: break
                    case .letters(let letters): for letter in letters { append(letter, from: index) }
                    case .word(let letters):
                        end(at: index)
                        for letter in letters { append(letter, from: index) }
                        end(at: index + size)
                    }
                    index += size
                }
            }
            end(at: index)
        }
    }

    /// The scalar at an offset, and the bytes it takes; the text of a `String` is valid.
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> (Unicode.Scalar, Int) {
        let first = UInt32(bytes[offset])
        func next(_ place: Int) -> UInt32 { UInt32(bytes[offset + place] & 0x3F) }
        switch first {
        case ..<0xE0: return (Unicode.Scalar((first & 0x1F) << 6 | next(1)) ?? " ", 2)
        case ..<0xF0: return (Unicode.Scalar((first & 0xF) << 12 | next(1) << 6 | next(2)) ?? " ", 3)
        default: return (Unicode.Scalar((first & 7) << 18 | next(1) << 12 | next(2) << 6 | next(3)) ?? " ", 4)
        }
    }
}
