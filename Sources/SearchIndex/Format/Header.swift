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
    /// - Parameter sections: Their contents in pieces of any length.
    /// - Returns: Its parts, one after the other; together they are never held twice.
    static func file(_ sections: [(kind: Layout.Section, contents: [[UInt8]])], documentCount: Int) -> [[UInt8]] {
        var header = ByteWriter()
        header.write(raw: Layout.magic)
        header.write(fixed: Layout.version)
        header.write(fixed: UInt32(0))
        header.write(fixed: UInt32(documentCount))
        header.write(fixed: UInt32(sections.count))
        var offset = Layout.headerSize(sections: sections.count)
        var parts: [[UInt8]] = []
        for (kind, contents) in sections {
            var pages = PageHashes()
            for piece in contents { piece.withUnsafeBytes { pages.add($0) } }
            let hashes = pages.finish()
            let length = contents.reduce(0) { $0 + $1.count }
            header.write(fixed: kind.rawValue)
            header.write(fixed: UInt32(0))
            header.write(fixed: UInt64(offset))
            header.write(fixed: UInt64(length))
            header.write(fixed: Hash.of(hashes))
            parts += contents
            parts.append(hashes)
            offset += length + hashes.count
        }
        header.write(fixed: Hash.of(header.bytes))
        return [header.bytes] + parts
    }
}

/// Hashes a section page by page, whatever pieces it comes in.
private struct PageHashes {
    /// Of a page that began in an earlier piece.
    private var page: [UInt8] = []
    private var hashes = ByteWriter()

    mutating func add(_ piece: UnsafeRawBufferPointer) {
        var rest = piece[...]
        if !page.isEmpty {
            let missing = rest.prefix(Layout.pageSize - page.count)
            page += missing
            rest = rest.dropFirst(missing.count)
            if page.count == Layout.pageSize { endPage() }
        }
        while rest.count >= Layout.pageSize {
            hashes.write(fixed: Hash.of(UnsafeRawBufferPointer(rebasing: rest.prefix(Layout.pageSize))))
            rest = rest.dropFirst(Layout.pageSize)
        }
        page += rest
    }

    private mutating func endPage() {
        hashes.write(fixed: Hash.of(page))
        page.removeAll(keepingCapacity: true)
    }

    consuming func finish() -> [UInt8] {
        if !page.isEmpty { endPage() }
        return hashes.bytes
    }
}
