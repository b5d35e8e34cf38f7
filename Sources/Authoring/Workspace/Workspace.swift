import CommandLine
package import Content
import Diagnostics
import FileSystem
import Glibc
package import Time
package import Validation

/// The knowledge base that a command works on, in a folder.
package struct Workspace: Sendable {
    /// An absolute path.
    package let root: String

    /// - Parameter folder: Its folder; nil: the nearest one upwards that holds a kb.yaml.
    package init(_ folder: String?) throws {
        if let folder {
            guard access(folder + "/kb.yaml", F_OK) == 0 else {
                throw CommandFailure("'\(folder)' holds no kb.yaml; name the folder of a knowledge base")
            }
            root = FileLookup.resolved(folder) ?? folder
        } else if let found = FolderSearch.nearest(holding: "kb.yaml") {
            root = found
        } else {
            throw CommandFailure(
                "there is no knowledge base here; 'kb init' lays one out, and --root names the folder of another")
        }
    }

    /// A bare repository, where nothing is on disk.
    ///
    /// - Returns: Nil for any other folder.
    package init?(bareRepository folder: String) {
        guard access(folder + "/HEAD", F_OK) == 0, access(folder + "/objects", F_OK) == 0,
            access(folder + "/refs", F_OK) == 0, access(folder + "/kb.yaml", F_OK) != 0,
            let path = FileLookup.resolved(folder)
        else { return nil }
        root = path
    }

    /// A knowledge base, or a bare repository, of which only revisions can be read.
    package init(ofHistory folder: String?) throws {
        if let bare = Workspace(bareRepository: folder ?? ".") { self = bare } else { try self.init(folder) }
    }

    /// How many things are done at the same time: one for each processor, or KB_JOBS. One at a time makes the same system
    /// calls each time.
    package static var jobs: Int {
        let chosen = getenv("KB_JOBS").flatMap { Int(String(cString: $0)) }
        return max(1, min(chosen ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1024))
    }

    package var tree: WorkingTree { WorkingTree(root: root) }

    /// The time zone of the knowledge base; UTC where kb.yaml does not say it.
    package func zone(of source: any ContentSource) throws(ContentSourceError) -> TimeZoneRules {
        let bytes: [UInt8]
        do throws(ContentSourceError) {
            bytes = try source.read("kb.yaml")
        } catch {
            // A revision may have none; one that is there and cannot be read must not count as UTC.
            guard try source.entries().contains(where: { $0.path == "kb.yaml" && $0.kind == .file }) else {
                return .utc
            }
            throw error
        }
        let file = ContentReader(timeZone: TimeZoneDatabase.rules).read(
            .init(path: "kb.yaml", bytes: bytes), as: .knowledgeBase)
        return file.configuration?.zone ?? .utc
    }

    /// Reads everything and holds every rule against it.
    package func validate(
        _ source: any ContentSource, at now: Instant, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> Validator.Result {
        try await validator(source, at: now, progress: progress).run()
    }

    package func validator(
        _ source: any ContentSource, at now: Instant, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) -> Validator {
        var options = Validator.Options(now: now, timeZone: TimeZoneDatabase.rules)
        options.jobs = Workspace.jobs
        options.progress = progress
        return Validator(source, options: options)
    }
}
