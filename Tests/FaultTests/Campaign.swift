import Glibc
import TestSupport

/// Runs a command once for each system call of its and each fault, always from the same state.
final class Campaign {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let command: WritingCommand
    private let processor = Processor()
    private let folder = TemporaryFolder()
    private let old: FolderState
    private let new: FolderState
    private let expected: Program.Outcome
    let calls: [SystemCall]
    /// What running the command again made of a state; the same state always comes to the same.
    private var repairs: [FolderState: String?] = [:]

    private var root: String { folder.path + "/base" }
    private var log: String { folder.path + "/trace" }

    init(_ command: WritingCommand) throws {
        self.command = command
        let root = folder.path + "/base"
        if !command.isOnEmptyFolder {
            mkdir(root, 0o755)
            let files = SmallBase.files.merging(command.files) { $1 }
            for (path, text) in files { try folder.write(text, to: "base/" + path) }
            for arguments in command.preparation {
                _ = try Program.author(WritingCommand.words(arguments, root)).run()
            }
            for (path, text) in command.laterFiles { try folder.write(text, to: "base/" + path) }
            // Permissions are part of what must stay.
            for path in files.keys { chmod(root + "/" + path, 0o640) }
        }
        old = try FolderState(of: root)
        expected = try Program.author(command.words(root)).run()
        new = try FolderState(of: root)
        let options = Campaign.options(root, old, new)
        try Campaign.lay(old, root, isThere: !command.isOnEmptyFolder)
        let outcome = try Strace.program(
            command.words(root), options: options, log: folder.path + "/trace", processor: processor
        ).run()
        guard outcome.status == expected.status, try FolderState(of: root) == new, new != old else {
            throw Failure(description: "\(command.name) does not come to the same twice: \(outcome)")
        }
        let named = SystemCall.all(in: try folder.read("trace"))
        // A file without a name has no path to choose its calls by; nothing but a build has one.
        try Campaign.lay(old, root, isThere: !command.isOnEmptyFolder)
        _ = try Strace.program(
            command.words(root), options: Campaign.unnamed, log: folder.path + "/trace", processor: processor
        ).run()
        let traced = SystemCall.all(in: try folder.read("trace"))
        // Calls of the loader have the same numbers in their own thread, and would be the ones that fail.
        let others = Set(traced.filter { !$0.isUnnamed }.map { [$0.name, "\($0.number)"] })
        calls = named + traced.filter { $0.isUnnamed && !others.contains([$0.name, "\($0.number)"]) }
    }

    /// How many calls of a name were interrupted without a trace.
    func interruptions(of name: String) throws -> Int {
        var count = 0
        for injection in Fault.interruptions(of: name) {
            try Campaign.lay(old, root, isThere: !command.isOnEmptyFolder)
            let options = Campaign.options(root, old, new) + ["-e", injection]
            let outcome = try Strace.program(command.words(root), options: options, log: log, processor: processor)
                .run()
            guard outcome.status == expected.status, outcome.output == expected.output, try FolderState(of: root) == new
            else { continue }
            count += try folder.read("trace").split(separator: "\n").count { $0.contains("(INJECTED)") }
        }
        return count
    }

    /// Why a fault at a call has not the effect it should have; nil: all is well.
    ///
    /// - Parameter attempts: A thread that joins late, on a busy machine, may take calls over from the one that counts.
    func complaint(_ fault: Fault, at call: SystemCall, attempts: Int = 5) throws -> String? {
        try Campaign.lay(old, root, isThere: !command.isOnEmptyFolder)
        let options =
            (call.isUnnamed ? Campaign.unnamed : Campaign.options(root, old, new)) + ["-e", fault.injection(call)]
        let outcome = try Strace.program(command.words(root), options: options, log: log, processor: processor).run()
        let state = try FolderState(of: root)
        let isHit = try fault == .kill ? outcome.status == -SIGKILL : folder.read("trace").contains("(INJECTED)")
        if !isHit {
            return attempts == 1 ? "did not come up" : try complaint(fault, at: call, attempts: attempts - 1)
        }
        if fault != .kill && outcome.status < 0 { return "ended by signal \(-outcome.status)" }
        if fault == .interruption {
            let isSame = outcome.status == expected.status && outcome.output == expected.output && state == new
            return isSame ? nil : "was not resumed: \(outcome)"
        }
        if fault != .kill, outcome.status == expected.status, state == new, Fault.mayPass(call) { return nil }
        if fault != .kill && (outcome.status == 0 || outcome.error.isEmpty) { return "was not said: \(outcome)" }
        return try mixture(state) ?? repair(state)
    }

    /// A file that is neither as before nor as after.
    private func mixture(_ state: FolderState) -> String? {
        for (path, file) in state.settled where file != old.files[path] && file != new.files[path] {
            return "'\(path)' is neither old nor new (\(file.bytes.count) bytes, mode \(String(file.mode, radix: 8)))"
        }
        for path in old.files.keys where state.files[path] == nil && new.files[path] != nil {
            return "'\(path)' is gone"
        }
        return state.temporaries.count > 1 ? "left \(state.temporaries)" : nil
    }

    /// Runs the command again, undisturbed.
    private func repair(_ state: FolderState) throws -> String? {
        if let known = repairs[state] { return known }
        let outcome = try Program.author(command.words(root)).run()
        let after = try FolderState(of: root)
        var complaint: String?
        if after.files != new.files {
            let paths = Set(after.files.keys).union(new.files.keys).filter { after.files[$0] != new.files[$0] }
            complaint = "run again, it does not finish: \(paths.sorted()), \(outcome)"
        } else if state.settled != new.settled && outcome.status != expected.status {
            complaint = "run again, it ends with \(outcome.status): \(outcome.error)"
        }
        repairs[state] = .some(complaint)
        return complaint
    }

    private static func lay(_ state: FolderState, _ root: String, isThere: Bool) throws {
        try FolderState.clear(root)
        if isThere { try state.write(to: root) } else { rmdir(root) }
    }

    private static let unnamed = ["-e", "trace=" + SystemCall.unnamedNames.joined(separator: ",")]

    /// The calls that concern the knowledge base, so that those of the loader are neither counted nor disturbed.
    private static func options(_ root: String, _ old: FolderState, _ new: FolderState) -> [String] {
        let files = Set(old.files.keys).union(new.files.keys)
        let temporaries = files.filter { old.files[$0] != new.files[$0] }.map { path in
            let parts = path.split(separator: "/")
            return (parts.dropLast() + [".\(parts.last!).kb-tmp"]).joined(separator: "/")
        }
        let paths = files.union(temporaries).union(old.folders).union(new.folders).map { root + "/" + $0 } + [root]
        // A name that this machine's strace does not know is no fault.
        return ["-e", "trace=" + SystemCall.names.map { "?" + $0 }.joined(separator: ",")]
            + paths.sorted().flatMap { ["-P", $0] }
    }
}
