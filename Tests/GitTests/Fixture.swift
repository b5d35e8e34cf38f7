import Git
import Glibc
import Testing

/// A temporary folder in which the `git` program lays out what a test reads; removed with its owner.
final class Fixture {
    let folder: String

    init(_ script: String = "") throws {
        var template = Array("/tmp/kb-git-XXXXXX".utf8CString)
        folder = String(cString: try #require(mkdtemp(&template)))
        try run("git init -q -b main . && " + (script.isEmpty ? "true" : script))
    }

    deinit {
        try? run("chmod -R u+w . && rm -rf '\(folder)'")
    }

    func run(_ script: String) throws {
        let settings = """
            unset GIT_DIR GIT_WORK_TREE; export HOME=/nonexistent GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=A \
            GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=C GIT_COMMITTER_EMAIL=c@example.org \
            GIT_AUTHOR_DATE='1700000000 +0200' GIT_COMMITTER_DATE='1700000000 +0200'
            set -e; cd '\(folder)'; commit() { git add -A; git commit -q --allow-empty -m "$1"; }
            """
        var process = pid_t()
        let words = ["sh", "-c", settings + "\n" + script]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { (word: String) in strdup(word) }
        arguments.append(nil)
        defer { for argument in arguments { free(argument) } }
        try #require(posix_spawn(&process, "/bin/sh", nil, nil, &arguments, environ) == 0)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        try #require(status == 0, "the fixture's script failed")
    }

    func open(_ path: String = "", trust: RepositoryTrust = RepositoryTrust(users: [geteuid()])) throws -> Repository {
        try Repository.open(containing: folder + "/" + path, trust: trust)
    }

    func tree(_ name: String = "HEAD", _ path: String = "") throws -> TreeSource {
        let repository = try open()
        return try TreeSource(repository, commit: repository.resolve(name), folder: path)
    }
}

/// The error that a body throws, in words; empty where it throws none.
func message(_ body: () throws -> Void) -> String {
    do {
        try body()
        return ""
    } catch {
        return "\(error)"
    }
}
