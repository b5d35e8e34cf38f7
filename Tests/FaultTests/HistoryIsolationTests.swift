import TestSupport
import Testing

/// What commands that read history open and start, in a repository that would have them open and start more.
@Suite(.enabled(if: Strace.works, Strace.absence))
struct HistoryIsolationTests {
    /// Whatever git would run or read from elsewhere, were it to read this repository.
    private static let hostile = """
        git init -q -b main .
        for i in 1 2 3; do printf 'More %s.\\n' $i >> articles/parking.md; git add articles navigation *.yaml
        GIT_COMMITTER_DATE="2026-03-0${i}T10:00:00Z" git -c user.name=A -c user.email=a@example.org commit -q -m $i; done
        mkdir -p ../elsewhere; printf '[core]\\n' > ../elsewhere/config
        cat >> .git/config <<END
        [include]
            path = $PWD/../elsewhere/config
        [core]
            pager = touch $PWD/../elsewhere/ran
            fsmonitor = touch $PWD/../elsewhere/ran
            sshCommand = touch $PWD/../elsewhere/ran
            attributesFile = $PWD/../elsewhere/attributes
            hooksPath = $PWD/../elsewhere/hooks
            worktree = $PWD/../elsewhere
        [filter "x"]
            smudge = touch $PWD/../elsewhere/ran
            process = touch $PWD/../elsewhere/ran
        [diff "x"]
            textconv = touch $PWD/../elsewhere/ran
            command = touch $PWD/../elsewhere/ran
        [gpg]
            program = touch $PWD/../elsewhere/ran
        [gpg "ssh"]
            program = touch $PWD/../elsewhere/ran
        [alias]
            log = !touch $PWD/../elsewhere/ran
        END
        printf '* filter=x diff=x\\n' > .gitattributes; cp .gitattributes .git/info/attributes
        """
    /// The machine's own; libgit2 reads certificates when it starts, whatever it is used for.
    private static let allowed = [
        "/lib", "/usr/lib", "/etc/ld.so", "/proc/", "/sys/", "/dev/", "/usr/share/zoneinfo", "/etc/localtime",
        "/etc/ssl",
    ]

    @Test(arguments: [
        ["log", "parking"], ["show", "parking@2026-03-02T12:00"], ["show", "parking", "--as-of", "2026-03-02T12:00"],
        ["search", "park", "--as-of", "2026-03-02T12:00"], ["alerts", "--as-of", "2026-03-02T12:00"],
        ["audit", "--format", "csv"], ["gate", "main..HEAD", "--format", "json"],
    ])
    func `Reading history starts the sibling alone, and opens nothing outside the repository`(
        _ arguments: [String]
    ) throws {
        let folder = TemporaryFolder()
        let root = folder.path + "/kb"
        for (path, text) in SmallBase.files { try folder.write(text, to: "kb/" + path) }
        try folder.write("", to: "scratch/none")
        var script = Program("/bin/sh", ["-ec", "unset GIT_DIR; " + Self.hostile])
        script.folder = root
        script.variables = ["HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1"]
        let laid = try script.run()
        try #require(laid.status == 0, "\(laid.error)")
        var program = Program(
            "/usr/bin/strace",
            [
                "-f", "-qq", "-o", folder.path + "/trace", "-e",
                "trace=openat,open,execve,execveat,?fork,?vfork,clone,?clone3,%network", Program.kbPath,
            ] + arguments)
        program.folder = root
        program.variables = ["TMPDIR": folder.path + "/scratch", "HOME": "/nonexistent"]
        let outcome = try program.run()
        #expect(outcome.status == 0, "\(outcome)")
        #expect(!outcome.output.isEmpty)
        let calls = try folder.read("trace").split(separator: "\n")
        let started = calls.filter { $0.contains("execve") }
        #expect(started.count == 2 && started[1].contains("\"\(Program.kbPath)-author\""), "\(started)")
        #expect(!calls.contains { $0.contains("fork(") || $0.contains("SIGCHLD") || $0.contains("socket(") })
        let opened = calls.filter { $0.contains("open") && !$0.contains(" = -1 ") }.compactMap { call in
            call.split(separator: "\"").dropFirst().first
        }
        #expect(opened.contains { $0.contains("/.git/objects/") })
        let outside = opened.filter { path in
            path.hasPrefix("/") && !path.hasPrefix(root + "/") && path != root
                && !path.hasPrefix(folder.path + "/scratch")
                && !Self.allowed.contains { path.hasPrefix($0) }
                // Its shared libraries, where it is not linked statically.
                && !(path.hasSuffix(".so") && !path.hasPrefix(folder.path))
        }
        #expect(outside.isEmpty, "\(outside)")
        #expect(!opened.contains { $0.contains("elsewhere") })
        #expect(throws: (any Error).self) { try folder.read("elsewhere/ran") }
    }
}
