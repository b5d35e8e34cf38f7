/// The names of documents, without those of some and with those of others.
enum UpdatedNames {
    static func sections(
        _ previous: Index, _ numbering: Renumbering, _ removed: DocumentChunk, _ added: DocumentChunk
    ) throws(IndexError) -> (names: [UInt8], documents: [UInt8]) {
        if numbering.isInPlace, zip(removed.documents, added.documents).allSatisfy({ haveSameNames($0, $1) }) {
            return (Array(try previous.names.bytes), Array(try previous.nameDocuments.all))
        }
        var names = NameSet()
        for (document, number) in zip(added.documents, numbering.newNumbers) {
            names.add(document.names, document: number)
        }
        let numbers = names.documents
        var writer = NamesWriter()
        var merged = try MergedKeys(previous.names, names.names)
        while let step = try merged.next() {
            if case .other(let name) = step {
                writer.add(names.names[name], numbers[name])
                continue
            }
            var own: [Int] = []
            for number in try previous.numbers(of: try merged.cursor.entry()) where numbering.numbers[number] >= 0 {
                own.append(Int(numbering.numbers[number]))
            }
            if case .both(let name) = step { own = (own + numbers[name]).sorted() }
            if !own.isEmpty { writer.add(merged.cursor.key, own) }
        }
        return writer.sections
    }

    private static func haveSameNames(_ first: DocumentChunk.Entry, _ second: DocumentChunk.Entry) -> Bool {
        Set(first.names.map { Array($0.utf8) }) == Set(second.names.map { Array($0.utf8) })
    }
}
