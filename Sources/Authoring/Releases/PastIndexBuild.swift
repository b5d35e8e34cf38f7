import CommandLine
import Content
import FileSystem
import Git
import Glibc
import Presentation
import SearchIndex
import Time

/// Builds indexes of commits, each once: they lie with the user's other caches.
struct PastIndexBuild {
    let workspace: Workspace
    let repository: Repository
    let console: Console

    struct Outcome {
        var path: String
        var remarks: [String]
        /// Nobody needs the file any more once it was read.
        var isTemporary: Bool
    }

    func index(of commit: ObjectID, audiences: [String]) async throws -> Outcome {
        guard let program = ProgramIdentity.bytes,
            let cache = UserCache(console.surroundings.variables, named: "past", root: workspace.root)
        else {
            let folder = console.surroundings.variables["TMPDIR"] ?? "/tmp"
            let path = "\(folder)/kb-past-\(getpid()).index"
            return Outcome(path: path, remarks: try await build(commit, audiences, to: path), isTemporary: true)
        }
        let names = [workspace.root, repository.prefix, commit.description] + Set(audiences).sorted()
        let key = ContentDigest(of: program + Array(names.joined(separator: "\0").utf8)).hexadecimal(8)
        let path = "\(cache.folder)/\(key).past"
        if cache.isOwn, cache.holds(path), isWhole(path) { return Outcome(path: path, remarks: [], isTemporary: false) }
        try DurableFile.createFolder(cache.folder, permissions: 0o700)
        guard cache.isOwn else {
            throw CommandFailure(
                "the folder '\(cache.folder)' belongs to somebody else or is open to others; see KB_CACHE in 'kb build --help'"
            )
        }
        let remarks = try await build(commit, audiences, to: path)
        cache.removeOld([".past"])
        // What leaves something out says so each time.
        return Outcome(path: path, remarks: remarks, isTemporary: !remarks.isEmpty)
    }

    /// A file that was damaged since is built again.
    private func isWhole(_ path: String) -> Bool {
        MappedFileGuard.install("kb: the cache of indexes was cut short while it was read; ask again\n")
        do throws(IndexError) {
            try IndexReport(IndexMemory(path: path)).check()
            return true
        } catch {
            return false
        }
    }

    private func build(_ commit: ObjectID, _ audiences: [String], to path: String) async throws -> [String] {
        let source = try ListedSource(
            try TreeSource(repository, commit: commit, folder: repository.prefix))
        let build = IndexBuild(
            workspace: workspace, source: source, audiences: audiences, now: SystemClock.now(), allowsErrors: true,
            cache: nil, console: console)
        switch try await build.run() {
        case .refused(let errors, let result):
            ErrorListing(errors: errors, result: result, color: .auto).write(console)
            throw CommandFailure(
                "no index can be made of the commit \(commit.short): its kb.yaml or people.yaml has errors")
        case .made(let made):
            try DurableFile.write(made.parts, to: path, permissions: 0o600, isSynchronised: false)
            guard !made.leftOut.isEmpty else { return [] }
            let paths = made.leftOut.prefix(3).map { VisibleText.of($0.path) }.joined(separator: ", ")
            let more = made.leftOut.count > 3 ? " and \(made.leftOut.count - 3) more" : ""
            return ["Left out because of errors in that commit: \(paths)\(more)."]
        }
    }
}
