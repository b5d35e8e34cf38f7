/// What the two sides of a merge are called in its conflicts.
package struct MergeLabels: Sendable {
    package var ours = "ours"
    package var theirs = "theirs"
    /// Of each marker; git asks for more where a merge is within a merge.
    package var markerSize = 7

    package init() {}
}
