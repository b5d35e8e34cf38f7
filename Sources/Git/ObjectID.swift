import CLibgit2

/// The name of an object: the SHA-1 of its content.
package struct ObjectID: Hashable, Sendable, CustomStringConvertible {
    private let parts: (UInt64, UInt64, UInt32)

    /// Forty lowercase or uppercase hex digits.
    package init?(hex: String) {
        guard hex.utf8.count == 40, ObjectID.isHex(hex) else { return nil }
        var id = git_oid()
        guard git_oid_fromstrn(&id, hex, 40) == 0 else { return nil }
        self.init(id)
    }

    init(_ id: git_oid) {
        parts = withUnsafeBytes(of: id) {
            (
                $0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
                $0.loadUnaligned(fromByteOffset: 16, as: UInt32.self)
            )
        }
    }

    /// The name that git gives a file with these bytes.
    package init(blob bytes: [UInt8]) throws(GitError) {
        try GitLibrary.start()
        var id = git_oid()
        try git("name a file's content") { git_odb_hash(&id, bytes, bytes.count, GIT_OBJECT_BLOB) }
        self.init(id)
    }

    /// Its bytes.
    var words: SIMD4<UInt64> { [parts.0, parts.1, UInt64(parts.2), 0] }

    var raw: git_oid {
        var id = git_oid()
        withUnsafeMutableBytes(of: &id) {
            $0.storeBytes(of: parts.0, as: UInt64.self)
            $0.storeBytes(of: parts.1, toByteOffset: 8, as: UInt64.self)
            $0.storeBytes(of: parts.2, toByteOffset: 16, as: UInt32.self)
        }
        return id
    }

    package var description: String {
        var digits: [UInt8] = []
        withUnsafeBytes(of: raw) { bytes in
            let hex = Array("0123456789abcdef".utf8)
            for byte in bytes { digits += [hex[Int(byte >> 4)], hex[Int(byte & 15)]] }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// As many digits as a person reads.
    package var short: String { String(description.prefix(10)) }

    package static func == (left: ObjectID, right: ObjectID) -> Bool { left.parts == right.parts }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(parts.0)
        hasher.combine(parts.1)
    }

    static func isHex(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 < 128 && Character(Unicode.Scalar($0)).isHexDigit }
    }
}
