import CommandLine
import Glibc

extension Workspace {
    /// A path as typed in the current folder, as one relative to the knowledge base; empty for its own folder.
    func path(ofArgument argument: String) throws -> String {
        guard let resolved = realpath(argument, nil), let root = realpath(root, nil) else {
            throw CommandFailure("there is no file or folder '\(argument)'")
        }
        defer {
            free(resolved)
            free(root)
        }
        let path = String(cString: resolved)
        let folder = String(cString: root)
        if path == folder { return "" }
        guard path.hasPrefix(folder + "/") else {
            throw CommandFailure("'\(argument)' is outside the knowledge base '\(self.root)'")
        }
        return String(path.dropFirst(folder.count + 1))
    }
}
