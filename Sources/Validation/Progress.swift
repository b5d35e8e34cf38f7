import Synchronization

/// Counts files done over all tasks.
final class Progress: Sendable {
    private let done = Atomic<Int>(0)
    private let total: Int
    private let report: @Sendable (Int, Int) -> Void

    init(total: Int, _ report: @escaping @Sendable (Int, Int) -> Void) {
        self.total = total
        self.report = report
    }

    func add(_ count: Int) {
        let now = done.add(count, ordering: .relaxed).newValue
        report(now, total)
    }
}
