import Glibc
import SeededRandom

/// Builds by many threads that are killed at a random moment: the old index is intact or the new one is whole, there is at
/// most one temporary file, and the next build removes it.
enum Kills {
    static func all(_ count: Int?) throws -> Tally {
        let folder = WorkingFolder()
        let children = Children(folder)
        let base = try KnowledgeBase("base", "north", articles: 60, in: folder)
        let index = base.root + "/.kb/index"
        let build = [KnowledgeBase.author, "build", "--root", base.root]
        func state() throws -> [UInt8] {
            let outcome = children.run(build)
            guard outcome.status == 0, let bytes = WorkingFolder.read(index) else {
                throw TrialError(description: "cannot build: \(outcome.error)")
            }
            return bytes
        }
        let old = try state()
        _ = try KnowledgeBase("base", "south", articles: 60, in: folder)
        let start = now()
        let new = try state()
        let duration = now() - start
        guard old != new else { throw TrialError(description: "the two indexes are the same") }
        var random = SeededGenerator(seed: 1)
        var tally = Tally()
        var ends = (killed: 0, old: 0, temporaries: 0)
        for number in 0..<(count ?? 1000) {
            try folder.write(old, to: "base/.kb/index")
            var status: Int32?
            let process = children.launch(build) { status = $0.status }
            usleep(useconds_t.random(in: 0...UInt32(max(1, duration * 11 / 10)), using: &random))
            kill(process, SIGKILL)
            while status == nil { children.waitForOne() }
            let found = WorkingFolder.read(index)
            let temporaries = temporaries(base)
            if status == -SIGKILL { ends.killed += 1 }
            if found == old { ends.old += 1 }
            ends.temporaries += temporaries
            let isWhole = found == old || found == new
            let isRepaired = try state() == new && self.temporaries(base) == 0
            tally.add(
                isWhole && temporaries <= 1 && isRepaired,
                "kill \(number): whole \(isWhole), \(temporaries) temporaries, repaired \(isRepaired)")
        }
        tally.remark =
            " (\(ends.killed) killed in time; \(ends.old) left the old index, \(ends.temporaries) a temporary file)"
        return tally
    }

    private static func temporaries(_ base: KnowledgeBase) -> Int {
        WorkingFolder.names(in: base.root + "/.kb").count { $0 != "index" && $0 != ".gitignore" }
    }

    /// In microseconds.
    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
    }
}
