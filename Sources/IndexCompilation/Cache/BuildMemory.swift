package import Content
package import SearchIndex
package import Time

/// What a build knows of the files that it read and of the index that it made, so that the next build reads what has changed
/// and nothing else. It can be lost at any time.
///
/// As bytes: `kbmemory`, the version of this form (4), the key (32), the moment of the build (8), the seal of the index (8), how
/// many items there are of each kind, the facts that documents name, the files in order of their paths, and the hash of all
/// bytes before (8). Of each file: path, kind, stamp, digest, the number of its document and the `FileDetails`, with their
/// length before them.
package struct BuildMemory: Sendable {
    package struct File: Sendable {
        package let path: String
        package let kind: ContentEntry.Kind
        /// Nil: whether the file changed is told by its content.
        package let stamp: ContentStamp?
        /// Nil of a file that no build reads.
        package let digest: ContentDigest?
        /// Of its one document in the index; nil where it has none, or its documents are compiled again each time.
        package let document: Int?
        /// Where in the memory its `FileDetails` are; nil for a file that is read by every build.
        let details: Range<Int>?
        /// Where all of this is.
        let bytes: Range<Int>
    }

    private static let magic = Array("kbmemory".utf8)
    private static let version: UInt32 = 2
    private static let hashSize = 8

    /// At which dates were judged. What was not in the future then is so at no later moment.
    package let moment: Instant
    /// Of the index that the memory belongs to.
    package let seal: UInt64
    /// How many items of each kind the index has.
    package let kinds: [String: Int]
    /// The facts that documents of the index name.
    package let factNames: [String]
    package let files: [File]
    private let bytes: [UInt8]

    /// - Parameter key: Names all that the memory depends on besides the files.
    /// - Throws: `IndexError` when the bytes are of another key or damaged.
    package init(_ bytes: [UInt8], key: ContentDigest) throws(IndexError) {
        self.bytes = bytes
        var result: Swift.Result<Contents, IndexError> = .failure(.damaged)
        bytes.withUnsafeBytes { buffer in
            do throws(IndexError) {
                result = .success(try Contents(buffer, key: key))
            } catch {
                result = .failure(error)
            }
        }
        let contents = try result.get()
        moment = contents.moment
        seal = contents.seal
        kinds = contents.kinds
        factNames = contents.factNames
        files = contents.files
    }

    /// Whether it can speak of this index.
    package func fits(_ index: Index) -> Bool { files.allSatisfy { $0.document ?? -1 < index.documentCount } }

    /// What the memory keeps of an article.
    ///
    /// - Parameter number: Of the file.
    func details(of number: Int) -> FileDetails? {
        guard let range = files[number].details else { return nil }
        // Bytes whose hash is right were written by this very program.
        return try? FileDetails(bytes[range], at: files[number].path)
    }

    /// In bytes.
    var size: Int { bytes.count }

    /// Some files as they are written.
    func bytes(of files: Range<Int>) -> ArraySlice<UInt8> {
        files.isEmpty
            ? []
            : bytes[self.files[files.lowerBound].bytes.lowerBound..<self.files[files.upperBound - 1].bytes.upperBound]
    }

    /// The bytes of `details`.
    func detailBytes(of number: Int) -> ArraySlice<UInt8> { bytes[files[number].details ?? 0..<0] }

    private struct Contents {
        var moment: Instant
        var seal: UInt64
        var kinds: [String: Int] = [:]
        var factNames: [String]
        var files: [File] = []

        init(_ buffer: UnsafeRawBufferPointer, key: ContentDigest) throws(IndexError) {
            let end = buffer.count - BuildMemory.hashSize
            guard end >= BuildMemory.magic.count,
                buffer.prefix(BuildMemory.magic.count).elementsEqual(BuildMemory.magic),
                Hash.of(UnsafeRawBufferPointer(rebasing: buffer[..<end]))
                    == UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: end, as: UInt64.self))
            else { throw .damaged }
            var reader = ByteReader(UnsafeRawBufferPointer(rebasing: buffer[..<end]))
            _ = try reader.raw(BuildMemory.magic.count)
            guard try reader.fixed(UInt32.self) == BuildMemory.version, try reader.words() == key.words else {
                throw .damaged
            }
            moment = Instant(seconds: try reader.fixed(Int64.self))
            seal = try reader.fixed(UInt64.self)
            for _ in 0..<(try reader.count()) { kinds[try reader.text()] = try reader.integer() }
            factNames = try reader.texts()
            let count = try reader.count()
            files.reserveCapacity(count)
            for _ in 0..<count { files.append(try File(from: &reader)) }
            guard reader.isAtEnd else { throw .damaged }
        }
    }

    /// What a memory is of.
    package struct BuildName: Sendable {
        let key: ContentDigest
        let moment: Instant
        let seal: UInt64

        package init(key: ContentDigest, moment: Instant, seal: UInt64) {
            self.key = key
            self.moment = moment
            self.seal = seal
        }
    }

    /// Writes a memory, file by file.
    struct Writer {
        private var writer = ByteWriter()

        /// - Parameters:
        ///   - count: Of the files that are to be added.
        ///   - size: About how many bytes it will be in all.
        init(
            _ build: BuildName, kinds: [String: Int], factNames: [String], count: Int, size: Int
        ) {
            writer.reserve(size)
            writer.write(raw: BuildMemory.magic)
            writer.write(fixed: BuildMemory.version)
            writer.write(build.key.words)
            writer.write(fixed: build.moment.seconds)
            writer.write(fixed: build.seal)
            writer.write(kinds.count)
            for (kind, count) in kinds.sorted(by: { $0.key < $1.key }) {
                writer.write(kind)
                writer.write(count)
            }
            writer.write(factNames)
            writer.write(count)
        }

        /// - Parameter details: Empty for a file that is read by every build.
        mutating func add(
            _ entry: ContentEntry, stamp: ContentStamp?, digest: ContentDigest?, document: Int?,
            details: some Collection<UInt8>
        ) {
            writer.write(entry.path)
            writer.write(byte: entry.kind.number)
            writer.write(optional: stamp?.words)
            writer.write(optional: digest?.words)
            writer.write(signed: Int64(document ?? -1))
            writer.write(details.count)
            writer.write(raw: details)
        }

        /// Adds files that are as they were.
        mutating func add(_ files: Range<Int>, of earlier: BuildMemory) { writer.write(raw: earlier.bytes(of: files)) }

        consuming func bytes() -> [UInt8] {
            writer.write(fixed: Hash.of(writer.bytes))
            return writer.bytes
        }
    }
}

extension BuildMemory.File {
    fileprivate init(from reader: inout ByteReader) throws(IndexError) {
        let first = reader.offset
        path = try reader.text()
        guard let kind = ContentEntry.Kind(number: try reader.byte()) else { throw .damaged }
        self.kind = kind
        stamp = try reader.optionalWords().map { ContentStamp($0) }
        digest = try reader.optionalWords().map { ContentDigest(words: $0) }
        let number = try reader.signed()
        document = number < 0 ? nil : Int(number)
        let count = try reader.integer()
        let start = reader.offset
        _ = try reader.raw(count)
        details = count == 0 ? nil : start..<start + count
        bytes = first..<start + count
    }
}

extension ContentEntry.Kind {
    fileprivate var number: UInt8 {
        switch self {
        case .file: 0
        case .link: 1
        case .special: 2
        }
    }

    fileprivate init?(number: UInt8) {
        switch number {
        case 0: self = .file
        case 1: self = .link
        case 2: self = .special
        default: return nil
        }
    }
}
