import TestSupport
import Testing

extension TemporaryFolder {
    /// Gives what 'kb init' laid out today a review of a fixed day, so that tests with a moment of their own hold on every day.
    func fixReviews(in base: String) throws {
        var program = Program(
            "/bin/sh",
            ["-c", "grep -rl 'last: 2' articles directory | xargs sed -i -E 's/last: [0-9-]{10}/last: 2026-11-01/'"])
        program.folder = path + "/" + base
        #expect(try program.run().status == 0)
    }
}
