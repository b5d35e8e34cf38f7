import CommandLine
import Content
import FileSystem

/// A path as git names it, from the top of the repository, in the knowledge base that it lies in.
struct RepositoryPath {
    /// The knowledge base's folder; nil where it lies in none.
    let root: String?
    /// In the knowledge base, or else as it was given.
    let path: String

    /// - Parameter path: Relative to the current folder, where git starts its drivers.
    init(_ path: String) throws {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard !path.hasPrefix("/"), !parts.contains("..") else {
            throw CommandFailure("'\(path)' is no path in the repository; git gives one from its top")
        }
        var rest: [String] = [parts.removeLast()]
        while true {
            let folder = parts.isEmpty ? "." : parts.joined(separator: "/")
            if try FileLookup.exists(folder + "/kb.yaml") {
                root = folder
                self.path = rest.joined(separator: "/")
                return
            }
            guard let last = parts.popLast() else { break }
            rest.insert(last, at: 0)
        }
        root = nil
        self.path = path
    }
}
