/// What a commit changes of one file.
package struct CommitChange: Sendable {
    /// Relative to the working tree.
    package let path: String
    /// As the last commit has it; nil for a new file.
    package let old: [UInt8]?
    /// Nil for a file that is removed.
    package let new: [UInt8]?

    package init(path: String, old: [UInt8]?, new: [UInt8]?) {
        self.path = path
        self.old = old
        self.new = new
    }
}
