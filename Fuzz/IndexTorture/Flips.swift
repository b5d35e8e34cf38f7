import IndexHostility
import SeededRandom

/// Bytes of an index that are not what they were.
enum Flips {
    /// Every byte of a small index and every other value it can have; a worker for each byte.
    ///
    /// - Parameter count: So many of them, evenly spread.
    static func everyByte(_ count: Int?) throws -> Tally {
        let bytes = SampleIndex.small
        guard bytes.count <= 8192 else { throw TrialError(description: "the small index has \(bytes.count) bytes") }
        let folder = WorkingFolder()
        let file = try folder.write(bytes, to: "index")
        let children = Children(folder)
        var tally = Tally()
        let all = bytes.count * 255
        var next = 0
        for offset in bytes.indices {
            var changes: [String] = []
            while next < all, next / 255 == offset {
                changes.append("\(next % 255 + 1)")
                next += max(1, all / (count ?? all))
            }
            guard !changes.isEmpty else { continue }
            let tried = changes.count
            children.start([Children.own, "flip-worker", file, "\(offset)"] + changes) {
                tally.add(tried, of: $0, "byte \(offset)")
            }
        }
        children.waitForAll()
        tally.remark = " (\(bytes.count) bytes)"
        return tally
    }

    static func work(_ arguments: [String]) throws {
        let file = try ChangedFile(copying: arguments[0])
        let offset = Int(arguments[1])!
        var withstood = 0
        for change in arguments.dropFirst(2).map({ UInt8($0)! }) {
            if file.withstands(change, at: offset) { withstood += 1 } else { print("^ \(change) differs") }
        }
        print(withstood)
    }

    /// Flips anywhere in an index of many pages.
    static func atRandom(_ count: Int?) throws -> Tally {
        let folder = WorkingFolder()
        let bytes = SampleIndex.large(800)
        let file = try folder.write(bytes, to: "index")
        let children = Children(folder)
        var tally = Tally()
        let count = count ?? 100_000
        let part = max(1, min(250, count / Children.processors))
        for start in stride(from: 0, to: count, by: part) {
            let tried = min(part, count - start)
            children.start([Children.own, "random-flip-worker", file, "\(start)", "\(tried)"]) {
                tally.add(tried, of: $0, "seed \(start)")
            }
        }
        children.waitForAll()
        tally.remark = " (\(bytes.count) bytes)"
        return tally
    }

    static func workAtRandom(_ arguments: [String]) throws {
        let file = try ChangedFile(copying: arguments[0])
        var random = SeededGenerator(seed: UInt64(arguments[1])!)
        var withstood = 0
        for _ in 0..<Int(arguments[2])! {
            let offset = Int.random(in: file.original.indices, using: &random)
            let change = UInt8.random(in: 1...255, using: &random)
            if file.withstands(change, at: offset) { withstood += 1 } else { print("\(offset) ^ \(change) differs") }
        }
        print(withstood)
    }
}

struct TrialError: Error, CustomStringConvertible {
    var description: String
}
