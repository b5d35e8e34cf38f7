import CLibgit2
import Glibc

/// The part of a commit that a walk through history needs, read without its names and words.
struct CommitRecord {
    let tree: ObjectID
    let parents: [ObjectID]
    /// Of the committer, since 1970; a claim that anybody can write.
    let seconds: Int

    private static let mostParents = 1000

    /// Nil for bytes that are no commit.
    init?(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes[...]
        guard let tree = CommitRecord.id("tree ", &rest) else { return nil }
        var parents: [ObjectID] = []
        while parents.count < CommitRecord.mostParents, let parent = CommitRecord.id("parent ", &rest) {
            parents.append(parent)
        }
        self.tree = tree
        self.parents = parents
        var seconds = 0
        while let line = CommitRecord.line(&rest), !line.isEmpty {
            guard line.starts(with: "committer ".utf8) else { continue }
            // The name may hold anything but '>' before the time.
            guard let bracket = line.lastIndex(of: UInt8(ascii: ">")) else { break }
            let digits = line[(bracket + 1)...].drop { $0 == 0x20 }.prefix { $0 != 0x20 }
            seconds = CommitRecord.clamped(Int(String(decoding: digits, as: UTF8.self)) ?? 0)
            break
        }
        self.seconds = seconds
    }

    static func clamped(_ seconds: Int) -> Int { min(max(seconds, 0), 253_402_300_799) }

    private static func id(_ field: StaticString, _ rest: inout Slice<UnsafeRawBufferPointer>) -> ObjectID? {
        let length = field.utf8CodeUnitCount
        guard rest.count > length + 40, rest[rest.startIndex + length + 40] == UInt8(ascii: "\n"),
            memcmp(field.utf8Start, rest.base.baseAddress! + rest.startIndex, length) == 0
        else { return nil }
        var id = git_oid()
        let digits = (rest.base.baseAddress! + rest.startIndex + length).assumingMemoryBound(to: CChar.self)
        guard git_oid_fromstrn(&id, digits, 40) == 0 else { return nil }
        rest = rest.dropFirst(length + 41)
        return ObjectID(id)
    }

    private static func line(_ rest: inout Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer>? {
        guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        defer { rest = rest[(end + 1)...] }
        return rest[..<end]
    }
}

extension Repository {
    func record(_ id: ObjectID) throws(GitError) -> CommitRecord {
        let record = try withBytes(of: id, as: "the commit \(id.short)") { CommitRecord($0) }
        guard let record else { throw .notACommit(id.description) }
        return record
    }

    /// Hands out the bytes of a record (a commit, a tree or a tag) without copying them. Its size is bounded by what libgit2
    /// may allocate.
    func withBytes<Value: Sendable>(
        of id: ObjectID, as what: @autoclosure () -> String, _ body: (UnsafeRawBufferPointer) -> Value
    ) throws(GitError) -> Value {
        let value: Value? = try withHandle { handle throws(GitError) in
            var raw = id.raw
            var object: OpaquePointer?
            guard try gitFinds("read \(what())", { git_odb_read(&object, handle.objects, &raw) }) else { return nil }
            defer { git_odb_object_free(object) }
            return body(UnsafeRawBufferPointer(start: git_odb_object_data(object), count: git_odb_object_size(object)))
        }
        guard let value else { throw missing(what()) }
        return value
    }
}
