import FileSystem
@preconcurrency import Glibc
import IndexHostility
import SearchIndex

/// Indexes with valid hashes and changed contents: an answer or a sentence, an update or none, within two
/// seconds.
enum CraftedTrials {
    static func all(_ count: Int?) throws -> Tally {
        let folder = WorkingFolder()
        let children = Children(folder)
        var tally = Tally()
        let count = count ?? 100_000
        let part = max(1, min(1000, count / Children.processors))
        for start in stride(from: 0, to: count, by: part) {
            let tried = min(part, count - start)
            children.start([Children.own, "crafted-worker", "\(start)", "\(tried)"]) {
                tally.add(tried, of: $0, "inputs from \(start)")
            }
        }
        children.waitForAll()
        return tally
    }

    static func work(_ arguments: [String]) throws {
        // What ends the worker is the input that was named last.
        setvbuf(stdout, nil, _IOLBF, 0)
        let sections = try IndexSections(SampleIndex.small)
        let interrogation = Interrogation()
        let start = UInt64(arguments[0])!
        var withstood = 0
        for number in start..<start + UInt64(arguments[1])! {
            print("input", number)
            let before = clock()
            let file = CraftedIndex.mutated(sections, number)
            _ = interrogation.outcome(of: IndexMemory(file))
            _ = try? HostileUpdate.file(from: IndexMemory(file))
            if clock() - before < 2 * CLOCKS_PER_SEC { withstood += 1 } else { print("input \(number) takes too long") }
        }
        print(withstood)
    }
}

/// What fuzzing begins with.
enum Seeds {
    static func write(to folder: String) throws {
        for (name, file) in SampleIndex.seeds {
            let target = WorkingFolder.realPath(folder) + "/"
            try DurableFile.write(try CraftedIndex.seed(file), to: target + name)
        }
        try DurableFile.write(SampleIndex.small, to: WorkingFolder.realPath(folder) + "/whole")
    }
}
