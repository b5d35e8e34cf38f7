/// Why a schema cannot be used: the first defect found in it.
package struct SchemaError: Error, Hashable, Sendable {
    /// The URI under which the document with the defect was registered or compiled.
    package var document: String
    /// UTF-8 offsets of the defective value in that document.
    package var range: Range<Int>
    /// JSON pointer to the defective value.
    package var pointer: String
    /// One sentence in plain words.
    package var message: String
}
