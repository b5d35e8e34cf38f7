package import ArgumentParser
package import Decisions
import FileSystem
import Glibc
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

    package init() {}

    /// Opens the index and resolves everything against it.
    ///
    /// - Parameters:
    ///   - fields: What can be known of a caller, as a reader who knows nothing of one finds; nil for the index's own fields.
    ///   - make: Makes what is done with it.
    package func action(
        _ console: Console, fields: ((Reader) throws -> [ContextField])? = nil, _ make: (Reader) throws -> any Action
    ) throws -> any Action {
        let path = try IndexPlace.path(index, console.surroundings)
        do {
            MappedFileGuard.install("kb: \(IndexError.cutShort.description(of: path))\n")
            let memory = try IndexMemory(path: path)
            let reader = try reader(try Index(memory), console.surroundings, fields)
            if let modified = try memory.modified { warn(of: path, built: modified, reader.index, console) }
            return ReadingAction(path: path, reader: reader, action: try make(reader))
        } catch let error as IndexError {
            throw CommandFailure(error.description(of: path))
        }
    }

    /// - Parameter built: In seconds after 1970.
    private func warn(of path: String, built: Int, _ index: Index, _ console: Console) {
        let hours = (Int(SystemClock.now().seconds) - built) / 3600
        guard let most = index.maxAge, hours >= most else { return }
        console.note(
            "Warning: the index '\(path)' is \(Period(hours: hours)) old, and its kb.yaml allows \(Period(hours: most)); "
                + "build it again with 'kb build'.")
    }

    private func reader(
        _ index: Index, _ surroundings: Surroundings, _ fields: ((Reader) throws -> [ContextField])?
    ) throws -> Reader {
        for name in audience where !index.audiences.isEmpty && index.audiences[name] == nil {
            let known = index.audiences.keys.sorted().joined(separator: ", ")
            throw CommandFailure("the index has no audience '\(name)'; it has \(known)")
        }
        let moment = try MomentArgument(at).instant(in: index.zone)
        func reader(_ caller: CallerContext) throws -> Reader {
            try Reader(index, at: moment, caller: caller, audiences: audience.isEmpty ? nil : audience)
        }
        let caller = try CallerArguments(try fields?(try reader([:])) ?? index.context).caller(
            context, profile: profile ?? surroundings.variables["KB_CONTEXT"])
        return try reader(caller)
    }
}
