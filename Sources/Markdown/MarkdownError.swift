/// Why a text is refused, and where.
package struct MarkdownError: Error, Sendable {
    package enum Reason: Sendable, Equatable {
        case tooLarge(limit: Int)
        case invalidUTF8
        case nul
        /// Block quotes and list items within one another.
        case tooDeep(limit: Int)
        case tooManyColumns(limit: Int)
        /// Cells that short rows of wide tables leave to be filled in.
        case tooManyCells(limit: Int)
        /// In one block, and nested or spread over its lines so that matching them is quadratic, or simply too many.
        case tooManyBrackets
        /// Uses of link reference definitions that together repeat more text than the limit.
        case linkExpansion(limit: Int)
        case outOfMemory
    }

    package let reason: Reason
    /// UTF-8 offsets, as the indices of the parsed slice.
    package let range: Range<Int>

    init(_ reason: Reason, _ range: Range<Int>) {
        self.reason = reason
        self.range = range
    }
}

extension MarkdownError: CustomStringConvertible {
    package var description: String {
        switch reason {
        case .tooLarge(let limit): "The text is larger than \(limit) bytes."
        case .invalidUTF8: "The text is not valid UTF-8."
        case .nul: "The text contains a NUL byte."
        case .tooDeep(let limit): "Block quotes and lists are nested more than \(limit) deep."
        case .tooManyColumns(let limit): "The table has more than \(limit) columns."
        case .tooManyCells(let limit): "The rows of the tables have more than \(limit) cells, most of them missing."
        case .tooManyBrackets:
            "One paragraph or table row has too many square brackets, nested in one another or spread over its lines."
        case .linkExpansion(let limit): "The uses of link reference definitions expand to more than \(limit) bytes."
        case .outOfMemory: "There is not enough memory to parse the text."
        }
    }
}
