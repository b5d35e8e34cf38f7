import Glibc
import TestSupport
import Testing

struct IndexAgeTests {
    @Test func `An index that is older than kb.yaml allows says so`() throws {
        let folder = TemporaryFolder()
        #expect(try Program.kb(["init", folder.path + "/kb"]).run().status == 0)
        let settings = try folder.read("kb/kb.yaml")
        try folder.write(settings + "search: {max_age: 7d}\n", to: "kb/kb.yaml")
        #expect(try Program.kb(["build", "--root", folder.path + "/kb"]).run().status == 0)
        let index = folder.path + "/kb/.kb/index"
        for (days, warns) in [(0, false), (6, false), (9, true)] {
            let time = timespec(tv_sec: time(nil) - days * 86_400, tv_nsec: 0)
            utimensat(AT_FDCWD, index, [time, time], 0)
            let outcome = try Program.kb(["list", "--index", index]).run()
            #expect(outcome.status == 0)
            #expect(
                outcome.sentence.contains("is \(days)d old, and its kb.yaml allows 7d") == warns, "\(outcome.error)")
        }
    }
}
