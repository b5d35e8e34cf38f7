import CommandLine
import FileSystem
import Git
import Glibc
import Presentation

/// Sets up git's hook that judges what is pushed to a repository.
struct HookAction: Action {
    let folder: String

    func run(_ console: Console) throws -> ExitStatus {
        let repository = try Repository.open(
            containing: folder, trust: RepositoryTrust(user: geteuid(), environment: ProcessEnvironment.variables))
        guard let program = Launcher.readerPath else {
            throw CommandFailure("cannot find the program 'kb' beside this one; install kb as a whole again")
        }
        let path = repository.hooksFolder + "/pre-receive"
        if try FileLookup.exists(path) {
            let bytes = try FileDescriptor(opening: path, O_RDONLY, to: "read").readAll(limit: 1 << 20)
            guard String(decoding: bytes, as: UTF8.self).contains(HookAction.mark) else {
                throw CommandFailure(
                    "there is a hook '\(VisibleText.of(path))' already; add the line 'kb gate --pre-receive' to it, which "
                        + "reads what git gives the hook")
            }
        }
        try DurableFile.createFolder(repository.hooksFolder)
        try DurableFile.write([Array(HookAction.script(program).utf8)], to: path, permissions: 0o755)
        console.output.write(path + "\n")
        guard let branch = try repository.headBranch else {
            throw CommandFailure(
                "HEAD of '\(VisibleText.of(folder))' stands for no branch, so the hook protects none; name them in "
                    + "'\(VisibleText.of(path))' with --branch")
        }
        let name = VisibleText.of(branch.hasPrefix("refs/heads/") ? String(branch.dropFirst(11)) : branch)
        console.note("Pushes to the branch '\(name)' are judged by 'kb gate' now; --branch in the hook names others.")
        if try !repository.hasCommits {
            console.note(
                "There is no branch '\(name)' yet. If people push to another, say so first: "
                    + "git -C '\(VisibleText.of(folder))' symbolic-ref HEAD refs/heads/NAME")
        }
        return .clean
    }

    private static let mark = "# Written by 'kb init --hook pre-receive'"

    private static func script(_ program: String) -> String {
        """
        #!/bin/sh
        \(mark): refuses what is pushed without its approvals.
        exec '\(program.replacing("'", with: "'\\''"))' gate --pre-receive

        """
    }
}
