/// How much of a tree is listed. Trees can name one another so that a few bytes stand for any number of files.
package struct TreeLimits: Sendable {
    /// Files and folders together.
    package var entries = 200_000
    package var depth = 64
    /// All paths together.
    package var pathBytes = 32 << 20
    package var fileBytes = 64 << 20

    package init() {}
}
