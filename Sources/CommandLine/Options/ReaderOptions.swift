package import ArgumentParser
package import Decisions
import FileSystem
import Glibc
import Presentation
import Releases
package import SearchIndex
import Time

/// Which index to read, as whom, for which caller, and at which moment.
package struct ReaderOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The index to read.", discussion: "Otherwise KB_INDEX, or the nearest .kb/index upwards.", valueName: "file"
        ),
        completion: .file())
    package var index: String?

    @Option(help: ArgumentHelp("Judge dates, expiry and alerts at this moment.", valueName: "date"))
    package var at: String?

    @Option(
        name: .long, parsing: .singleValue,
        help: ArgumentHelp("What is known of the caller, such as payer=medicare.", valueName: "field=value"))
    package var context: [String] = []

    @Option(
        help: ArgumentHelp("A file with one field=value a line. Otherwise KB_CONTEXT.", valueName: "file"),
        completion: .file())
    package var profile: String?

    @Option(
        name: .long, parsing: .singleValue,
        help: ArgumentHelp("Read as this audience. Otherwise everything in the index."))
    package var audience: [String] = []

    @Option(
        help: ArgumentHelp(
            "Answer as readers were answered at this moment: from the release that they had, by the clock of then.",
            valueName: "date"))
    package var asOf: String?

    @Option(
        help: ArgumentHelp(
            "With --as-of or a revision: what is in force at this moment, as was known then.", valueName: "date"))
    package var effectiveAt: String?

    @Option(help: ArgumentHelp("With --as-of: the channel whose readers are meant.", valueName: "name"))
    package var channel: String?

    @Option(
        help: ArgumentHelp(
            "With --as-of or a revision: the knowledge base. Otherwise the nearest folder upwards with a kb.yaml.",
            valueName: "folder"), completion: .directory)
    package var root: String?

    package init() {}

    package func validate() throws {
        guard asOf != nil else { return }
        if at != nil { throw ValidationError("--as-of brings its own clock; --effective-at sets another one.") }
        if index != nil { throw ValidationError("--as-of finds the index that readers had; it goes without --index.") }
    }

    /// Opens the index and resolves everything against it.
    ///
    /// - Parameters:
    ///   - revision: Reads the content of this revision instead of an index that is there.
    ///   - isText: The answer is for people.
    ///   - fields: What can be known of a caller, as a reader who knows nothing of one finds; nil for the index's own fields.
    ///   - make: Makes what is done with it.
    package func action(
        _ console: Console, at revision: String? = nil, isText: Bool,
        fields: ((Reader) throws -> [ContextField])? = nil, _ make: @escaping (Reader) throws -> any Action
    ) throws -> any Action {
        if let point = asOf.map(ArchiveRequest.Point.moment) ?? revision.map(ArchiveRequest.Point.revision) {
            let request = ArchiveRequest(point: point, channel: channel, audiences: audience, root: root)
            return ArchiveAction(request: request, isText: isText) { found in
                try action(found.path, console, isArchived: true, fields, make) { zone in
                    try (effectiveAt ?? at).map { try MomentArgument($0).instant(in: zone) } ?? found.moment
                        ?? SystemClock.now()
                }
            }
        }
        let path = try IndexPlace.path(index, console.surroundings)
        return try action(path, console, isArchived: false, fields, make) { zone in
            try MomentArgument(at ?? effectiveAt).instant(in: zone)
        }
    }

    private func action(
        _ path: String, _ console: Console, isArchived: Bool, _ fields: ((Reader) throws -> [ContextField])?,
        _ make: (Reader) throws -> any Action, moment: (TimeZoneRules) throws -> Instant
    ) throws -> any Action {
        do {
            MappedFileGuard.install("kb: \(IndexError.cutShort.description(of: path))\n")
            let memory = try IndexMemory(path: path)
            let index = try Index(memory)
            let reader = try reader(index, at: try moment(index.zone), console.surroundings, fields)
            if !isArchived, let modified = try memory.modified { warn(of: path, built: modified, index, console) }
            return ReadingAction(path: path, reader: reader, action: try make(reader))
        } catch let error as IndexError {
            throw CommandFailure(error.description(of: path))
        }
    }

    /// - Parameter built: In seconds after 1970.
    private func warn(of path: String, built: Int, _ index: Index, _ console: Console) {
        guard let most = index.maxAge else { return }
        // A release is as old as it is, whenever its file was copied here.
        let release = ReleaseNote.release(of: path, seal: index.seal)
        let hours = (Int(SystemClock.now().seconds) - (release.map { Int($0.time.seconds) } ?? built)) / 3600
        guard hours >= most else { return }
        let name = release.map { " (release \(VisibleText.of($0.name)))" } ?? ""
        console.note(
            "Warning: the index '\(path)'\(name) is \(Period(hours: hours)) old, and its kb.yaml allows "
                + "\(Period(hours: most)); \(release == nil ? "build it again with 'kb build'" : "ask for a newer release")."
        )
    }

    private func reader(
        _ index: Index, at moment: Instant, _ surroundings: Surroundings, _ fields: ((Reader) throws -> [ContextField])?
    ) throws -> Reader {
        for name in audience where !index.audiences.isEmpty && index.audiences[name] == nil {
            let known = index.audiences.keys.sorted().joined(separator: ", ")
            throw CommandFailure("the index has no audience '\(name)'; it has \(known)")
        }
        func reader(_ caller: CallerContext) throws -> Reader {
            try Reader(index, at: moment, caller: caller, audiences: audience.isEmpty ? nil : audience)
        }
        let caller = try CallerArguments(try fields?(try reader([:])) ?? index.context).caller(
            context, profile: profile ?? surroundings.variables["KB_CONTEXT"])
        return try reader(caller)
    }
}
