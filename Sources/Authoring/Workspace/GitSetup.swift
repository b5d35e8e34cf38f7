import CommandLine
import Content
import FileSystem
import Git
import Glibc
import Presentation

/// Sets up git to show and merge content by field: `.gitattributes` for everybody, and the configuration of this clone.
struct GitSetup {
    let folder: String
    /// What a clone needs.
    static let configuration: [(key: String, value: String)] = [
        ("diff.kb.command", "kb diff --driver --"),
        ("merge.kb.name", "content of a knowledge base, by field"),
        ("merge.kb.driver", "kb merge --driver --marker-size %L -- %O %A %B %P"),
    ]

    func run(_ console: Console) throws {
        guard let root = FileLookup.resolved(folder) else { throw CommandFailure("there is no folder '\(folder)'") }
        let repository = try Repository.open(
            containing: root, trust: RepositoryTrust(user: geteuid(), environment: ProcessEnvironment.variables))
        guard repository.workingTree != nil else {
            throw CommandFailure("a bare repository shows and merges nothing; run 'kb init --git' in a clone of it")
        }
        let attributes = root + "/.gitattributes"
        let old = try FileLookup.exists(attributes) ? text(attributes) : ""
        let known = Set(old.split(whereSeparator: \.isNewline).map(String.init))
        let missing = GitSetup.attributes.filter { !known.contains($0) }
        if !missing.isEmpty {
            let start = old.isEmpty || old.hasSuffix("\n") ? old : old + "\n"
            try DurableFile.write(Array((start + missing.map { $0 + "\n" }.joined()).utf8), to: attributes)
            console.output.write(".gitattributes\n")
        }
        let wrong = try GitSetup.configuration.filter { try repository.configured($0.key) != $0.value }
        try repository.configure(wrong)
        for (key, value) in wrong { console.output.write("git config \(key) '\(value)'\n") }
        console.note(
            missing.isEmpty && wrong.isEmpty
                ? "Git is set up already."
                : "'git diff' and 'git merge' in this clone now go through kb. Commit .gitattributes; every other clone needs "
                    + "'kb init --git' once, because git shares no configuration.")
    }

    /// A line for each place where content lies.
    static var attributes: [String] {
        FileKind.allCases.filter(\.hasSchema).map { kind in
            let pattern = kind.folder.map { "\($0)/**/*\(kind.suffix)" } ?? kind.rawValue + kind.suffix
            return "\(pattern) diff=kb merge=kb"
        }
    }

    private func text(_ path: String) throws -> String {
        String(
            decoding: try FileDescriptor(opening: path, O_RDONLY | O_NOFOLLOW, to: "read").readAll(limit: 1 << 20),
            as: UTF8.self)
    }
}
