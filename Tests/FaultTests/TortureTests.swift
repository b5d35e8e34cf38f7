import TestSupport
import Testing

/// A little of what `make torture` tries in whole.
@Suite struct TortureTests {
    @Test(arguments: [
        ("flips", 400), ("random-flips", 60), ("truncations", 400), ("cuts", 40), ("replacements", 10),
        ("crafted", 400),
        ("searches", 60), ("kills", 6),
    ])
    func `A damaged index is refused or answered from as ever`(_ trial: String, _ count: Int) throws {
        let outcome = try Program(Program.built("IndexTorture"), [trial, "\(count)"]).run()
        #expect(outcome.status == 0, "\(outcome)")
        print(outcome.output, terminator: "")
    }
}
