import Testing
import TestSupport

/// The tour of the README is what a newcomer types, so it must work as printed.
@Suite struct ReadmeTests {
    @Test func `Every command of the tour prints what the README shows`() throws {
        let readme = String(decoding: try TestFile.read(TestFile.package() + "/README.md"), as: UTF8.self)
        let steps = Tour.steps(in: readme)
        try #require(steps.count >= 10)
        let folder = TemporaryFolder()
        // `cd` lasts from one command to the next.
        var place = folder.path
        for step in steps {
            if step.command.hasPrefix("cd ") {
                place += "/" + step.command.dropFirst(3)
                continue
            }
            var shell = Program("/bin/sh", ["-c", step.command])
            shell.folder = place
            shell.variables["PATH"] = Program.kbPath.dropLast("/kb".count) + ":/usr/bin:/bin"
            shell.variables["COLUMNS"] = "80"
            let outcome = try shell.run()
            #expect(outcome.status == step.status, "\(step.command)\n\(outcome.error)")
            #expect(
                Tour.matches(outcome.error + outcome.output, step.output),
                "\(step.command)\n\(outcome.error + outcome.output)")
        }
    }
}

/// The blocks of a document that begin with ```` ```console ````.
enum Tour {
    struct Step {
        var command: String
        var output: [String] = []
        /// Shown as `[1]` on the last line.
        var status: Int32 = 0
    }

    static func steps(in document: String) -> [Step] {
        var steps: [Step] = []
        var isInside = false
        for line in document.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") {
                isInside = line == "```console"
            } else if isInside, line.hasPrefix("$ ") {
                steps.append(Step(command: String(line.dropFirst(2))))
            } else if isInside, line.hasPrefix("["), line.hasSuffix("]"),
                let status = Int32(line.dropFirst().dropLast())
            {
                steps[steps.count - 1].status = status
            } else if isInside, !steps.isEmpty {
                steps[steps.count - 1].output.append(line)
            }
        }
        return steps
    }

    /// Whether each line shown is printed, in order; `…` stands for any number of lines or of characters.
    static func matches(_ printed: String, _ shown: [String]) -> Bool {
        var lines = printed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
        if lines.last == "" { lines.removeLast() }
        var skips = false
        for line in shown {
            if line == "…" {
                skips = true
                continue
            }
            guard let found = skips ? lines.firstIndex(where: { matchesLine($0, line) }) : lines.startIndex,
                found < lines.endIndex, matchesLine(lines[found], line)
            else { return false }
            lines = lines[(found + 1)...]
            skips = false
        }
        return skips || lines.isEmpty
    }

    private static func matchesLine(_ printed: String, _ shown: String) -> Bool {
        let parts = shown.split(separator: "…", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return printed == shown }
        return printed.hasPrefix(parts[0]) && printed.hasSuffix(parts[parts.count - 1])
    }
}
