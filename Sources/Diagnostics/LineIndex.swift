/// Where each line of a file begins; lines end with LF, CRLF or a lone CR.
package struct LineIndex: Sendable {
    /// Line and column, both counted from 1. Columns count Unicode scalars.
    package struct Position: Hashable, Comparable, Sendable {
        package var line: Int
        package var column: Int

        package init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }

        package static func < (left: Position, right: Position) -> Bool {
            (left.line, left.column) < (right.line, right.column)
        }
    }

    private let bytes: [UInt8]
    private let starts: [Int]

    package init(_ file: SourceFile) {
        bytes = file.bytes
        starts = bytes.withUnsafeBufferPointer { bytes in
            var starts = [0]
            var offset = 0
            while offset < bytes.count {
                let byte = bytes[offset]
                offset += 1
                guard byte == 0x0A || byte == 0x0D else { continue }
                if byte == 0x0D, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
                starts.append(offset)
            }
            return starts
        }
    }

    package var lineCount: Int { starts.count }

    /// The position of a byte offset; an offset past the end is the end. A byte order mark takes no column.
    package func position(of offset: Int) -> Position {
        let offset = min(max(offset, 0), bytes.count)
        let line = lineIndex(of: offset)
        var column = 1
        for index in starts[line]..<offset where bytes[index] & 0xC0 != 0x80 {
            column += 1
        }
        if line == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]), offset > 0 { column -= 1 }
        return Position(line: line + 1, column: column)
    }

    /// The bytes of a line (from 1), without its line ending.
    package func range(ofLine line: Int) -> Range<Int> {
        let start = starts[line - 1]
        var end = line < starts.count ? starts[line] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    private func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
