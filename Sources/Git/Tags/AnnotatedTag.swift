import CLibgit2

/// A tag that is an object of its own, as git stores it.
package struct AnnotatedTag: Sendable {
    /// The whole object: what is signed, and the signature after it.
    package let bytes: [UInt8]
    package let target: ObjectID
    /// Without the signature.
    package let message: String

    private static let signature = Array("-----BEGIN ".utf8)

    /// - Parameter bytes: Lines of the header, an empty line and the message.
    /// - Returns: Nil for what is no tag of a commit.
    init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        var lines: [ArraySlice<UInt8>] = []
        var position = 0
        while let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) {
            let line = bytes[position..<end]
            position = end + 1
            if line.isEmpty { break }
            lines.append(line)
        }
        guard lines.count >= 2, lines[0].starts(with: "object ".utf8), lines[1].elementsEqual("type commit".utf8),
            let target = ObjectID(hex: String(decoding: lines[0].dropFirst(7), as: UTF8.self))
        else { return nil }
        self.target = target
        var end = position
        while end < bytes.count, !bytes[end...].starts(with: AnnotatedTag.signature) {
            end = bytes[end...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
        }
        message = String(decoding: bytes[position..<end], as: UTF8.self)
    }

    /// What is to be signed of a new tag.
    ///
    /// - Parameters:
    ///   - name: Below `refs/tags/`.
    ///   - message: Ends with a line break.
    ///   - offset: In seconds east of UTC.
    package static func payload(
        of commit: ObjectID, named name: String, by person: String, _ email: String, at seconds: Int64, offset: Int,
        message: String
    ) -> [UInt8] {
        let minutes = abs(offset) / 60
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
        let zone = "\(offset < 0 ? "-" : "+")\(two(minutes / 60))\(two(minutes % 60))"
        func clean(_ text: String) -> String {
            String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0 != "<" && $0 != ">" }))
        }
        return Array(
            """
            object \(commit)
            type commit
            tag \(name)
            tagger \(clean(person)) <\(clean(email))> \(seconds) \(zone)

            \(message)
            """.utf8)
    }
}

extension Repository {
    private static let largestTag = 8 << 20

    /// - Parameter reference: The full name.
    /// - Returns: Nil where the name stands for something else than a tag of its own, or for nothing.
    package func tag(_ reference: String) throws(GitError) -> AnnotatedTag? {
        let id: ObjectID? = try withHandle { handle throws(GitError) in
            var id = git_oid()
            let isFound = try gitFinds("read '\(reference)'") {
                git_reference_name_to_id(&id, handle.repository, reference)
            }
            return isFound ? ObjectID(id) : nil
        }
        guard let id, try header(id, as: "the tag '\(reference)'").type == GIT_OBJECT_TAG else { return nil }
        return AnnotatedTag(try bytes(id, limit: Repository.largestTag, as: "the tag '\(reference)'"))
    }

    /// Writes a tag. One that is there already is never moved.
    ///
    /// - Parameters:
    ///   - name: Below `refs/tags/`.
    ///   - bytes: The whole object.
    package func makeTag(_ name: String, _ bytes: [UInt8]) throws(GitError) {
        try withHandle { handle throws(GitError) in
            var id = git_oid()
            let (repository, objects) = (handle.repository, handle.objects)
            try git("write the tag '\(name)'") {
                bytes.withUnsafeBytes { git_odb_write(&id, objects, $0.baseAddress, $0.count, GIT_OBJECT_TAG) }
            }
            var reference: OpaquePointer?
            let code = git_reference_create(&reference, repository, "refs/tags/" + name, &id, 0, nil)
            defer { git_reference_free(reference) }
            guard code != GIT_EEXISTS.rawValue else {
                throw .cannotCommit("the tag '\(name)' was made by another process meanwhile; run the command again")
            }
            try git("make the tag '\(name)'") { code }
        }
    }
}
