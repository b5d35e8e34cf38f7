import Difference
import Git

/// What commits did to one of the files of an item.
struct ItemTrack: Hashable, Sendable {
    /// What one commit did to it. Who did it, when and why is read from the commit each time.
    struct Entry: Hashable, Sendable {
        var commit: ObjectID
        /// Nil where the commit removed it.
        var file: FileVersion.File?
        /// Where it was before, from the root of the repository; empty where it was not there.
        var before: [String]
        var isMerge: Bool
        var changes: [ItemChange]
        /// Nil where the file cannot be read.
        var kind: String?
        var title: String?
        var line: Int
    }

    /// The commit from which the history was walked.
    var head: ObjectID
    /// Of the file in that commit, from the root of the repository.
    var path: String
    /// The latest first.
    var entries: [Entry]
}
