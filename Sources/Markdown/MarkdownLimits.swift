/// What is refused before it is parsed, so that time and memory grow with the size of the text and no faster.
package struct MarkdownLimits: Sendable {
    /// Bytes of text. At most 16 MiB whatever is set: the parser counts in 32 bits.
    package var bytes = 1 << 20
    /// Block quotes and list items open at once.
    package var depth = 64
    /// Columns of a table.
    package var columns = 256

    package init() {}

    static let greatestSize = 1 << 24

    /// Cells that tables may have, filled-in ones included.
    static func cells(ofText byteCount: Int) -> Int {
        byteCount + 4096
    }

    /// Bytes that the destinations and titles of links may sum to, each use counted.
    static func linkText(ofText byteCount: Int) -> Int {
        2 * byteCount + (1 << 16)
    }

    /// Steps that matching the brackets of a part of the text may take.
    static func bracketSteps(ofText byteCount: Int) -> Int {
        16 * byteCount + (1 << 14)
    }

    /// Opening brackets of a part of the text; each takes the parser 60 bytes.
    static let openingBrackets = 8192
}
