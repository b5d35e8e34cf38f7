import Content
import Difference
import FileSystem
import Git
import Glibc
import SearchIndex

/// What earlier calls learnt of the histories of items. It is checked by its hash, and what it says of files is held against
/// the repository; whatever does not fit is dropped, and costs time.
///
/// As bytes: `kbhist01`, the key (32), the id, how many tracks there are, each track, and the SHA-256 of all bytes before.
struct HistoryCache {
    /// What is known of one item.
    struct Known: Hashable, Sendable {
        var id: String
        var tracks: [ItemTrack]
    }

    private static let magic = Array("kbhist01".utf8)
    private static let largest = 16 << 20
    private let place: UserCache
    private let path: String
    private let key: ContentDigest
    private let repository: Repository

    /// - Parameter name: As the item was asked for.
    /// - Returns: Nil where there is no place for a cache, or the history here is not what was committed.
    init?(
        _ variables: [String: String], for name: String, of workspace: Workspace, in repository: Repository,
        _ bounds: HistoryBounds
    ) {
        guard let place = UserCache(variables, named: "history", root: workspace.root), bounds.shallow.isEmpty,
            !repository.isPartialClone, let program = ProgramIdentity.stamp
        else { return nil }
        self.place = place
        self.repository = repository
        let names = [workspace.root, repository.prefix, name].joined(separator: "\0")
        path = place.folder + "/" + ContentDigest(of: Array(names.utf8)).hexadecimal(8) + ".history"
        key = ContentDigest(of: program + Array(names.utf8))
    }

    func known() -> Known? {
        guard place.isOwn, place.holds(path),
            let bytes = try? FileDescriptor(opening: path, O_RDONLY | O_NOFOLLOW, to: "read")
                .readAll(limit: HistoryCache.largest),
            bytes.count > 72, bytes.starts(with: HistoryCache.magic)
        else { return nil }
        let sealed = bytes[..<(bytes.count - 32)]
        var digest = ByteWriter()
        for index in 0..<4 { digest.write(fixed: ContentDigest(of: Array(sealed)).words[index]) }
        guard digest.bytes.elementsEqual(bytes.suffix(32)), let known = try? read(sealed.dropFirst(8)) else {
            return nil
        }
        let files = known.tracks.flatMap { $0.entries.compactMap { entry in entry.file.map { (entry.commit, $0) } } }
        return repository.holds(files) ? known : nil
    }

    /// A cache that cannot be written is none.
    func keep(_ known: Known) {
        var writer = ByteWriter()
        writer.write(raw: HistoryCache.magic)
        for index in 0..<4 { writer.write(fixed: key.words[index]) }
        writer.write(known.id)
        writer.write(known.tracks.count)
        for track in known.tracks { write(track, &writer) }
        let digest = ContentDigest(of: writer.bytes)
        for index in 0..<4 { writer.write(fixed: digest.words[index]) }
        guard writer.bytes.count <= HistoryCache.largest else { return }
        do {
            try DurableFile.createFolder(place.folder, permissions: 0o700)
            guard place.isOwn else { return }
            try DurableFile.write([writer.bytes], to: path, permissions: 0o600, isSynchronised: false)
            place.removeOld([".history"])
        } catch {
            return
        }
    }

    private func write(_ track: ItemTrack, _ writer: inout ByteWriter) {
        writer.write(track.head.description)
        writer.write(track.path)
        writer.write(track.entries.count)
        for entry in track.entries {
            writer.write(entry.commit.description)
            writer.write(entry.file?.path ?? "")
            writer.write(entry.file?.blob.description ?? "")
            write(entry.before, &writer)
            writer.write(entry.isMerge ? 1 : 0)
            write(entry.changes.map(\.rawValue), &writer)
            write([entry.kind, entry.title].map { $0.map { "+" + $0 } ?? "" }, &writer)
            writer.write(entry.line)
        }
    }

    private func write(_ texts: [String], _ writer: inout ByteWriter) {
        writer.write(texts.count)
        for text in texts { writer.write(text) }
    }

    private func read(_ bytes: ArraySlice<UInt8>) throws -> Known {
        try ByteReader.read(bytes) { reader throws(IndexError) in
            for index in 0..<4 where try reader.fixed(UInt64.self) != key.words[index] { throw .damaged }
            let id = try reader.text()
            var tracks: [ItemTrack] = []
            for _ in 0..<(try reader.count()) { tracks.append(try HistoryCache.track(&reader)) }
            guard reader.isAtEnd else { throw .damaged }
            return Known(id: id, tracks: tracks)
        }
    }

    private static func track(_ reader: inout ByteReader) throws(IndexError) -> ItemTrack {
        var track = ItemTrack(head: try object(&reader), path: try reader.text(), entries: [])
        for _ in 0..<(try reader.count()) {
            let commit = try object(&reader)
            let path = try reader.text()
            let blob = ObjectID(hex: try reader.text())
            let before = try texts(&reader)
            let isMerge = try reader.number() == 1
            let changes = try texts(&reader).compactMap { ItemChange(rawValue: $0) }
            let names = try texts(&reader).map { $0.isEmpty ? nil : String($0.dropFirst()) }
            guard names.count == 2 else { throw .damaged }
            track.entries.append(
                .init(
                    commit: commit, file: blob.map { .init(path: path, blob: $0) }, before: before, isMerge: isMerge,
                    changes: changes, kind: names[0], title: names[1], line: try reader.integer()))
        }
        return track
    }

    private static func texts(_ reader: inout ByteReader) throws(IndexError) -> [String] {
        var texts: [String] = []
        for _ in 0..<(try reader.count()) { texts.append(try reader.text()) }
        return texts
    }

    private static func object(_ reader: inout ByteReader) throws(IndexError) -> ObjectID {
        guard let id = ObjectID(hex: try reader.text()) else { throw .damaged }
        return id
    }
}
