import CLibgit2

struct ObjectHeader {
    let type: git_object_t
    let size: Int
}

extension Repository {
    /// A commit, a tag or a tree is never as large; the limit keeps a hostile one from being read at all.
    static let largestRecord = 32 << 20

    /// Type and size, without reading the object. A record over the limit is refused here.
    func header(_ id: ObjectID, as what: @autoclosure () -> String) throws(GitError) -> ObjectHeader {
        let header: ObjectHeader? = try withHandle { handle throws(GitError) in
            try handle.header(id, as: what())
        }
        guard let header else { throw missing(what()) }
        guard header.type == GIT_OBJECT_BLOB || header.size <= Repository.largestRecord else {
            throw .tooLarge(what: what(), limit: "\(Repository.largestRecord >> 20) MiB")
        }
        return header
    }

    /// The bytes of an object whose header was checked.
    func bytes(_ id: ObjectID, limit: Int, as what: @autoclosure () -> String) throws(GitError) -> [UInt8] {
        let bytes: [UInt8]? = try withHandle { handle throws(GitError) in
            guard let header = try handle.header(id, as: what()) else { return nil }
            guard header.size <= limit else { throw .tooLarge(what: what(), limit: "\(limit >> 20) MiB") }
            var raw = id.raw
            var object: OpaquePointer?
            guard try gitFinds("read \(what())", { git_odb_read(&object, handle.objects, &raw) }) else { return nil }
            defer { git_odb_object_free(object) }
            return Array(UnsafeRawBufferPointer(start: git_odb_object_data(object), count: git_odb_object_size(object)))
        }
        guard let bytes else { throw missing(what()) }
        return bytes
    }
}

extension Handle {
    /// Nil where there is no such object.
    borrowing func header(_ id: ObjectID, as what: @autoclosure () -> String) throws(GitError) -> ObjectHeader? {
        var raw = id.raw
        var size = 0
        var type = GIT_OBJECT_INVALID
        let objects = objects
        guard try gitFinds("read \(what())", { git_odb_read_header(&size, &type, objects, &raw) }) else { return nil }
        return ObjectHeader(type: type, size: size)
    }
}
