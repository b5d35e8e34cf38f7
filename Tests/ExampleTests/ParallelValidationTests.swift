import Content
import Diagnostics
import Testing
import Validation

@Suite struct ParallelValidationTests {
    @Test(arguments: [2, 7])
    func `The findings are the same for any number of jobs`(_ jobs: Int) async throws {
        for example in [Example.broken, Example.patientAccess] {
            let alone = try await example.validate(jobs: 1)
            let together = try await example.validate(jobs: jobs)
            #expect(alone.fileCount == together.fileCount)
            #expect(alone.diagnostics == together.diagnostics)
            #expect(alone.suppressed == together.suppressed)
        }
    }
}
