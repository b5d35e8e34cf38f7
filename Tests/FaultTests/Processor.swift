import Synchronization
import TestSupport

/// A processor that its owner has to itself among the tests, where there are enough.
final class Processor: Sendable {
    private static let free = Mutex(allowed)
    let number: Int
    private let isOwn: Bool

    init() {
        let taken = Processor.free.withLock { $0.popLast() }
        number = taken ?? Processor.allowed.first ?? 0
        isOwn = taken != nil
    }

    deinit {
        if isOwn { Processor.free.withLock { $0.append(number) } }
    }

    /// Those that this process may run on, of which the kernel writes ranges: `0-3,8`.
    private static let allowed: [Int] = {
        let status = (try? TestFile.read("/proc/self/status")).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let label = "Cpus_allowed_list:\t"
        let line = status.split(separator: "\n").first { $0.hasPrefix(label) } ?? Substring(label + "0")
        return line.dropFirst(label.count).split(separator: ",").flatMap { part in
            let ends = part.split(separator: "-").compactMap { Int($0) }
            return ends.isEmpty ? [] : Array(ends[0]...ends[ends.count - 1])
        }
    }()
}
