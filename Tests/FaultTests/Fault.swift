/// What goes wrong at a system call.
enum Fault: String, CaseIterable, Sendable {
    case kill = "kill -9"
    case inputOutput = "EIO"
    case fullDisk = "ENOSPC"
    case readOnly = "EROFS"
    case interruption = "EINTR"

    /// For strace.
    func injection(_ call: SystemCall) -> String {
        let effect = self == .kill ? "signal=SIGKILL" : "error=\(rawValue)"
        return "inject=\(call.name):\(effect):when=\(call.number)"
    }

    /// Interruptions of all calls of a name. One that is tried again counts twice, so every second one is each of them
    /// once; what is closed is not closed again, and takes two runs.
    static func interruptions(of name: String) -> [String] {
        (name == "close" ? [1, 2] : [1]).map { "inject=\(name):error=EINTR:when=\($0)+2" }
    }

    /// The call can fail in this way.
    func concerns(_ call: SystemCall) -> Bool {
        switch self {
        case .kill, .inputOutput: true
        case .fullDisk: call.creates || ["write", "pwrite64", "fsync", "ftruncate", "rename"].contains(call.name)
        case .readOnly: call.creates || call.name == "rename"
        // Those that POSIX lets a signal interrupt.
        case .interruption:
            ["openat", "read", "pread64", "write", "pwrite64", "fsync", "ftruncate", "flock", "close"]
                .contains(call.name)
        }
    }

    /// A command may go on where this failed, if it ends as it would have: what is closed was synchronised before, the
    /// look at a temporary file is repeated, and a folder may be there already.
    static func mayPass(_ call: SystemCall) -> Bool {
        ["close", "newfstatat", "fstat", "unlink", "mkdir"].contains(call.name)
    }
}
