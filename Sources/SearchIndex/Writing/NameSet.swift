/// The names of documents while an index is put together.
struct NameSet {
    private(set) var names = ByteTable()
    /// For each time that a document has a name: its number, and the document.
    private var pairs: [(name: Int32, document: Int32)] = []

    /// - Parameter names: Any of them may come twice.
    mutating func add(_ names: [String], document: Int) {
        var own: Set<Int> = []
        for name in names {
            let number = self.names.number(of: name.utf8)
            if own.insert(number).inserted { pairs.append((Int32(number), Int32(document))) }
        }
    }

    /// For each name the documents that have it, in the order in which they were added.
    var documents: [[Int]] {
        var documents = [[Int]](repeating: [], count: names.count)
        for (name, document) in pairs { documents[Int(name)].append(Int(document)) }
        return documents
    }

    /// The sections `names` and `nameDocuments`.
    var sections: (names: [UInt8], documents: [UInt8]) {
        var starts = [Int](repeating: 0, count: names.count + 1)
        for (name, _) in pairs { starts[Int(name) + 1] += 1 }
        for name in 0..<names.count { starts[name + 1] += starts[name] }
        var next = starts
        var documents = [Int](repeating: 0, count: pairs.count)
        for (name, document) in pairs {
            documents[next[Int(name)]] = Int(document)
            next[Int(name)] += 1
        }
        var writer = NamesWriter()
        for name in names.sorted { writer.add(names[name], documents[starts[name]..<starts[name + 1]]) }
        return writer.sections
    }
}
