/// Why an index file cannot be used.
package enum IndexError: Error, Hashable, Sendable {
    /// It does not begin as an index does.
    case notAnIndex
    case wrongVersion(found: Int, expected: Int)
    /// It needs a reader that knows more of the format.
    case unknownFeatures
    /// What it says of itself contradicts its bytes.
    case damaged
    /// Somebody took bytes from its end while it was read.
    case cutShort
    /// The file could not be read; a sentence that says why.
    case unreadable(String)
}

extension IndexError {
    /// One sentence with what to do.
    package func description(of path: String) -> String {
        switch self {
        case .notAnIndex: "'\(path)' is not an index of kb; build one with 'kb build'"
        case .wrongVersion(let found, let expected):
            "'\(path)' has index format \(found), and this kb reads format \(expected); build it again with 'kb build'"
        case .unknownFeatures:
            "'\(path)' was built by a newer kb and needs features that this one does not know; build it again with 'kb build'"
        case .damaged: "the index '\(path)' is damaged; build it again with 'kb build'"
        case .cutShort: "the index '\(path)' was cut short while it was read; build it again with 'kb build'"
        case .unreadable(let reason): reason
        }
    }
}
