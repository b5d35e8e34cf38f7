@preconcurrency import Glibc

/// Processes that run beside one another, as many as there are processors.
final class Children {
    struct Outcome {
        /// The exit status; the signal with a minus where one ended it.
        var status: Int32
        var output: String
        var error: String
    }

    /// This program itself.
    static let own = WorkingFolder.realPath("/proc/self/exe")
    static let processors = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    private let folder: String
    private var running: [pid_t: (name: String, ended: (Outcome) -> Void)] = [:]
    private var count = 0

    init(_ folder: WorkingFolder) { self.folder = folder.path }

    var runningCount: Int { running.count }

    /// Starts a program when a processor is free.
    func start(_ words: [String], _ ended: @escaping (Outcome) -> Void) {
        while running.count >= Children.processors { waitForOne() }
        launch(words, ended)
    }

    @discardableResult
    func launch(_ words: [String], _ ended: @escaping (Outcome) -> Void) -> pid_t {
        count += 1
        let name = "\(folder)/child-\(count)"
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, name + ".out", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, name + ".err", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var arguments = words.map { strdup($0) }
        defer { for argument in arguments { free(argument) } }
        arguments.append(nil)
        // A crash says so by its signal; a trace of it would take seconds.
        setenv("SWIFT_BACKTRACE", "enable=no", 1)
        var process = pid_t()
        guard posix_spawn(&process, words[0], &actions, nil, arguments, environ) == 0 else {
            ended(Outcome(status: 127, output: "", error: "cannot start \(words[0])"))
            return 0
        }
        running[process] = (name, ended)
        return process
    }

    func waitForOne() {
        var status: Int32 = 0
        let process = waitpid(-1, &status, 0)
        guard process > 0, let (name, ended) = running.removeValue(forKey: process) else { return }
        let signal = status & 0x7F
        let outcome = Outcome(
            status: signal == 0 ? (status >> 8) & 0xFF : -signal, output: take(name + ".out"),
            error: take(name + ".err"))
        ended(outcome)
    }

    func waitForAll() { while !running.isEmpty { waitForOne() } }

    /// Runs a program to its end.
    func run(_ words: [String]) -> Outcome {
        var result = Outcome(status: 127, output: "", error: "")
        var isEnded = false
        launch(words) {
            result = $0
            isEnded = true
        }
        while !isEnded { waitForOne() }
        return result
    }

    private func take(_ path: String) -> String {
        defer { unlink(path) }
        return String(decoding: WorkingFolder.read(path) ?? [], as: UTF8.self)
    }
}
