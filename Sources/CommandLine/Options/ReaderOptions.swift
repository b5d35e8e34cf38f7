package import ArgumentParser
import Decisions
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
    package func reader(_ surroundings: Surroundings) throws -> Reader {
        let path = try indexPath(surroundings)
        do {
            MappedFileGuard.install(
                "kb: the index '\(path)' was cut short while it was read; build it again with 'kb build'\n")
            return try reader(try Index(try IndexMemory(path: path)), surroundings)
        } catch let error as IndexError {
            throw CommandFailure(error.description(of: path))
        }
    }

    private func reader(_ index: Index, _ surroundings: Surroundings) throws -> Reader {
        for name in audience where !index.audiences.isEmpty && index.audiences[name] == nil {
            let known = index.audiences.keys.sorted().joined(separator: ", ")
            throw CommandFailure("the index has no audience '\(name)'; it has \(known)")
        }
        let caller = try CallerArguments(index.context).caller(
            context, profile: profile ?? surroundings.variables["KB_CONTEXT"])
        let moment = try MomentArgument(at).instant(in: index.zone)
        return try Reader(index, at: moment, caller: caller, audiences: audience.isEmpty ? nil : audience)
    }

    private func indexPath(_ surroundings: Surroundings) throws -> String {
        if let path = index ?? surroundings.variables["KB_INDEX"] { return path }
        guard let folder = FolderSearch.nearest(holding: ".kb/index") else {
            throw CommandFailure(
                "there is no index here; run 'kb build' in a knowledge base, or name one with --index or KB_INDEX")
        }
        return folder + "/.kb/index"
    }
}
