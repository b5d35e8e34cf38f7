/// The beginning of an index file: what it holds and where.
struct Header {
    let documentCount: Int
    /// The hash that closes the header. By way of the page hashes it covers the whole file: files that are not the same have
    /// others.
    let seal: UInt64
    let sections: [Layout.Section: Section]

    /// Reads the header and checks it against its hash and the size of the file.
    init(_ memory: IndexMemory) throws(IndexError) {
        let bytes = memory.bytes
        guard bytes.count >= Layout.magic.count, bytes.prefix(Layout.magic.count).elementsEqual(Layout.magic) else {
            throw .notAnIndex
        }
        var reader = ByteReader(UnsafeRawBufferPointer(rebasing: bytes[Layout.magic.count...]))
        let version = try reader.fixed(UInt32.self)
        guard version == Layout.version else {
            throw .wrongVersion(found: Int(version), expected: Int(Layout.version))
        }
        let features = try reader.fixed(UInt32.self)
        documentCount = Int(try reader.fixed(UInt32.self))
        let sectionCount = Int(try reader.fixed(UInt32.self))
        let size = Layout.headerSize(sections: sectionCount)
        guard sectionCount <= Layout.mostSections, size <= bytes.count else { throw .damaged }
        let hash = bytes.loadUnaligned(fromByteOffset: size - Layout.hashSize, as: UInt64.self)
        guard
            Hash.of(UnsafeRawBufferPointer(rebasing: bytes[..<(size - Layout.hashSize)])) == UInt64(littleEndian: hash)
        else { throw .damaged }
        seal = UInt64(littleEndian: hash)
        guard features == 0 else { throw .unknownFeatures }
        var sections: [Layout.Section: Section] = [:]
        var next = size
        for _ in 0..<sectionCount {
            let kind = try reader.fixed(UInt32.self)
            let reserved = try reader.fixed(UInt32.self)
            let offset = try reader.fixed(UInt64.self)
            let length = try reader.fixed(UInt64.self)
            let hashOfHashes = try reader.fixed(UInt64.self)
            guard reserved == 0, offset == next, length <= bytes.count else { throw .damaged }
            let end = next + Int(length) + Layout.hashesSize(Int(length))
            guard end <= bytes.count else { throw .damaged }
            // A later kb may add sections that this one does not know.
            if let kind = Layout.Section(rawValue: kind) {
                guard sections[kind] == nil else { throw .damaged }
                sections[kind] = Section(memory, offset: next, count: Int(length), hashOfHashes: hashOfHashes)
            }
            next = end
        }
        guard next == bytes.count else { throw .damaged }
        self.sections = sections
    }

    /// The seal of a file that is laid out.
    ///
    /// - Parameter parts: From `file`.
    static func seal(of parts: [[UInt8]]) -> UInt64 {
        parts[0].withUnsafeBytes { bytes in
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: bytes.count - Layout.hashSize, as: UInt64.self))
        }
    }

    /// Lays out a file.
    ///
    /// - Returns: Its parts, one after the other; together they are never held twice.
    static func file(_ sections: [(kind: Layout.Section, contents: [UInt8])], documentCount: Int) -> [[UInt8]] {
        var header = ByteWriter()
        header.write(raw: Layout.magic)
        header.write(fixed: Layout.version)
        header.write(fixed: UInt32(0))
        header.write(fixed: UInt32(documentCount))
        header.write(fixed: UInt32(sections.count))
        var offset = Layout.headerSize(sections: sections.count)
        var parts: [[UInt8]] = []
        for (kind, contents) in sections {
            var hashes = ByteWriter()
            contents.withUnsafeBytes { bytes in
                for start in stride(from: 0, to: bytes.count, by: Layout.pageSize) {
                    let page = bytes[start..<min(start + Layout.pageSize, bytes.count)]
                    hashes.write(fixed: Hash.of(UnsafeRawBufferPointer(rebasing: page)))
                }
            }
            header.write(fixed: kind.rawValue)
            header.write(fixed: UInt32(0))
            header.write(fixed: UInt64(offset))
            header.write(fixed: UInt64(contents.count))
            header.write(fixed: Hash.of(hashes.bytes))
            parts += [contents, hashes.bytes]
            offset += contents.count + hashes.bytes.count
        }
        header.write(fixed: Hash.of(header.bytes))
        return [header.bytes] + parts
    }
}
