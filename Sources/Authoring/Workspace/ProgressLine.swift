import CommandLine
import Glibc
import Synchronization

/// Shows how far long work has got, on a terminal's standard error only, and only once it has taken half a second.
final class ProgressLine: Sendable {
    private struct State {
        var lastShown: UInt64
        var isShown = false
    }

    private static let patience: UInt64 = 500_000_000
    private static let interval: UInt64 = 100_000_000
    private let verb: String
    private let isEnabled: Bool
    private let state: Mutex<State>

    /// - Parameter verb: What is done to the files, such as `Checking`.
    init(_ verb: String, _ surroundings: Surroundings) {
        self.verb = verb
        isEnabled = surroundings.errorIsTerminal
        state = Mutex(State(lastShown: ProgressLine.now + ProgressLine.patience - ProgressLine.interval))
    }

    func show(_ done: Int, of total: Int) {
        guard isEnabled else { return }
        state.withLock { state in
            let now = ProgressLine.now
            guard now > state.lastShown, now - state.lastShown >= ProgressLine.interval else { return }
            state.lastShown = now
            state.isShown = true
            ProgressLine.write("\r\u{1B}[K\(verb) \(done) of \(total) files")
        }
    }

    /// Takes the line away, so that what follows begins on a clean one.
    func end() {
        guard isEnabled else { return }
        state.withLock { state in
            if state.isShown { ProgressLine.write("\r\u{1B}[K") }
            state.isShown = false
        }
    }

    private static func write(_ text: String) {
        // A progress line that cannot be shown is no failure.
        _ = Array(text.utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    private static var now: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
