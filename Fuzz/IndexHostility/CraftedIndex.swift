import SeededRandom
package import SearchIndex

/// An index whose sections a fuzzer changes: laid out with valid hashes, so that its bytes reach all that reads them.
///
/// A seed is the number of documents (4 bytes), then for each section its kind (1), its length (4) and its contents; all
/// little-endian. Without the table of their blocks, the documents are one block that is not packed.
package enum CraftedIndex {
    /// - Parameter file: A valid index with one block of documents.
    package static func seed(_ file: [UInt8]) throws(IndexError) -> [UInt8] {
        let sections = try IndexSections(file)
        let block = sections.unpackedBlock ?? []
        var seed = bytes(sections.documentCount)
        for (kind, contents) in sections.contents where kind != IndexSections.documentBlocks {
            let contents = kind == IndexSections.documents ? block : contents
            seed += [UInt8(kind)] + bytes(contents.count) + contents
        }
        return seed
    }

    /// Any bytes make a file; a whole index is taken apart first.
    package static func file(_ seed: [UInt8]) -> [UInt8] {
        if Index.begins(seed) { return repaired(seed) }
        var rest = seed[...]
        var sections = IndexSections(documentCount: number(&rest))
        while let kind = rest.popFirst() {
            let length = number(&rest)
            let contents = rest.prefix(length)
            rest = rest.dropFirst(contents.count)
            sections.contents.append((UInt32(kind), Array(contents)))
        }
        if sections[IndexSections.documentBlocks] == nil,
            let place = sections.contents.firstIndex(where: { $0.kind == IndexSections.documents })
        {
            let packed = IndexSections.packed(sections.contents[place].bytes)
            sections.contents[place].bytes = packed.documents
            sections.contents.append((IndexSections.documentBlocks, packed.table))
        }
        return sections.file
    }

    /// The sections that a header names, whatever the hashes say.
    private static func repaired(_ file: [UInt8]) -> [UInt8] {
        var header = file.dropFirst(16)
        var sections = IndexSections(documentCount: number(&header))
        let count = min(number(&header), 64)
        for _ in 0..<count {
            let kind = number(&header)
            header = header.dropFirst(4)
            let offset = min(number(&header), file.count)
            header = header.dropFirst(4)
            let length = min(number(&header), file.count - offset)
            header = header.dropFirst(12)
            sections.contents.append((UInt32(kind), Array(file[offset..<offset + length])))
        }
        return sections.file
    }

    /// Four bytes; those that are missing are 0.
    private static func number(_ bytes: inout ArraySlice<UInt8>) -> Int {
        defer { bytes = bytes.dropFirst(4) }
        return bytes.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    private static func bytes(_ number: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}

extension CraftedIndex {
    /// Some changes to one or two sections, the same for the same number.
    package static func mutated(_ sections: IndexSections, _ number: UInt64) -> [UInt8] {
        var random = SeededGenerator(seed: number)
        var changed = sections
        let block = sections.unpackedBlock
        if let block, let place = changed.contents.firstIndex(where: { $0.kind == IndexSections.documents }) {
            changed.contents[place].bytes = block
        }
        for _ in 0...Int.random(in: 0...1, using: &random) {
            let place = changed.contents.indices.randomElement(using: &random)!
            for _ in 0...Int.random(in: 0...4, using: &random) {
                ByteChange.apply(to: &changed.contents[place].bytes, &random)
            }
        }
        if Int.random(in: 0..<20, using: &random) == 0 {
            changed.documentCount = Int(UInt32.random(in: 0 ... .max, using: &random))
        }
        if block != nil, let place = changed.contents.firstIndex(where: { $0.kind == IndexSections.documents }) {
            let packed = IndexSections.packed(changed.contents[place].bytes)
            changed.contents[place].bytes = packed.documents
            let isKept = Int.random(in: 0..<4, using: &random) == 0
            if !isKept, let table = changed.contents.firstIndex(where: { $0.kind == IndexSections.documentBlocks }) {
                changed.contents[table].bytes = packed.table
            }
        }
        return changed.file
    }
}
