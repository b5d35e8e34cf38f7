/// Searches while two knowledge bases are built into one file, again and again and at the same time.
enum Searches {
    private static let mostBuilders = 2

    static func all(_ count: Int?) throws -> Tally {
        let folder = WorkingFolder()
        let index = folder.path + "/index"
        let children = Children(folder)
        let question = [
            KnowledgeBase.kb, "search", "where is the parking garage", "--index", index, "--at", "2026-09-01",
        ]
        var bases: [KnowledgeBase] = []
        var expected: [String] = []
        for side in ["north", "south"] {
            let base = try KnowledgeBase(side, side, articles: 40, in: folder)
            let outcome = children.run(base.build(to: index))
            guard outcome.status == 0 else { throw TrialError(description: "cannot build: \(outcome.error)") }
            bases.append(base)
            expected.append(children.run(question).output)
        }
        guard expected[0] != expected[1], expected.allSatisfy({ !$0.isEmpty }) else {
            throw TrialError(description: "the two indexes answer the same")
        }
        var tally = Tally()
        let count = count ?? 10_000
        let leastBuilds = max(2, count / 100)
        var seen = [0, 0]
        var started = (searches: 0, builds: 0)
        var building = 0
        var built = 0
        while started.searches < count || built < leastBuilds {
            while building < mostBuilders {
                building += 1
                started.builds += 1
                children.launch(bases[started.builds % 2].build(to: index)) { outcome in
                    building -= 1
                    if outcome.status == 0 { built += 1 }
                    // Of two that write at the same moment, one wins and the other says so.
                    let isSaid = outcome.status == 2 && outcome.error.contains("another kb is writing it")
                    if outcome.status != 0, !isSaid { tally.add(false, "build: \(outcome.status) \(outcome.error)") }
                }
            }
            while started.searches < count, children.runningCount < mostBuilders + Children.processors {
                started.searches += 1
                children.launch(question) { outcome in
                    let which = expected.firstIndex(of: outcome.output)
                    if let which { seen[which] += 1 }
                    tally.add(outcome.status == 0 && which != nil, "search: \(outcome.status) \(outcome.error)")
                }
            }
            children.waitForOne()
        }
        children.waitForAll()
        tally.remark = " (\(built) builds; \(seen[0]) answers of one index, \(seen[1]) of the other)"
        if seen.contains(0) { tally.add(false, "only one of the two was seen") }
        return tally
    }
}
