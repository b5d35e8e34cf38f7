/// The references of all items, and then of all files outside their items.
package struct NamedReferences: Sequence {
    package struct Iterator: IteratorProtocol {
        private let items: [ItemRecord]
        private let rest: [(path: String, reference: Reference)]
        private var item = 0
        private var number = 0

        fileprivate init(_ items: [ItemRecord], _ rest: [(path: String, reference: Reference)]) {
            self.items = items
            self.rest = rest
        }

        package mutating func next() -> (path: String, item: String?, reference: Reference)? {
            while item < items.count {
                if let found = items[item].reference(number) {
                    number += 1
                    return found
                }
                item += 1
                number = 0
            }
            guard number < rest.count else { return nil }
            defer { number += 1 }
            return (rest[number].path, nil, rest[number].reference)
        }
    }

    private let items: [ItemRecord]
    private let rest: [(path: String, reference: Reference)]

    init(_ items: [ItemRecord], _ rest: [(path: String, reference: Reference)]) {
        self.items = items
        self.rest = rest
    }

    package func makeIterator() -> Iterator { Iterator(items, rest) }
}

extension ItemRecord {
    fileprivate func reference(_ number: Int) -> (path: String, item: String?, reference: Reference)? {
        number < references.count ? (path, id.value, references[number]) : nil
    }
}
