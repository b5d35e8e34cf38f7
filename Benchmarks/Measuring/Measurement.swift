private import Glibc

/// How long a program's work took, measured in processes of their own: a small input must not be faster only because
/// memory is left from the one before, and one that never ends must not end the benchmark.
package struct Measurement: Sendable {
    /// Processor time, which other work on the machine disturbs less than the clock; nil when it ran past a limit.
    package let milliseconds: Double?
    /// The greatest resident memory of the process, in bytes.
    package let peakMemory: Int
    /// What else the process had to say, such as why the input was refused.
    package let remark: String
    /// It was ended after `limit`; without a time and not so, it died, as for want of memory.
    package let ranOutOfTime: Bool

    /// Seconds of processor time after which a run is ended.
    private static let limit: rlim_t = 10
    /// Bytes of address space, so that a reader that multiplies its input does not take the machine down.
    private static let memoryLimit: rlim_t = 2 << 30

    /// Runs this executable again, with these arguments.
    /// - Parameter runs: of which the median is taken.
    package static func median(of runs: Int, _ arguments: [String]) -> Measurement {
        var measurements: [Measurement] = []
        for _ in 0..<runs {
            let measurement = once(arguments)
            // What takes that long once is not run again.
            if measurement.milliseconds == nil { return measurement }
            measurements.append(measurement)
        }
        return measurements.sorted { ($0.milliseconds ?? 0) < ($1.milliseconds ?? 0) }[runs / 2]
    }

    /// Measures work in the child process and prints the time for the parent to read.
    package static func report(_ work: () -> String?) {
        set(RLIMIT_CPU, rlimit(rlim_cur: limit, rlim_max: limit + 1))
        set(RLIMIT_AS, rlimit(rlim_cur: memoryLimit, rlim_max: memoryLimit))
        set(RLIMIT_CORE, rlimit(rlim_cur: 0, rlim_max: 0))
        let start = processorTime()
        let remark = work()
        let time = processorTime() - start
        print(time, remark ?? "", separator: "\t")
    }

    private static func set(_ resource: __rlimit_resource, _ limits: rlimit) {
        var limits = limits
        setrlimit(__rlimit_resource_t(resource.rawValue), &limits)
    }

    /// Of this thread: under a limit the kernel counts the whole process's time in ticks only.
    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }

    private static func once(_ arguments: [String]) -> Measurement {
        var ends: [Int32] = [0, 0]
        precondition(pipe(&ends) == 0, "no pipe")
        let child = spawn(arguments, output: ends[1])
        close(ends[1])
        let text = readAll(ends[0])
        close(ends[0])
        var status: Int32 = 0
        var usage = rusage()
        wait4(child, &status, 0, &usage)
        let memory = usage.ru_maxrss * 1024
        let signal = status & 0x7F
        let ranOutOfTime = signal == SIGXCPU || signal == SIGKILL
        guard status == 0 else {
            let remark = ranOutOfTime ? "more than \(limit) s" : "the process died: \(reason(signal, status))"
            return Measurement(milliseconds: nil, peakMemory: memory, remark: remark, ranOutOfTime: ranOutOfTime)
        }
        let parts = text.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        let remark = parts.count > 1 ? parts[1].split(separator: "\n").first.map(String.init) ?? "" : ""
        let time = Double(parts[0]) ?? .nan
        return Measurement(milliseconds: time, peakMemory: memory, remark: remark, ranOutOfTime: false)
    }

    private static func reason(_ signal: Int32, _ status: Int32) -> String {
        signal == 0 ? "status \(status >> 8)" : "signal \(signal)"
    }

    private static func spawn(_ arguments: [String], output: Int32) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var words = (["benchmark"] + arguments).map { strdup($0) }
        words.append(nil)
        defer { words.forEach { free($0) } }
        var child = pid_t()
        let status = posix_spawn(&child, "/proc/self/exe", &actions, nil, words, environ)
        precondition(status == 0, "the benchmark cannot start itself")
        return child
    }

    private static func readAll(_ file: Int32) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer[..<count]
        }
    }
}
