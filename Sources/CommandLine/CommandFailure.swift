import FileSystem
import SearchIndex

/// Something that the tool could not do, in one sentence with what to do about it.
package struct CommandFailure: Error, Hashable, Sendable {
    package let message: String

    package init(_ message: String) {
        self.message = message
    }
}

/// How a command ends.
package enum ExitStatus: Int32, Sendable {
    /// Warnings allowed.
    case clean = 0
    /// Findings, or nothing found.
    case findings = 1
    /// The tool could not do it: usage, a missing file, a bad index.
    case failure = 2
}
