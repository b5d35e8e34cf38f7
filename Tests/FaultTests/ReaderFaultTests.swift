import TestSupport
import Testing

/// Faults while an index is read.
@Suite(.enabled(if: Strace.works, Strace.absence))
struct ReaderFaultTests {
    private static let commands = [["search", "park"], ["show", "parking"], ["list", "--index", ".kb/index"]]
    private static let calls = ["openat", "newfstatat", "fstat", "read", "pread64", "mmap"]

    /// - Returns: How the command ended, and how many of its calls on the index were disturbed.
    private func run(_ arguments: [String], _ injection: String, _ base: BuiltBase) throws -> (Program.Outcome, Int) {
        // strace knows the file by the path that it is opened by.
        let words = arguments.map { $0 == ".kb/index" ? base.index : $0 }
        let options = ["-f", "-qq", "-o", base.root + "/trace", "-P", base.index, "-e", injection]
        var program = Program("/usr/bin/strace", options + [Program.kbPath] + words)
        program.folder = base.root
        let outcome = try program.run()
        return (outcome, try base.folder.read("trace").split(separator: "\n").count { $0.contains("(INJECTED)") })
    }

    @Test(arguments: commands)
    func `An index that cannot be read is said at whichever call`(_ arguments: [String]) throws {
        let base = try BuiltBase()
        var count = 0
        for call in Self.calls {
            for number in 1... {
                let (outcome, hits) = try run(arguments, "inject=\(call):error=EIO:when=\(number)", base)
                if hits == 0 { break }
                count += 1
                #expect(outcome.status == 2 && !outcome.error.isEmpty && outcome.output.isEmpty, "\(call) \(number)")
            }
        }
        #expect(count > 2)
        print("\(arguments.joined(separator: " ")), EIO: \(count) calls")
    }

    @Test(arguments: commands)
    func `Interrupted reading goes on`(_ arguments: [String]) throws {
        let base = try BuiltBase()
        let usual = try base.run(arguments)
        var count = 0
        for call in ["openat", "read", "pread64"] {
            let (outcome, hits) = try run(arguments, "inject=\(call):error=EINTR:when=1+2", base)
            count += hits
            #expect(outcome.status == usual.status && outcome.output == usual.output, "\(call): \(outcome)")
        }
        #expect(count > 0)
    }
}
