/// Lays out an index. The same contents give the same bytes.
package enum IndexWriter {
    package static func bytes(of contents: IndexContents) -> [UInt8] {
        let facts = Dictionary(contents.facts.map { ($0.name, $0) }) { first, _ in first }
        let stemmers = Stemmers()
        let fields = contents.documents.map { FieldWords($0, facts, stemmers) }
        var sections = [ByteWriter](repeating: ByteWriter(), count: Layout.Section.allCases.count)
        let totals = Field.allCases.map { field in fields.reduce(0) { $0 + $1.words[field.rawValue].count } }
        Summary(contents, fieldLengths: totals).write(to: &sections[Layout.Section.summary.rawValue])
        for (document, fields) in zip(contents.documents, fields) {
            let start = UInt64(sections[Layout.Section.documents.rawValue].bytes.count)
            sections[Layout.Section.documentOffsets.rawValue].write(fixed: start)
            document.write(to: &sections[Layout.Section.documents.rawValue])
            for words in fields.words {
                sections[Layout.Section.fieldLengths.rawValue].write(fixed: UInt16(clamping: words.count))
            }
        }
        let end = UInt64(sections[Layout.Section.documents.rawValue].bytes.count)
        sections[Layout.Section.documentOffsets.rawValue].write(fixed: end)
        writeTerms(fields, contents.documents, to: &sections)
        return file(sections, documentCount: contents.documents.count)
    }

    private static func writeTerms(
        _ fields: [FieldWords], _ documents: [IndexDocument], to sections: inout [ByteWriter]
    ) {
        var terms: [String: [Posting]] = [:]
        let none = Array(repeating: 0, count: Field.allCases.count)
        for (number, fields) in fields.enumerated() {
            for (term, frequencies) in fields.frequencies {
                terms[term, default: []].append(Posting(document: number, frequencies: frequencies))
            }
            for name in Set([documents[number].id] + documents[number].aliases) {
                terms[TermDictionary.key(ofName: name), default: []].append(
                    Posting(document: number, frequencies: none))
            }
        }
        var dictionary = ByteWriter()
        var offsets = ByteWriter()
        var postings = ByteWriter()
        for (term, list) in terms.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            offsets.write(fixed: UInt32(dictionary.bytes.count))
            let start = postings.bytes.count
            Postings.write(list, to: &postings)
            dictionary.write(term)
            dictionary.write(list.count)
            dictionary.write(start)
            dictionary.write(postings.bytes.count - start)
        }
        offsets.write(fixed: UInt32(dictionary.bytes.count))
        sections[Layout.Section.terms.rawValue] = dictionary
        sections[Layout.Section.termOffsets.rawValue] = offsets
        sections[Layout.Section.postings.rawValue] = postings
    }

    private static func file(_ sections: [ByteWriter], documentCount: Int) -> [UInt8] {
        var file = ByteWriter()
        file.write(raw: Layout.magic)
        file.write(fixed: Layout.version)
        file.write(fixed: UInt32(documentCount))
        var offset = Layout.headerSize
        for section in sections {
            file.write(fixed: UInt64(offset))
            file.write(fixed: UInt64(section.bytes.count))
            offset += section.bytes.count
        }
        for section in sections { file.write(raw: section.bytes) }
        return file.bytes
    }
}
