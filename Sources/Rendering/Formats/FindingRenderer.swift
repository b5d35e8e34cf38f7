/// Writes findings in one format. Findings that are none leave a valid, empty document.
package protocol FindingRenderer: Sendable {
    /// - Parameter output: takes the whole document. A stream that can fail remembers its failure, and its owner
    ///   asks for it at the end.
    func render(_ set: FindingSet, to output: inout some TextOutputStream)
}
