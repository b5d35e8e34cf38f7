import Measuring

/// The figures of the texts made to be slow to read.
struct AdversarialTable {
    private let growths: [ReaderName: [Growth]]

    init(_ growths: [ReaderName: [Growth]]) {
        self.growths = growths
    }

    func print(_ table: Table, _ readers: [ReaderName]) {
        let count = growths.values.first?.count ?? 0
        table.head("adversarial texts, \(count)")
        row(table, "  t(2n)/t(n) within \(Growth.bound)") { $0.filter(\.isWithinBound).count }
        row(table, "  past 10 s") { $0.filter(\.ranOutOfTime).count }
        row(table, "  past 2 GiB, or crashed") { $0.filter(\.died).count }
        row(table, "  refused at 1 MB, with the place") { $0.filter(\.isRefused).count }
        table.row("  greatest t(2n)/t(n) that ended") { growths[$0]?.worstRatio?.ratio.brief }
        table.row("  longest at 1 MB, ms") { growths[$0]?.longest.time }
        table.row("  peak memory at 1 MB, MB") { reader in
            growths[reader]?.map(\.peakMemory).max().map { (Double($0) / 1e6).brief }
        }
        for reader in readers {
            guard let growths = growths[reader] else { continue }
            Swift.print()
            let within = growths.filter(\.isWithinBound).count
            Swift.print("\(reader.rawValue): \(within) of \(growths.count) within \(Growth.bound)")
            if let worst = growths.worstRatio { Swift.print("  greatest t(2n)/t(n): \(worst.input)") }
            Swift.print("  longest: \(growths.longest.input)")
            for growth in growths where !growth.isWithinBound {
                Swift.print("  not: \(growth.input): \(growth.verdict)")
            }
        }
    }

    private func row(_ table: Table, _ label: String, _ figure: ([Growth]) -> Int) {
        table.row(label) { growths[$0].map { String(figure($0)) } }
    }
}

extension Growth {
    /// The ratio, or what ended it, and where.
    var verdict: String {
        guard ratio == .infinity else { return "t(2n)/t(n) \(ratio.brief), \((whole?.milliseconds ?? 0).brief) ms" }
        return whole.map { "\($0.remark) at 1 MB" } ?? "\(half.remark) at 500 kB"
    }

    /// Milliseconds at 1 MB.
    fileprivate var time: String {
        guard let time = whole?.milliseconds else { return ranOutOfTime ? "> 10,000" : "–" }
        return time.brief
    }
}

extension [Growth] {
    /// Of those that ended.
    fileprivate var worstRatio: Growth? {
        filter { $0.ratio < .infinity }.max { $0.ratio < $1.ratio }
    }

    /// The one that takes the longest at 1 MB; one that ran out of time before any other.
    fileprivate var longest: Growth {
        func time(_ growth: Growth) -> Double {
            growth.ranOutOfTime ? .infinity : growth.whole?.milliseconds ?? 0
        }
        return self.max { time($0) < time($1) }!
    }
}
