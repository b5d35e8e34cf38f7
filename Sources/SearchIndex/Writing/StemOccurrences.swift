/// Where each stem of some documents stands, packed.
struct StemOccurrences: Sendable {
    /// Where each stem's begin, and where the last one's end.
    private var starts: [UInt32] = []
    /// For each stem, document by document: how much the document's number is greater than the last one's, how often the
    /// stem stands there, and the positions, each as the difference from the one before. LEB128.
    private var bytes: [UInt8] = []

    init() {}

    /// - Parameters:
    ///   - places: Documents (upper 32 bits) and positions, stem by stem, ascending for each.
    ///   - starts: Where the places of each stem begin, and where the last one's end.
    init(_ places: [UInt64], _ starts: [Int]) {
        var writer = ByteWriter()
        self.starts.reserveCapacity(starts.count)
        for stem in 0..<starts.count - 1 {
            self.starts.append(UInt32(writer.bytes.count))
            var index = starts[stem]
            var previous: UInt64 = 0
            while index < starts[stem + 1] {
                let document = places[index] >> 32
                var end = index
                while end < starts[stem + 1], places[end] >> 32 == document { end += 1 }
                writer.write(document - previous)
                previous = document
                writer.write(end - index)
                var position: UInt64 = 0
                for place in places[index..<end] {
                    let next = place & 0xFFFF_FFFF
                    writer.write(next - position)
                    position = next
                }
                index = end
            }
        }
        self.starts.append(UInt32(writer.bytes.count))
        // No more room than they take: they are kept for long.
        bytes = writer.bytes.withUnsafeBytes { Array($0) }
    }

    /// The bytes that a stem takes.
    func size(of stem: Int) -> Int { Int(starts[stem + 1] - starts[stem]) }

    /// Appends a stem's documents in ascending order.
    ///
    /// - Parameter firstDocument: The number of the first of these documents among all.
    func append(_ stem: Int, from firstDocument: Int, to list: inout OccurrenceList) {
        bytes.withUnsafeBufferPointer { bytes in
            var offset = Int(starts[stem])
            let end = Int(starts[stem + 1])
            // Written by this process: no number is longer than it should be.
            func number() -> UInt32 {
                var result: UInt32 = 0
                var shift: UInt32 = 0
                while true {
                    let byte = bytes[offset]
                    offset += 1
                    result |= UInt32(byte & 0x7F) << shift
                    if byte < 0x80 { return result }
                    shift += 7
                }
            }
            var document = UInt32(firstDocument)
            while offset < end {
                document += number()
                let first = list.places.count
                var position: UInt32 = 0
                for _ in 0..<number() {
                    position += number()
                    list.places.append(position)
                }
                list.documents.append((document, first..<list.places.count))
            }
        }
    }
}

/// The documents that hold one stem, and where it stands in each.
struct OccurrenceList {
    /// With the range of their places.
    var documents: [(number: UInt32, places: Range<Int>)] = []
    var places: [UInt32] = []

    mutating func removeAll() {
        documents.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
    }
}
