/// Turns libyaml's marks, which count Unicode scalars, into byte offsets of the file.
struct ScalarPositions {
    private let start: Int
    private let end: Int
    /// The offset of every scalar; empty where all are ASCII and the two counts agree.
    private var offsets: [Int32] = []

    init(_ bytes: ArraySlice<UInt8>) {
        start = bytes.startIndex
        end = bytes.endIndex
        guard bytes.contains(where: { $0 >= 0x80 }) else { return }
        offsets.reserveCapacity(bytes.count)
        for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            offsets.append(Int32(offset))
        }
    }

    func offset(_ scalarIndex: Int) -> Int {
        guard !offsets.isEmpty else { return min(start + scalarIndex, end) }
        return scalarIndex < offsets.count ? start + Int(offsets[scalarIndex]) : end
    }

    func range(_ event: borrowing EventStream.Event) -> Range<Int> {
        let lower = offset(event.start)
        return lower..<max(lower, offset(event.end))
    }
}
