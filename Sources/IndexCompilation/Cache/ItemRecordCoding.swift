import Content
import Decisions
import SearchIndex
import Time

/// Writes what other files can depend on of an article, for the builds to come.
struct ItemRecordWriter {
    private(set) var writer = ByteWriter()
    /// Whether it is also written where in the file each name stands. Two records that are alike without are alike to every
    /// other file.
    private let hasPlaces: Bool

    /// - Parameter record: Of an article.
    init(_ record: ItemRecord, hasPlaces: Bool) {
        self.hasPlaces = hasPlaces
        write(record.id) { $0.write($1) }
        writer.write(record.audience)
        write(optional: record.language) { $0.write($1) }
        writer.write(record.isRetired)
        writer.write(record.hasCategory)
        writer.write(record.anchors)
        writer.write(record.references.count)
        for reference in record.references { write(reference) }
        write(record.rarities)
    }

    private mutating func write(_ rarities: ItemRecord.Rarities) {
        writer.write(rarities.effective != nil)
        if let effective = rarities.effective {
            write(optional: effective.from) { $1.write(to: &$0) }
            write(optional: effective.until) { $1.write(to: &$0) }
            write(effective.range)
        }
        writer.write(rarities.translation != nil)
        if let translation = rarities.translation {
            write(translation.source) { $0.write($1) }
            write(optional: translation.hash) { $0.write($1) }
        }
        write(optional: rarities.replacedBy) { $0.write($1) }
        writer.write(rarities.aliases.count)
        for alias in rarities.aliases { write(alias) { $0.write($1) } }
        writer.write(rarities.readersByAnchor.count)
        for (anchor, readers) in rarities.readersByAnchor.sorted(by: { $0.key < $1.key }) {
            writer.write(anchor)
            writer.write(readers)
        }
        writer.write(rarities.demands != nil)
        if let demands = rarities.demands { write(demands) }
        writer.write(rarities.boundReview != nil)
        if let review = rarities.boundReview {
            writer.write(signed: Int64(review.last.value.dayNumber))
            write(review.last.range)
            write(review.verified) { $0.write($1) }
        }
    }

    private mutating func write(_ demands: ItemRecord.Demands) {
        writer.write(demands.topics)
        write(demands.applies)
        writer.write(demands.requires.count)
        for use in demands.requires {
            write(use.id) { $0.write($1) }
            write(use.condition)
        }
    }

    private mutating func write(_ condition: Condition?) {
        writer.write(condition != nil)
        if let condition { writer.write(condition) }
    }

    private mutating func write(_ reference: Reference) {
        let (number, name) = ItemRecordCoding.parts(reference.target)
        writer.write(byte: number)
        writer.write(name)
        if case .item(_, let anchor) = reference.target { writer.write(optional: anchor) }
        writer.write(reference.role)
        writer.write(optional: reference.audience)
        write(reference.range)
    }

    private mutating func write<Value: Sendable>(_ located: Located<Value>, _ body: (inout ByteWriter, Value) -> Void) {
        body(&writer, located.value)
        write(located.range)
    }

    private mutating func write<Value: Sendable>(
        optional located: Located<Value>?, _ body: (inout ByteWriter, Value) -> Void
    ) {
        writer.write(located != nil)
        if let located { write(located, body) }
    }

    private mutating func write(_ range: Range<Int>) {
        guard hasPlaces else { return }
        writer.write(range.lowerBound)
        writer.write(range.count)
    }
}

/// Reads what `ItemRecordWriter` wrote, with places.
struct ItemRecordReader {
    var reader: ByteReader

    init(_ reader: ByteReader) { self.reader = reader }

    mutating func record(at path: String) throws(IndexError) -> ItemRecord {
        let id = try text()
        let audience = try reader.texts()
        let language = try optional { (reader) throws(IndexError) in try reader.reader.text() }
        let isRetired = try reader.truth()
        let hasCategory = try reader.truth()
        let anchors = try reader.texts()
        var references: [Reference] = []
        let count = try reader.count()
        references.reserveCapacity(count)
        for _ in 0..<count { references.append(try reference()) }
        return ItemRecord(
            articleAt: path, id: id, audience: audience, language: language, isRetired: isRetired,
            hasCategory: hasCategory, anchors: anchors, references: references, try rarities())
    }

    private mutating func rarities() throws(IndexError) -> ItemRecord.Rarities {
        var rarities = ItemRecord.Rarities()
        if try reader.truth() {
            let from = try optional { (reader) throws(IndexError) in try Moment(from: &reader.reader) }
            let until = try optional { (reader) throws(IndexError) in try Moment(from: &reader.reader) }
            rarities.effective = Effective(from: from, until: until, range: try range())
        }
        if try reader.truth() {
            let source = try text()
            rarities.translation = Translation(
                source: source, hash: try optional { (reader) throws(IndexError) in try reader.reader.text() })
        }
        rarities.replacedBy = try optional { (reader) throws(IndexError) in try reader.reader.text() }
        for _ in 0..<(try reader.count()) { rarities.aliases.append(try text()) }
        for _ in 0..<(try reader.count()) {
            let anchor = try reader.text()
            rarities.readersByAnchor[anchor] = try reader.texts()
        }
        if try reader.truth() { rarities.demands = try demands() }
        if try reader.truth() {
            let day = Int(try reader.signed())
            let last = Located(CivilDate(dayNumber: day), range: try range())
            rarities.boundReview = ItemRecord.BoundReview(last: last, verified: try text())
        }
        return rarities
    }

    private mutating func demands() throws(IndexError) -> ItemRecord.Demands {
        let topics = try reader.texts()
        let applies = try condition()
        var requires: [RequirementUse] = []
        for _ in 0..<(try reader.count()) {
            let id = try text()
            requires.append(RequirementUse(id: id, condition: try condition()))
        }
        return ItemRecord.Demands(topics: topics, applies: applies, requires: requires)
    }

    private mutating func condition() throws(IndexError) -> Condition? {
        try reader.truth() ? try reader.condition() : nil
    }

    private mutating func reference() throws(IndexError) -> Reference {
        let number = try reader.byte()
        let name = try reader.text()
        let anchor = number == 0 ? try reader.optionalText() : nil
        guard let target = ItemRecordCoding.target(number, name, anchor: anchor) else { throw .damaged }
        let role = try reader.text()
        let audience = try reader.optionalTexts()
        return Reference(target, role: role, range: try range(), audience: audience)
    }

    private mutating func text() throws(IndexError) -> Located<String> {
        let text = try reader.text()
        return Located(text, range: try range())
    }

    private mutating func optional<Value: Sendable>(
        _ body: (inout ItemRecordReader) throws(IndexError) -> Value
    ) throws(IndexError) -> Located<Value>? {
        guard try reader.truth() else { return nil }
        let value = try body(&self)
        return Located(value, range: try range())
    }

    private mutating func range() throws(IndexError) -> Range<Int> {
        let start = try reader.integer()
        let count = try reader.integer()
        // Files are far smaller than this.
        guard start < 1 << 40, count < 1 << 40 else { throw .damaged }
        return start..<start + count
    }
}

private enum ItemRecordCoding {
    static func parts(_ target: Reference.Target) -> (number: UInt8, name: String) {
        switch target {
        case .item(let name, _): (0, name)
        case .directoryEntry(let name): (1, name)
        case .workflow(let name): (2, name)
        case .fact(let name): (3, name)
        case .requirement(let name): (4, name)
        case .owner(let name): (5, name)
        case .audience(let name): (6, name)
        case .category(let name): (7, name)
        case .asset(let name): (8, name)
        }
    }

    static func target(_ number: UInt8, _ name: String, anchor: String?) -> Reference.Target? {
        switch number {
        case 0: .item(name, anchor: anchor)
        case 1: .directoryEntry(name)
        case 2: .workflow(name)
        case 3: .fact(name)
        case 4: .requirement(name)
        case 5: .owner(name)
        case 6: .audience(name)
        case 7: .category(name)
        case 8: .asset(name)
        default: nil
        }
    }
}

extension Moment {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.write(signed: local.epochSeconds)
        writer.write(offset != nil)
        if let offset { writer.write(signed: Int64(offset)) }
        writer.write(isDate)
    }

    fileprivate init(from reader: inout ByteReader) throws(IndexError) {
        let seconds = try reader.signed()
        guard abs(Double(seconds)) < 1e12 else { throw .damaged }
        let offset = try reader.truth() ? Int(try reader.signed()) : nil
        self.init(local: LocalDateTime(epochSeconds: seconds), offset: offset, isDate: try reader.truth())
    }
}
