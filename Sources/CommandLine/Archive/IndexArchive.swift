import Glibc
package import Time

/// Which index of earlier times is asked for.
package struct ArchiveRequest: Sendable {
    package enum Point: Sendable {
        /// What readers were given at a moment, as typed.
        case moment(String)
        /// The content of a revision, as typed.
        case revision(String)
    }

    package let point: Point
    package let channel: String?
    package let audiences: [String]
    /// The knowledge base's folder; nil: the nearest one upwards.
    package let root: String?
}

/// An index of earlier times, and where it comes from.
package struct ArchivedIndex: Sendable {
    package let path: String
    /// The file is to be removed once it was read.
    package let isTemporary: Bool
    /// The clock by which it is judged; nil: now.
    package let moment: Instant?
    package var origin: AnswerOrigin

    package init(path: String, isTemporary: Bool, moment: Instant?, origin: AnswerOrigin) {
        self.path = path
        self.isTemporary = isTemporary
        self.moment = moment
        self.origin = origin
    }
}

/// Makes indexes of earlier times. Only the program for authors has one: it needs a repository.
package protocol IndexArchive: Sendable {
    func index(_ request: ArchiveRequest, _ console: Console) async throws -> ArchivedIndex
}

/// Reads an index of earlier times once it is made.
struct ArchiveAction: Action {
    let request: ArchiveRequest
    /// The answer is for people.
    let isText: Bool
    let open: (ArchivedIndex) throws -> any Action

    func run(_ console: Console) async throws -> ExitStatus {
        guard let archive = console.archive else {
            throw CommandFailure("this program reads no repositories; run it as 'kb', beside its sibling 'kb-author'")
        }
        let found = try await archive.index(request, console)
        defer { if found.isTemporary { unlink(found.path) } }
        var console = console
        console.origin = found.origin
        let action = try open(found)
        let lines = found.origin.lines(width: console.surroundings.columns)
        if isText { console.output.write(lines + "\n") } else { console.error.write(lines) }
        return try await action.run(console)
    }
}
