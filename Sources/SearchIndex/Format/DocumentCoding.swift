import Decisions
import Time

extension IndexDocument {
    /// All of it as bytes, for the index and for whatever keeps it meanwhile.
    package var record: [UInt8] {
        var writer = ByteWriter()
        write(to: &writer)
        return writer.bytes
    }

    /// - Parameter record: Of a document.
    package init(record: [UInt8]) throws(IndexError) {
        self = try ByteReader.read(record[...]) { (reader) throws(IndexError) in try IndexDocument(from: &reader) }
    }
}

extension IndexDocument: Coded {
    func write(to writer: inout ByteWriter) {
        id.write(to: &writer)
        kind.write(to: &writer)
        title.write(to: &writer)
        path.write(to: &writer)
        line.write(to: &writer)
        writer.write(raw: version.hexadecimalBytes)
        language.write(to: &writer)
        type.write(to: &writer)
        owner.write(to: &writer)
        audience.write(to: &writer)
        risk.write(to: &writer)
        category.write(to: &writer)
        isRetired.write(to: &writer)
        replacedBy.write(to: &writer)
        aliases.write(to: &writer)
        effective.write(to: &writer)
        review.write(to: &writer)
        applies.write(to: &writer)
        answer.write(to: &writer)
        say.write(to: &writer)
        neverSay.write(to: &writer)
        questions.write(to: &writer)
        keywords.write(to: &writer)
        topics.write(to: &writer)
        related.write(to: &writer)
        requires.write(to: &writer)
        escalate.write(to: &writer)
        sources.write(to: &writer)
        attachments.write(to: &writer)
        blocks.write(to: &writer)
        alert.write(to: &writer)
        details.write(to: &writer)
        flow.write(to: &writer)
        requirements.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init(
            id: try String(from: &reader),
            kind: try String(from: &reader),
            title: try String(from: &reader),
            path: try String(from: &reader),
            line: try Int(from: &reader),
            version: String(hexadecimalOf: try reader.raw(IndexDocument.versionSize)))
        language = try String(from: &reader)
        type = try Optional<String>(from: &reader)
        owner = try Optional<String>(from: &reader)
        audience = try [String](from: &reader)
        risk = try String(from: &reader)
        category = try Optional<String>(from: &reader)
        isRetired = try Bool(from: &reader)
        replacedBy = try Optional<String>(from: &reader)
        aliases = try [String](from: &reader)
        effective = try InstantRange(from: &reader)
        review = try Optional<Review>(from: &reader)
        applies = try Optional<Condition>(from: &reader)
        answer = try Optional<String>(from: &reader)
        say = try Optional<String>(from: &reader)
        neverSay = try [Ban](from: &reader)
        questions = try [String](from: &reader)
        keywords = try [String](from: &reader)
        topics = try [String](from: &reader)
        related = try [String](from: &reader)
        requires = try [Conditional](from: &reader)
        escalate = try [Conditional](from: &reader)
        sources = try [String](from: &reader)
        attachments = try [Attachment](from: &reader)
        blocks = try [Block](from: &reader)
        alert = try Optional<Alert>(from: &reader)
        details = try [IndexValue.Member](from: &reader)
        flow = try Optional<DecisionFlow>(from: &reader)
        requirements = try [Requirement](from: &reader)
    }
}

extension IndexDocument.Block: Coded {
    func write(to writer: inout ByteWriter) {
        markdown.write(to: &writer)
        applies.write(to: &writer)
        audience.write(to: &writer)
        writer.write(sections.count)
        var source = ParagraphSource(markdown)
        for section in sections {
            section.heading.write(to: &writer)
            section.anchor.write(to: &writer)
            writer.write(section.paragraphs.count)
            for paragraph in section.paragraphs { source.write(paragraph, to: &writer) }
        }
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init(
            markdown: try String(from: &reader))
        applies = try Optional<Condition>(from: &reader)
        audience = try [String](from: &reader)
        var source = ParagraphSource(markdown)
        for _ in 0..<(try reader.count()) {
            let heading = try String(from: &reader)
            let anchor = try String(from: &reader)
            var paragraphs: [String] = []
            for _ in 0..<(try reader.count()) { paragraphs.append(try source.read(from: &reader)) }
            sections.append(.init(heading: heading, anchor: anchor, paragraphs: paragraphs))
        }
    }
}

extension IndexDocument.Alert: Coded {
    func write(to writer: inout ByteWriter) {
        isAnnouncement.write(to: &writer)
        severity.write(to: &writer)
        from.write(to: &writer)
        until.write(to: &writer)
        message.write(to: &writer)
        targetsAll.write(to: &writer)
        articles.write(to: &writer)
        categories.write(to: &writer)
        workflows.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init()
        isAnnouncement = try Bool(from: &reader)
        severity = try String(from: &reader)
        from = try Optional<Instant>(from: &reader)
        until = try Optional<Instant>(from: &reader)
        message = try String(from: &reader)
        targetsAll = try Bool(from: &reader)
        articles = try [String](from: &reader)
        categories = try [String](from: &reader)
        workflows = try [String](from: &reader)
    }
}

extension IndexDocument.Ban: Coded {
    func write(to writer: inout ByteWriter) {
        text.write(to: &writer)
        instead.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init(text: try String(from: &reader), instead: try Optional<String>(from: &reader))
    }
}

extension IndexDocument.Review: Coded {
    func write(to writer: inout ByteWriter) {
        last.write(to: &writer)
        every.write(to: &writer)
        due.write(to: &writer)
        verified.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init(
            last: try Optional<CivilDate>(from: &reader),
            every: try Int(from: &reader),
            due: try Optional<CivilDate>(from: &reader),
            verified: try Optional<String>(from: &reader))
    }
}

extension IndexDocument.Attachment: Coded {
    func write(to writer: inout ByteWriter) {
        file.write(to: &writer)
        audience.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init(file: try String(from: &reader), audience: try [String](from: &reader))
    }
}

extension IndexDocument.Conditional: Coded {
    func write(to writer: inout ByteWriter) {
        id.write(to: &writer)
        label.write(to: &writer)
        condition.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init(
            id: try String(from: &reader), label: try Optional<String>(from: &reader),
            condition: try Optional<Condition>(from: &reader))
    }
}

extension String {
    /// Two lower-case hexadecimal digits for each byte.
    fileprivate init(hexadecimalOf bytes: UnsafeRawBufferPointer) {
        let digits = Array("0123456789abcdef".utf8)
        self.init(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    fileprivate var hexadecimalBytes: [UInt8] {
        let digits = utf8.map { UInt8($0 <= UInt8(ascii: "9") ? $0 & 15 : ($0 & 15) + 9) }
        precondition(digits.count == 2 * IndexDocument.versionSize)
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
