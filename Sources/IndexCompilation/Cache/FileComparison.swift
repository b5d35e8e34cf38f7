package import Content
import Diagnostics

/// Which files of a knowledge base are as an earlier build left them.
package struct FileComparison: Sendable {
    package let entries: [ContentEntry]
    /// The stamp of each entry, from before anything was read of it.
    let stamps: [ContentStamp?]
    /// For each entry the number of the same file in the memory, which has not changed; -1 for a file that has, or is new.
    let known: [Int32]
    /// No file came, went or changed its kind.
    package let isSameList: Bool

    /// - Parameters:
    ///   - memory: Of the earlier build; nil for none.
    ///   - jobs: How many files are looked at at the same time.
    package init(
        _ entries: [ContentEntry], in source: any ContentSource, with memory: BuildMemory?, jobs: Int
    ) async throws(ContentSourceError) {
        self.entries = entries
        let (candidates, isSameList) = FileComparison.match(entries, memory?.files ?? [])
        self.isSameList = isSameList
        let size = max(1, entries.count / (jobs * 8) + 1)
        let parts = stride(from: 0, to: entries.count, by: size).map { $0..<min($0 + size, entries.count) }
        let result = await withTaskGroup(of: (Int, Swift.Result<Part, ContentSourceError>).self) { group in
            for (number, part) in parts.enumerated() {
                group.addTask { (number, Part.compare(entries[part], candidates[part], memory, source)) }
            }
            var found = [Swift.Result<Part, ContentSourceError>?](repeating: nil, count: parts.count)
            for await (number, part) in group { found[number] = part }
            return found.compactMap(\.self)
        }
        var stamps: [ContentStamp?] = []
        var known: [Int32] = []
        for part in result {
            let part = try part.get()
            stamps += part.stamps
            known += part.known
        }
        self.stamps = stamps
        self.known = known
    }

    /// Without an earlier build, and without one to come that would use the stamps.
    package init(forgetting entries: [ContentEntry]) {
        self.entries = entries
        isSameList = false
        stamps = Array(repeating: nil, count: entries.count)
        known = Array(repeating: -1, count: entries.count)
    }

    /// For each entry the number of the file at its path, or -1. Both are in order of their paths' bytes.
    private static func match(_ entries: [ContentEntry], _ files: [BuildMemory.File]) -> ([Int32], isSameList: Bool) {
        var numbers = [Int32](repeating: -1, count: entries.count)
        var next = 0
        var isSameList = entries.count == files.count
        for (number, entry) in entries.enumerated() {
            while next < files.count, files[next].path.byteOrder(entry.path) < 0 { next += 1 }
            // By bytes: names that only look alike are those of other files.
            if next < files.count, files[next].path.byteOrder(entry.path) == 0, files[next].kind == entry.kind {
                numbers[number] = Int32(next)
                next += 1
            } else {
                isSameList = false
            }
        }
        return (numbers, isSameList)
    }

    /// The files that have not changed, and their numbers in the memory.
    package var unchanged: [String: Int] {
        var numbers: [String: Int] = [:]
        numbers.reserveCapacity(known.count)
        for (entry, number) in zip(entries, known) where number >= 0 { numbers[entry.path] = Int(number) }
        return numbers
    }
}

/// What was found of some entries.
private struct Part: Sendable {
    var stamps: [ContentStamp?] = []
    var known: [Int32] = []

    static func compare(
        _ entries: ArraySlice<ContentEntry>, _ candidates: ArraySlice<Int32>, _ memory: BuildMemory?,
        _ source: any ContentSource
    ) -> Swift.Result<Part, ContentSourceError> {
        var part = Part()
        for (entry, candidate) in zip(entries, candidates) {
            let isRead = entry.isRead
            let stamp = isRead ? source.stamp(entry.path) : nil
            part.stamps.append(stamp)
            guard candidate >= 0, let memory else {
                part.known.append(-1)
                continue
            }
            if !isRead || (stamp != nil && stamp == memory.files[Int(candidate)].stamp) {
                part.known.append(candidate)
                continue
            }
            do throws(ContentSourceError) {
                let isSame = ContentDigest(of: try source.read(entry.path)) == memory.files[Int(candidate)].digest
                part.known.append(isSame ? candidate : -1)
            } catch {
                return .failure(error)
            }
        }
        return .success(part)
    }
}
