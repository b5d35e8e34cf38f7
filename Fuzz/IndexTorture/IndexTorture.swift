@preconcurrency import Glibc

/// Shows what an index and its readers withstand: each command tries so many damages and prints how many were withstood.
///
/// `IndexTorture NAME [COUNT]`; without a count, as many as docs/reliability.md says. `NAME-worker …` is how it starts itself:
/// what ends a worker ends nothing else.
@main
enum IndexTorture {
    private static let trials: [String: @Sendable (Int?) throws -> Tally] = [
        "flips": Flips.everyByte, "random-flips": Flips.atRandom, "truncations": Truncations.all, "cuts": Cuts.all,
        "replacements": Replacements.all, "crafted": CraftedTrials.all, "searches": Searches.all, "kills": Kills.all,
    ]

    private static let workers: [String: @Sendable ([String]) throws -> Void] = [
        "flip-worker": Flips.work, "random-flip-worker": Flips.workAtRandom, "truncation-worker": Truncations.work,
        "cut-worker": Cuts.work, "crafted-worker": CraftedTrials.work,
    ]

    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let name = arguments.first, let work = workers[name] {
            Limits.set()
            try work(Array(arguments.dropFirst()))
            return
        }
        if arguments.count == 2, arguments[0] == "seeds" { return try Seeds.write(to: arguments[1]) }
        guard let name = arguments.first, let trial = trials[name] else {
            fputs("usage: IndexTorture \(trials.keys.sorted().joined(separator: "|")) [COUNT]\n", stderr)
            exit(64)
        }
        let tally = try trial(arguments.count > 1 ? Int(arguments[1]) : nil)
        for complaint in tally.complaints.prefix(20) { print("  \(complaint)") }
        print("\(name): \(tally.withstood) of \(tally.tried)\(tally.remark)")
        if tally.withstood != tally.tried || tally.tried == 0 { exit(1) }
    }
}

/// What came of a trial.
struct Tally {
    var tried = 0
    var withstood = 0
    var complaints: [String] = []
    var remark = ""

    mutating func add(_ isWithstood: Bool, _ complaint: @autoclosure () -> String) {
        tried += 1
        if isWithstood { withstood += 1 } else { complaints.append(complaint()) }
    }

    /// Adds what a worker tried; its output is how many of them were withstood, and what is to be said of the others.
    mutating func add(_ count: Int, of outcome: Children.Outcome, _ name: String) {
        tried += count
        let lines = outcome.output.split(separator: "\n")
        let own = outcome.status == 0 ? lines.last.flatMap { Int($0) } ?? 0 : 0
        withstood += own
        if own != count {
            complaints.append("\(name): ended with \(outcome.status); \(lines.suffix(3)) \(outcome.error)")
        }
    }
}

/// So much is more than enough for any worker: a hang or a greed ends in a signal.
private enum Limits {
    static func set() {
        for (resource, limit) in [(RLIMIT_CPU, rlim_t(300)), (RLIMIT_AS, rlim_t(4 << 30))] {
            var limits = rlimit(rlim_cur: limit, rlim_max: limit)
            setrlimit(__rlimit_resource_t(resource.rawValue), &limits)
        }
    }
}
