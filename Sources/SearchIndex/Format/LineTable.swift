/// The lines by which a document may be known: its title, each of its questions and each of its keywords.
///
/// A record of `RecordTable` for each document: how many questions it has, and then for the title, each question and each
/// keyword the number of its words and what they say together by their rarities (`LineWeight`), LEB128.
struct LineTable {
    struct Line {
        /// Among the document's positions.
        var range: Range<UInt32>
        var wordCount: Int
        /// What the words that tell a subject say together.
        var weight: Float
    }

    /// No line has more words.
    static let mostWords = 1 << 24
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
                let length = try reader.count(atMost: LineTable.mostWords)
                guard start <= UInt32.max - UInt32(length) else { throw .damaged }
                let units = UInt32(truncatingIfNeeded: try reader.number())
                lines.append(
                    Line(
                        range: start..<start + UInt32(length), wordCount: length, weight: LineWeight.weight(units)))
                start += UInt32(length)
            }
            return lines
        }
    }

    /// A document's record as it stands.
    func record(of document: Int) throws(IndexError) -> UnsafeRawBufferPointer { try records.bytes(document) }
}

/// How much the words of a line say together, in whole numbers: the rarity of each of them rounded to sixteenths.
///
/// So the order in which they are added does not matter, and a word that one document more or less holds counts the same
/// as before, unless few documents hold it.
enum LineWeight {
    private static let scale: Float = 16

    /// - Parameter rarity: From `QueryPlan.rarity(_:of:)`.
    static func units(of rarity: Float) -> UInt32 { UInt32((rarity * scale).rounded()) }

    static func weight(_ units: UInt32) -> Float { Float(units) / scale }
}
