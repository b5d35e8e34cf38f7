import AdversarialInputs
import Measuring

/// How the time of one reader grows when an adversarial text doubles, to 1 MB.
struct Growth {
    let input: String
    /// At half the size, and at the whole; nil when the half was too much already.
    let half: Measurement
    let whole: Measurement?

    /// Some inputs are a few percent larger than asked for, and one past our reader's cap of 1 MiB would be refused for
    /// its size, which says nothing of growth.
    private static let sizes = (half: 500_000, whole: 1_000_000)
    static let bound = 2.3
    /// Times below this many milliseconds are no measure of growth.
    private static let least = 2.0
    /// Milliseconds from which chance does not make a ratio.
    private static let long = 1000.0

    /// t(2n)/t(n): 0 when it is too short to tell, infinite when a limit ended it.
    var ratio: Double {
        guard let before = half.milliseconds, let time = whole?.milliseconds else { return .infinity }
        return time < Self.least ? 0 : time / before
    }

    var isWithinBound: Bool { ratio <= Self.bound }
    var ranOutOfTime: Bool { half.ranOutOfTime || whole?.ranOutOfTime == true }
    /// A limit other than that of time, or a crash.
    var died: Bool { ratio == .infinity && !ranOutOfTime }
    var isRefused: Bool { whole?.remark.isEmpty == false && whole?.milliseconds != nil }
    var peakMemory: Int { max(half.peakMemory, whole?.peakMemory ?? 0) }

    /// A ratio over the bound is measured again with more runs: on a shared machine a few of so many are chance.
    static func measure(_ reader: ReaderName, _ input: AdversarialInput) -> Growth {
        let first = measure(reader, input, runs: 1)
        guard !first.isWithinBound, let time = first.whole?.milliseconds, time < long else { return first }
        return measure(reader, input, runs: 7)
    }

    private static func measure(_ reader: ReaderName, _ input: AdversarialInput, runs: Int) -> Growth {
        func time(_ size: Int) -> Measurement {
            Measurement.median(of: runs, ["--adversarial", reader.rawValue, input.name, String(size)])
        }
        let half = time(sizes.half)
        return Growth(input: input.name, half: half, whole: half.milliseconds == nil ? nil : time(sizes.whole))
    }
}
