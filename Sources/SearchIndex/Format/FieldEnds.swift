/// The parts of a document that are searched. Their words are numbered through, in this order.
enum Field: Int, CaseIterable {
    case title, questions, keywords, answer, headings, body
}

/// How many words each field of a document has, told by where it ends.
///
/// For each document, 11 bytes: where the first five fields end, 2 bytes each, and a byte for where the last one does, which
/// is a length rounded up to one that `LengthByte` has. A position within the document takes as many bits as that length.
struct FieldEnds {
    static let size = 11
    /// Words past that in the fields before the body are not indexed.
    static let most = 0xFFFF
    private let section: Section

    init(_ section: Section, documentCount: Int) throws(IndexError) {
        guard section.count == documentCount * FieldEnds.size else { throw .damaged }
        self.section = section
    }

    /// - Returns: Where each field ends, the last one rounded up.
    @inline(__always)
    func ends(of document: Int) throws(IndexError) -> Ends {
        let bytes = try section.bytes(document * FieldEnds.size..<(document + 1) * FieldEnds.size)
        @inline(__always) func end(_ field: Int) -> UInt32 {
            UInt32(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: field * 2, as: UInt16.self)))
        }
        return Ends(
            title: end(0), questions: end(1), keywords: end(2), answer: end(3), headings: end(4),
            body: LengthByte.length(bytes[10]))
    }

    /// The bits that a position within a document takes.
    @inline(__always)
    func positionWidth(of document: Int) throws(IndexError) -> Int {
        let length = LengthByte.length(try section.number(at: document * FieldEnds.size + 10, as: UInt8.self))
        return BitPacking.width(of: max(length, 1) - 1)
    }

    struct Ends {
        var title, questions, keywords, answer, headings, body: UInt32

        func start(of field: Field) -> UInt32 {
            switch field {
            case .title: 0
            case .questions: title
            case .keywords: questions
            case .answer: keywords
            case .headings: answer
            case .body: headings
            }
        }

        func end(of field: Field) -> UInt32 {
            switch field {
            case .title: title
            case .questions: questions
            case .keywords: keywords
            case .answer: answer
            case .headings: headings
            case .body: body
            }
        }

        func length(of field: Field) -> Int { max(0, Int(end(of: field)) - Int(start(of: field))) }

        func field(of position: UInt32) -> Field {
            if position < title { return .title }
            if position < questions { return .questions }
            if position < keywords { return .keywords }
            if position < answer { return .answer }
            return position < headings ? .headings : .body
        }
    }
}

/// Lengths in a byte: exact up to 16, then eight for each power of two.
enum LengthByte {
    static func length(_ byte: UInt8) -> UInt32 {
        guard byte >= 16 else { return UInt32(byte) }
        let exponent = UInt32(byte >> 3) - 1
        return min(1 << 30, UInt32(8 + (byte & 7)) << min(exponent, 26))
    }

    /// The byte of the least length that is no less.
    static func byte(atLeast length: Int) -> UInt8 {
        var low = 0
        var high = 255
        while low < high {
            let middle = (low + high) / 2
            if LengthByte.length(UInt8(middle)) < length { low = middle + 1 } else { high = middle }
        }
        return UInt8(low)
    }
}
