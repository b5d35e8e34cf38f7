/// Moves lines to another indentation.
enum Layout {
    /// - Parameters:
    ///   - columns: To the right; negative: to the left, as far as there are spaces.
    ///   - firstLine: Whether the first line is moved too.
    static func shifted(_ text: ArraySlice<UInt8>, by columns: Int, firstLine: Bool) -> [UInt8] {
        guard columns != 0 else { return Array(text) }
        var result: [UInt8] = []
        var isFirst = !firstLine
        for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if !result.isEmpty || isFirst == false && line.startIndex > text.startIndex {
                result.append(UInt8(ascii: "\n"))
            }
            if isFirst || line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) {
                result += line
            } else if columns > 0 {
                result += [UInt8](repeating: 0x20, count: columns) + line
            } else {
                result += line.dropFirst(min(-columns, line.prefix { $0 == 0x20 }.count))
            }
            isFirst = false
        }
        return result
    }

    /// With a line break at its end.
    static func closed(_ text: [UInt8], _ newline: [UInt8]) -> [UInt8] {
        text.last == UInt8(ascii: "\n") ? text : text + newline
    }
}
