import Glibc

/// Another program, run to its end.
package struct Program {
    package struct Outcome: Sendable {
        package var output: String
        package var error: String
        /// The exit status; the signal with a minus where one ended it.
        package var status: Int32

        /// The errors without the line breaks of their layout.
        package var sentence: String { error.replacing("\n", with: " ") }
    }

    private let path: String
    private let arguments: [String]
    package var folder: String?
    package var input = ""
    /// Beside those of the test's own process.
    package var variables: [String: String] = [:]
    package var destination = Destination.collected

    /// Where standard output goes.
    package enum Destination: Sendable {
        case collected
        case file(String)
        /// A pipe whose reader has gone.
        case closedPipe
    }

    package init(_ path: String, _ arguments: [String]) {
        self.path = path
        self.arguments = arguments
    }

    /// `kb`, as it was built beside the tests.
    package static func kb(_ arguments: [String], in folder: String? = nil) -> Program {
        var program = Program(kbPath, arguments)
        program.folder = folder
        return program
    }

    /// `kb-author`, the sibling to which `kb` hands what it does not do itself.
    package static func author(_ arguments: [String]) -> Program { Program(kbPath + "-author", arguments) }

    package static var kbPath: String { built("kb") }

    /// The path of an executable of this package, built beside the tests.
    package static func built(_ name: String) -> String {
        // The test bundle is in the folder of the products.
        let test = "/proc/self/exe".withCString { realpath($0, nil) }!
        defer { free(test) }
        let folder = String(cString: test).split(separator: "/").dropLast()
        let beside = "/" + folder.joined(separator: "/") + "/" + name
        return access(beside, X_OK) == 0 ? beside : TestFile.package() + "/.build/debug/" + name
    }

    private var isCollected: Bool {
        if case .collected = destination { true } else { false }
    }

    package func run() throws -> Outcome {
        // No test leaves anything for another one, or for the user who runs it.
        let variables = self.variables.merging(["KB_CACHE": ""]) { chosen, _ in chosen }
        let files = ["in", "out", "err"].map { "/tmp/kb-run-\(getpid())-\(UInt64.random(in: 0...UInt64.max)).\($0)" }
        defer { for file in files { unlink(file) } }
        try TestFile.write(Array(input.utf8), to: files[0])
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, files[0], O_RDONLY, 0)
        var pipe: Int32 = -1
        defer { if pipe >= 0 { close(pipe) } }
        switch destination {
        case .collected: posix_spawn_file_actions_addopen(&actions, 1, files[1], O_WRONLY | O_CREAT, 0o600)
        case .file(let path): posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY, 0)
        case .closedPipe:
            // A named one, because no other program that starts now may inherit its reader.
            mkfifo(files[1], 0o600)
            let reader = open(files[1], O_RDONLY | O_NONBLOCK | O_CLOEXEC)
            pipe = open(files[1], O_WRONLY | O_CLOEXEC)
            close(reader)
            posix_spawn_file_actions_adddup2(&actions, pipe, 1)
        }
        posix_spawn_file_actions_addopen(&actions, 2, files[2], O_WRONLY | O_CREAT, 0o600)
        var environment: [UnsafeMutablePointer<CChar>?] = []
        var next = environ
        while let entry = next.pointee {
            let name = String(cString: entry).prefix { $0 != "=" }
            if variables[String(name)] == nil { environment.append(strdup(entry)) }
            next = next.successor()
        }
        for (name, value) in variables { environment.append(strdup("\(name)=\(value)")) }
        // The C library's way to start in another folder is not offered to Swift.
        let program = folder == nil ? path : "/usr/bin/env"
        let prefix = folder.map { ["/usr/bin/env", "-C", $0] } ?? []
        var words = (prefix + [path] + arguments).map { strdup($0) }
        defer { for word in words + environment { free(word) } }
        words.append(nil)
        environment.append(nil)
        var process = pid_t()
        let code = posix_spawn(&process, program, &actions, nil, words, environment)
        guard code == 0 else { throw TestFile.Failure(path: path, code: code) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7F
        return Outcome(
            output: isCollected ? String(decoding: try TestFile.read(files[1]), as: UTF8.self) : "",
            error: String(decoding: try TestFile.read(files[2]), as: UTF8.self),
            status: signal == 0 ? (status >> 8) & 0xFF : -signal)
    }
}
