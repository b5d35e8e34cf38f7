/// The dictionary of words as they are written, without those of some documents and with those of others.
enum UpdatedWords {
    static func section(
        _ previous: Index, _ removed: DocumentChunk, _ added: DocumentChunk
    ) throws(IndexError) -> [UInt8] {
        var words = added.words
        // How many documents more hold each.
        var changes = added.wordCounts.map { Int($0) }
        for word in 0..<removed.words.count {
            let number = words.number(of: removed.words[word])
            if number == changes.count { changes.append(0) }
            changes[number] -= Int(removed.wordCounts[word])
        }
        var dictionary = KeyDictionaryWriter(stretches: 0)
        var merged = try MergedKeys(previous.words, words)
        while let step = try merged.next() {
            switch step {
            case .previous: dictionary.add(merged.cursor.key, count: merged.cursor.count)
            case .both(let number):
                let (count, overflow) = merged.cursor.count.addingReportingOverflow(changes[number])
                guard count >= 0, !overflow else { throw .damaged }
                if count > 0 { dictionary.add(merged.cursor.key, count: count) }
            case .other(let number):
                // Fewer than none: the previous index does not know a word of its documents.
                guard changes[number] > 0 else { throw .damaged }
                dictionary.add(words[number], count: changes[number])
            }
        }
        return dictionary.bytes()
    }
}
