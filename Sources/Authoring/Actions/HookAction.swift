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
        console.note("Pushes to the branch of HEAD are judged by 'kb gate' now; --branch in the hook names others.")
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
