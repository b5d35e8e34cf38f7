import Glibc
import TestSupport
import Testing

/// The `strace` program, which lists a program's system calls and makes chosen ones fail.
enum Strace {
    private static let path = "/usr/bin/strace"

    /// It is installed, and may trace here.
    static let works: Bool = {
        guard access(path, X_OK) == 0 else { return false }
        let outcome = try? Program(path, ["-qq", "-o", "/dev/null", "/bin/true"]).run()
        return outcome?.status == 0
    }()

    static let absence: Comment = "strace is not installed, or may not trace here"

    /// A run of a program on one processor, where its threads take turns in a fixed order.
    static func program(_ words: [String], options: [String], log: String, processor: Processor) -> Program {
        var program = Program(
            "/usr/bin/taskset",
            ["-c", "\(processor.number)", path, "-f", "-qq", "-y", "-o", log] + options + [Program.kbPath + "-author"]
                + words)
        program.variables = ["SWIFT_BACKTRACE": "enable=no", "KB_JOBS": "1"]
        return program
    }
}
