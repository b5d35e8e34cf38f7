import Glibc

/// The lines by which a document may be known: its title, each of its questions and each of its keywords.
///
/// A record of `RecordTable` for each document: how many questions it has, and then for the title, each question and each
/// keyword the number of its words and, in a byte, what they say together by their rarities (`LineWeight`).
struct LineTable {
    struct Line {
        /// Among the document's positions.
        var range: Range<UInt32>
        var wordCount: Int
        /// What the words that tell a subject say together.
        var weight: Float
    }

    private let records: RecordTable

    init(_ section: Section, documentCount: Int) throws(IndexError) {
        records = try RecordTable(section)
        guard records.count == documentCount else { throw .damaged }
    }

    func lines(of document: Int, _ layout: FieldLayout) throws(IndexError) -> [Line] {
        try records.read(document) { (reader) throws(IndexError) in
            let questionCount = try reader.count()
            var lines: [Line] = []
            var start: UInt32 = 0
            while !reader.isAtEnd {
                if lines.count == 1 { start = layout.start(of: .questions) }
                if lines.count == 1 + questionCount { start = layout.start(of: .keywords) }
                let length = try reader.count(atMost: 1 << 24)
                lines.append(
                    Line(
                        range: start..<start + UInt32(length), wordCount: length,
                        weight: LineWeight.weight(try reader.byte())))
                start += UInt32(length)
            }
            return lines
        }
    }
}

/// How much the words of a line say together, in a byte: equal steps of a logarithm.
enum LineWeight {
    private static let scale: Float = 32

    static func byte(_ weight: Float) -> UInt8 { UInt8(min(255, (scale * logf(1 + max(0, weight))).rounded())) }

    static func weight(_ byte: UInt8) -> Float { expf(Float(byte) / scale) - 1 }
}
