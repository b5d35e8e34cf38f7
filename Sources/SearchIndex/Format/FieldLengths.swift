/// The parts of a document that are searched. Their words are numbered through, in this order.
enum Field: Int, CaseIterable {
    case title, questions, keywords, answer, headings, body
}

/// How long the fields of each document are: for each document a byte for each field, a length that `LengthByte` has.
///
/// The words of a document are numbered through, field by field, each field beginning where the lengths before it end; as
/// lengths are rounded up, some numbers stand for no word. A position takes as many bits as the document's length needs.
struct FieldLengths {
    static let size = Field.allCases.count
    private let section: Section

    init(_ section: Section, documentCount: Int) throws(IndexError) {
        guard section.count == documentCount * FieldLengths.size else { throw .damaged }
        self.section = section
    }

    @inline(__always)
    func layout(of document: Int) throws(IndexError) -> FieldLayout {
        FieldLayout(try section.bytes(document * FieldLengths.size..<(document + 1) * FieldLengths.size))
    }

    /// The bytes of some documents as they stand.
    func bytes(of documents: Range<Int>) throws(IndexError) -> UnsafeRawBufferPointer {
        try section.bytes(documents.lowerBound * FieldLengths.size..<documents.upperBound * FieldLengths.size)
    }
}

/// Where the fields of one document lie among its positions.
struct FieldLayout {
    /// Where each field ends.
    private let ends: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)

    /// - Parameter bytes: One `LengthByte` for each field.
    @inline(__always)
    init(_ bytes: UnsafeRawBufferPointer) {
        let title = LengthByte.length(bytes[0])
        let questions = title + LengthByte.length(bytes[1])
        let keywords = questions + LengthByte.length(bytes[2])
        let answer = keywords + LengthByte.length(bytes[3])
        let headings = answer + LengthByte.length(bytes[4])
        ends = (title, questions, keywords, answer, headings, headings + LengthByte.length(bytes[5]))
    }

    /// The bits that a position takes.
    @inline(__always)
    var positionWidth: Int { BitPacking.width(of: max(ends.5, 1) - 1) }

    @inline(__always)
    func end(of field: Field) -> UInt32 {
        switch field {
        case .title: ends.0
        case .questions: ends.1
        case .keywords: ends.2
        case .answer: ends.3
        case .headings: ends.4
        case .body: ends.5
        }
    }

    func start(of field: Field) -> UInt32 { Field(rawValue: field.rawValue - 1).map(end) ?? 0 }

    func length(of field: Field) -> Int { Int(end(of: field) - start(of: field)) }
}

/// Lengths in a byte: exact up to 16, then eight for each power of two.
enum LengthByte {
    static func length(_ byte: UInt8) -> UInt32 {
        guard byte >= 16 else { return UInt32(byte) }
        // No document is longer than some 2^24 words; six fields of the greatest length fit into 32 bits.
        return UInt32(8 + (byte & 7)) << min(UInt32(byte >> 3) - 1, 25)
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
